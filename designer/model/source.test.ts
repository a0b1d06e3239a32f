import { describe, expect, it } from 'vitest'
import { parseDefinition } from '../../schemas/validate.ts'
import { readClip } from './clip.ts'
import type { ReadDefinition } from './open-workspace.ts'
import { LONGEST_SOURCE, readSource, sourceOf } from './source.ts'
import { aTemplateWorkspace } from './testing/a-workspace.ts'
import { sourceProblemText } from './texts/source-problems.ts'
import { targetOf } from './workspace.ts'

const read = parseDefinition as ReadDefinition
const directory = { kind: 'directory', id: 'reasons' } as const

describe('the text form', () => {
  it('of every shipped definition is read as the same definition', () => {
    for (const [key, { body }] of aTemplateWorkspace().released)
      expect(readSource(sourceOf(body), targetOf(key), read)).toEqual({ ok: true, definition: body })
  })
  it('keeps what is short on one line', () => {
    expect(sourceOf({ id: 'reasons', label: 'Reasons', items: [{ id: 'a', label: 'A' }] })).toBe(
      '{\n  "id": "reasons",\n  "label": "Reasons",\n  "items": [{ "id": "a", "label": "A" }]\n}\n',
    )
  })
  it('that is none says why, and where', () => {
    expect(readSource('{\n "id": }', directory, read)).toMatchObject({ ok: false, problem: { code: 'not-json', line: 2 } })
    expect(readSource('x'.repeat(LONGEST_SOURCE + 1), directory, read)).toMatchObject({ ok: false, problem: { code: 'too-long' } })
    expect(readSource('{"id":"other","label":"x","items":[]}', directory, read)).toMatchObject({
      ok: false,
      problem: { code: 'other-id', found: 'other' },
    })
    expect(readSource('{"id":"reasons","label":"x"}', directory, read)).toMatchObject({
      ok: false,
      problem: { code: 'schema', findings: [{ code: 'missing-key' }] },
    })
    expect(readSource('[]', directory, read)).toMatchObject({ ok: false, problem: { code: 'schema' } })
  })
  it('that is none is explained in both languages', () => {
    const problem = (text: string) => {
      const result = readSource(text, directory, read)
      if (result.ok) throw new Error('it was read')
      return result.problem
    }
    expect(sourceProblemText(problem('{\n "id": }'), 'en')).toMatch(/^Line 2, column \d+: here the text can no longer be read\.$/)
    expect(sourceProblemText(problem('{"id":"other","label":"x","items":[]}'), 'ro')).toBe(
      'Textul este al lui „other”, iar aici este deschis „reasons”. Identificatorul nu se schimbă din text.',
    )
    expect(sourceProblemText(problem('{"id":"reasons","label":"x"}'), 'en')).toMatch(/items/)
  })
  it('pasted as steps is taken only if it is steps', () => {
    expect(readClip('nonsense')).toBeNull()
    expect(readClip('{"dosar":"steps","nodes":[{"id":1}],"routes":[]}')).toBeNull()
    expect(readClip('null')).toBeNull()
    expect(readClip('{"dosar":"steps","nodes":[{"id":"a","kind":"stage"}],"routes":[]}')).not.toBeNull()
  })
})
