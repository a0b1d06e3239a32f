import { withoutDiacritics } from '../language/without-diacritics.ts'

/** An id for a new role or group, made of its name: "Șef de șantier" → "sef-de-santier", and "-2" where there is one already. */
export function idFor(name: string, taken: readonly string[]): string {
  const word =
    withoutDiacritics(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80)
      .replace(/-+$/, '') || 'unnamed'
  if (!taken.includes(word)) return word
  for (let number = 2; ; number++) if (!taken.includes(`${word}-${number}`)) return `${word}-${number}`
}
