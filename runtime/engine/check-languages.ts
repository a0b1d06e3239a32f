import { type Pointer, step } from '../../schemas/pointer.ts'
import type { Checking } from './checking.ts'

/** Under these keys stands a text for people, a string or a map by language. */
const textKeys = new Set(['label', 'title', 'tab', 'text', 'help', 'else', 'whenNot', 'position'])

/** Texts that exist in some languages and lack one of the set's; one string for all of them lacks none. */
export function checkLanguages(definition: object, languages: readonly string[], checking: Checking): void {
  const walk = (value: unknown, at: Pointer): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      const here = step(at, key)
      const isText = textKeys.has(key) && typeof child === 'object' && child !== null && !Array.isArray(child)
      if (!isText) walk(child, here)
      else {
        const missing = languages.filter((language) => !Object.hasOwn(child, language))
        if (missing.length > 0) checking.hint('text-not-translated', here, { languages: missing })
      }
    }
  }
  walk(definition, '')
}
