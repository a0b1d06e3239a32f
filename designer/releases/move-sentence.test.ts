import { describe, expect, it } from 'vitest'
import type { PlannedMove } from '../../runtime/api/answers.ts'
import { problemCodes } from '../../runtime/api/problem.ts'
import type { Problem, ProblemCode } from '../../runtime/engine/problem.ts'
import { designerCatalog, makeWords } from '../language/words.tsx'
import { elsewhere, moveSentence } from './move-sentence.ts'

/** Of each refusal what its sentence may ask of it; the program’s own ids stand where none may show. */
const facts = {
  nodes: [{ node: 'n7', why: 'missing' }],
  node: 'n7',
  outcome: 'o7',
  field: 'f7',
  fields: ['f7'],
  errors: [{ path: 'f7', rule: 'type', found: 1, expected: 'e7' }],
  checks: [{ check: 'c7', text: { en: 'Too much.', ro: 'Prea mult.' }, fields: [], mayOverride: false }],
  where: 'w7',
  why: 'y7',
  what: 'x7',
}
const codes = problemCodes.filter((code) => !(elsewhere as readonly ProblemCode[]).includes(code))
const item = (problem: Problem | null, why: 'missing' | 'other-kind' | 'other-block' = 'missing') =>
  ({
    fate: problem ? 'cannot-move' : 'can-move',
    at: [{ node: 'n7', label: { en: 'Finance', ro: 'Financiar' } }],
    obstacles: problem?.code === 'cannot-move' ? [{ node: 'n7', label: { en: 'Finance', ro: 'Financiar' }, why, to: [] }] : [],
    problem,
  }) satisfies Pick<PlannedMove, 'at' | 'fate' | 'obstacles' | 'problem'>
const of = (code: ProblemCode) => ({ ...facts, code }) as unknown as Problem

describe.each(['en', 'ro'] as const)('why a document does not move, in %s', (language) => {
  it('has a sentence of its own for each refusal, without a code or an id', async () => {
    const words = makeWords(language, await designerCatalog(language))
    const told = codes.map((code) => moveSentence(item(of(code)), undefined, words))
    expect(new Set([...told, words.t('moves.problem.other')]).size).toBe(codes.length + 1)
    for (const [index, sentence] of told.entries()) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence).not.toMatch(/[a-z]7\b|undefined|\{/)
      if (codes[index]!.includes('-')) expect(sentence).not.toContain(codes[index])
    }
  })
  it('tells each thing that may have become of a step, by its title', async () => {
    const words = makeWords(language, await designerCatalog(language))
    const told = (['missing', 'other-kind', 'other-block'] as const).map((why) =>
      moveSentence(item(of('cannot-move'), why), undefined, words),
    )
    expect(new Set(told).size).toBe(3)
    for (const sentence of told) expect(sentence).toContain(language === 'en' ? '“Finance”' : '„Financiar”')
  })
  it('says what it can of a refusal that no move should come to', async () => {
    const words = makeWords(language, await designerCatalog(language))
    for (const code of elsewhere) expect(moveSentence(item(of(code)), undefined, words)).toBe(words.t('moves.problem.other'))
  })
})
