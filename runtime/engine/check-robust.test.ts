import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateDefinition } from '../../schemas/validate.ts'
import { checkDefinitions } from './check-definitions.ts'
import { checkFindingTexts } from './check-text.ts'
import { findingInWords } from './finding-place.ts'
import { aDraft, type Draft, setOf } from './testing/a-definition-set.ts'

const kinds = {
  company: 'document-type',
  request: 'document-type',
  approval: 'approval-schema',
  rule: 'reminder-rule',
  reasons: 'directory',
} as const
type Key = keyof typeof kinds
const allKeys = Object.keys(kinds) as Key[]

/** Every object and list inside a value. */
function* inside(value: unknown): Iterable<Record<string, unknown> | unknown[]> {
  if (typeof value !== 'object' || value === null) return
  yield value as Record<string, unknown>
  for (const child of Object.values(value)) yield* inside(child)
}

const words = [
  'amount',
  'company',
  'parts',
  'row.person',
  'legal',
  'review',
  'reviewed',
  'money',
  'writing',
  'done',
  'board',
  'a + b',
  'date',
  'link',
  'stage',
  'end',
  'fork',
]

/** What a person may do to a drawing between two keystrokes: take something away, put a word for another, say it twice. */
const clumsy: fc.Arbitrary<Draft> = fc.gen().map((gen) => {
  const draft = aDraft()
  const times = 1 + gen(fc.nat, { max: 3 })
  for (let n = 0; n < times; n++) {
    const key = allKeys[gen(fc.nat, { max: allKeys.length - 1 })]!
    const places = [...inside(draft[key])]
    const place = places[gen(fc.nat, { max: places.length - 1 })]!
    const keys = Object.keys(place)
    const at = keys[gen(fc.nat, { max: Math.max(0, keys.length - 1) })]
    if (at === undefined) continue
    const how = gen(fc.nat, { max: 3 })
    if (Array.isArray(place)) place.splice(Number(at), how === 0 ? 1 : 0, ...(how === 1 ? [structuredClone(place[Number(at)])] : []))
    else if (how === 0) delete place[at]
    else if (typeof place[at] === 'string') place[at] = gen(fc.constantFrom, ...words)
  }
  return draft
})

describe('the check of half-drawn definitions', () => {
  it('never fails, and has a sentence for whatever it finds, in both languages', () => {
    let looked = 0
    const met = new Set<string>()
    fc.assert(
      fc.property(clumsy, (draft) => {
        // What the schemas refuse never comes to the check.
        const known = Object.entries(kinds).every(([key, kind]) =>
          validateDefinition(kind, draft[key as Key]).every(({ code }) => code === 'repeated-id'),
        )
        if (!known) return
        looked++
        const { company, request, approval, reasons } = aDraft()
        const previous = { types: [company, request], schemas: [approval], directories: [reasons] }
        for (const finding of checkDefinitions(setOf(draft, { previous }))) {
          met.add(finding.code)
          const definition = allKeys.map((key) => draft[key]).find(({ id }) => id === finding.definition?.id)
          for (const language of ['en', 'ro'])
            expect(findingInWords(finding, definition, language), finding.code).not.toMatch(/undefined|NaN|\[object|[şţ]/)
        }
      }),
      { numRuns: 1500, seed: 20261125 },
    )
    expect(looked).toBeGreaterThan(300)
    expect(met.size).toBeGreaterThan(40)
  }, 60_000)

  it('has no word of another alphabet or a cedilla in its sentences', () => {
    const facts = new Proxy({}, { get: (_, name) => (name === 'nodes' || name === 'fields' ? ['a', 'b'] : 'x') })
    for (const [code, text] of Object.entries(checkFindingTexts)) {
      expect(text.en(facts), code).toMatch(/^[\x20-\x7e]+$/)
      expect(text.ro(facts), code).not.toMatch(/[şţŞŢãÃ]/)
      expect(text.ro(facts), code).not.toBe(text.en(facts))
    }
  })
})
