import { type Pointer, step } from '../../schemas/pointer.ts'
import type { Checking } from './checking.ts'

/** Under these keys stands a text for people, a string or a map by language. */
const textKeys = new Set(['label', 'title', 'tab', 'text', 'help', 'else', 'whenNot', 'position'])

/** A place inside a definition, written out only where something is found there. */
interface Inside {
  readonly up: Inside | null
  readonly key: string
}

/** Texts that exist in some languages and lack one of the set's; one string for all of them lacks none. */
export function checkLanguages(definition: object, languages: readonly string[], checking: Checking): void {
  const walk = (value: object, up: Inside | null): void => {
    for (const key of Object.keys(value)) {
      const child = (value as Record<string, unknown>)[key]
      if (typeof child !== 'object' || child === null) continue
      const here = { up, key }
      if (Array.isArray(child) || !textKeys.has(key)) walk(child, here)
      else {
        const missing = languages.filter((language) => !Object.hasOwn(child, language))
        if (missing.length > 0) checking.hint('text-not-translated', pointerTo(here), { languages: missing })
      }
    }
  }
  walk(definition, null)
}

function pointerTo({ up, key }: Inside): Pointer {
  return step(up ? pointerTo(up) : '', key)
}
