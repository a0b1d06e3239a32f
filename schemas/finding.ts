/** What stands in the way (`problem`) or would be better otherwise (`hint`). A problem keeps a definition from being published. */
export type FindingLevel = 'problem' | 'hint'

/** A fact of a finding: what was found, what was expected, a name, a number. The sentence is made of them. */
export type FindingFact = string | number | readonly string[]

/** Which definition a finding is about: its kind (`approval-schema`) and its id. */
export type DefinitionReference = { kind: string; id: string }

/**
 * Something that is wrong, or could be better, in a definition: the one shape of every check of the project.
 * It carries facts; `finding-text.ts` makes the sentence, in the reader's language.
 */
export type Finding = {
  /** The situation, in kebab-case: `unknown-key`, `route-to-nowhere`. */
  code: string
  level: FindingLevel
  /** The file, where the definition came from one; relative to the folder that was read. */
  file?: string
  definition?: DefinitionReference
  /** JSON Pointer (RFC 6901) into the definition; empty for the whole of it. */
  path: string
  facts: Record<string, FindingFact>
  /** What would mend it, where that is obvious: a change that the designer can offer and make by itself. */
  repair?: { code: string; facts: Record<string, FindingFact> }
}

/** The languages in which the program itself speaks. */
export type ScreenLanguage = 'en' | 'ro'

/** The sentence of a finding in each language, made of its facts. Each part of the program that finds something keeps the table of its own codes. */
export type FindingTexts = Record<string, Record<ScreenLanguage, (facts: Finding['facts']) => string>>
