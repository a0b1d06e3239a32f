import type { Finding, FindingTexts } from './finding.ts'
import { schemaFindingTexts } from './schema-finding-texts.ts'

/** Makes the sentence of a finding in a language (`ro`, `ro-MD`); in English where the program does not speak it. */
export type FindingSentence = (finding: Pick<Finding, 'code' | 'facts'>, language: string) => string

/**
 * A sentence maker over several tables: each part of the program that finds something keeps the table of its own codes.
 * A code in two tables, or in none when a sentence is asked for, is a bug and throws.
 */
export function findingSentence(...tables: readonly FindingTexts[]): FindingSentence {
  const texts = new Map<string, FindingTexts[string]>()
  for (const [code, text] of tables.flatMap((table) => Object.entries(table))) {
    if (texts.has(code)) throw new Error(`the finding "${code}" has two sentences`)
    texts.set(code, text)
  }
  return ({ code, facts }, language) => {
    const text = texts.get(code)
    if (!text) throw new Error(`the finding "${code}" has no sentence`)
    return text[language.startsWith('ro') ? 'ro' : 'en'](facts)
  }
}

/** The sentence of a finding of the schemas alone. Whoever checks more makes its own with `findingSentence(schemaFindingTexts, …)`. */
export const findingText: FindingSentence = findingSentence(schemaFindingTexts)

/** Where a finding is, for people who read files: `document-types/contract.json, /fields/0/label`. */
export function findingPlace({ file, definition, path }: Finding): string {
  const where = file ?? (definition ? `${definition.kind} ${definition.id}` : undefined)
  return [where, path].filter(Boolean).join(', ')
}
