import type { FactReader } from '../document/fact-reader.ts'
import type { LocalText } from '../site.ts'
import type { LinkValue, Rendered } from './card.ts'
import { displayValue } from './display.ts'
import type { OfType } from './field.ts'
import { textIn } from './local-text.ts'
import { type Found, readPath } from './path.ts'
import type { Around, Subject } from './scope.ts'

const BRACES = /\{([a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*)\}/g

/** The paths that stand in braces in a text, in any language of it. */
export function pathsIn(text: LocalText): readonly string[] {
  const texts = typeof text === 'string' ? [text] : Object.values(text)
  return [...new Set(texts.flatMap((one) => [...one.matchAll(BRACES)].map((match) => match[1]!)))]
}

/**
 * A text with its values put in, as its reader reads them; empty where there is none. What is confidential, or seen by
 * some readers only, is left empty: a text is made once, for everybody who may get it.
 */
export function renderText(
  text: LocalText,
  program: OfType,
  document: Subject,
  reader: FactReader,
  language: string,
  around: Around = {},
): string {
  const { languages } = reader.facts.site
  const shown = ({ field, value, currency }: Found): string => {
    // The document's own title is the one that it has: nothing needs to be fetched for it.
    const isOwn = field.type === 'link' && (value as LinkValue).id === document.id
    return isOwn ? textIn(document.title, language, languages) : displayValue(field, value, reader, language, currency)
  }
  const filled = textIn(text, language, languages).replace(BRACES, (_, path: string) => {
    const values = readPath(program, document, reader, path, around).filter(({ guarded }) => !guarded)
    return values.map(shown).filter(Boolean).join(', ')
  })
  return filled.replace(/[ \t]{2,}/g, ' ').trim()
}

/** The text in every language of the site. */
export function renderEverywhere(text: LocalText, program: OfType, document: Subject, reader: FactReader, around: Around = {}): Rendered {
  const { languages } = reader.facts.site
  return Object.fromEntries(languages.map((language) => [language, renderText(text, program, document, reader, language, around)]))
}
