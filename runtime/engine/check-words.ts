import type { FindingFact, FindingTexts } from '../../schemas/finding.ts'

/** A word of the definitions, in the quotes of each language; of a list, all of them. */
export const en = (fact: FindingFact | undefined): string => listed(fact, (word) => `"${word}"`)
export const ro = (fact: FindingFact | undefined): string => listed(fact, (word) => `„${word}”`)

function listed(fact: FindingFact | undefined, quoted: (word: string | number) => string): string {
  return [fact ?? []].flat().map(quoted).join(', ')
}

export const meantEn = (fact: FindingFact | undefined): string => (fact === undefined ? '' : ` Did you mean ${en(fact)}?`)
export const meantRo = (fact: FindingFact | undefined): string => (fact === undefined ? '' : ` Ai vrut să scrii ${ro(fact)}?`)

/** A sentence that needs no facts. */
export function plain(inEnglish: string, inRomanian: string): FindingTexts[string] {
  return { en: () => inEnglish, ro: () => inRomanian }
}

/** Something named that does not exist: `No group "directors" exists on this site.` */
export function absent(inEnglish: (found: string) => string, inRomanian: (found: string) => string): FindingTexts[string] {
  return {
    en: ({ found, didYouMean }) => `${inEnglish(en(found))}${meantEn(didYouMean)}`,
    ro: ({ found, didYouMean }) => `${inRomanian(ro(found))}${meantRo(didYouMean)}`,
  }
}
