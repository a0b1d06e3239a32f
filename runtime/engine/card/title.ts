import type { FactReader } from '../document/fact-reader.ts'
import type { Rendered } from './card.ts'
import type { OfType } from './field.ts'
import { textIn } from './local-text.ts'
import { renderText } from './render-text.ts'
import type { Subject } from './scope.ts'

/**
 * The title of a document in every language of the site. A type without one is called by its label and number; a title
 * all of whose values are blank still has its own words.
 */
export function renderTitle(program: OfType, document: Subject, reader: FactReader): Rendered {
  const { languages } = reader.facts.site
  const { title, label } = program.type
  return Object.fromEntries(
    languages.map((language) => {
      const name = textIn(label, language, languages)
      const text =
        title === undefined ? [name, document.number].filter(Boolean).join(' ') : renderText(title, program, document, reader, language)
      return [language, text === '' ? name : text]
    }),
  )
}
