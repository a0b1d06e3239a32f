// The sentences of rehearsals and samples: what was expected, then what came of it. Romanian has comma-below ș and ț.
import type { FindingFact, FindingTexts } from '../../../schemas/finding.ts'

const list = (fact: FindingFact | undefined, none: string) => {
  const words = [fact ?? []].flat().map(String)
  return words.length === 0 || (words.length === 1 && words[0] === '') ? none : words.join(', ')
}
const en = (fact: FindingFact | undefined) => list(fact, 'nobody')
const ro = (fact: FindingFact | undefined) => list(fact, 'nimeni')
const nothingEn = (fact: FindingFact | undefined) => list(fact, 'nothing')
const nothingRo = (fact: FindingFact | undefined) => list(fact, 'nimic')
const because = (why: FindingFact | undefined) => (why === undefined ? '' : ` (${why})`)
const meantEn = (fact: FindingFact | undefined) => (fact === undefined ? '' : ` Did you mean "${fact}"?`)
const meantRo = (fact: FindingFact | undefined) => (fact === undefined ? '' : ` Ai vrut să scrii „${fact}”?`)

export const rehearsalFindingTexts: FindingTexts = {
  'scenario-refused': {
    en: ({ by, do: word, found, why }) => `"${word}" by ${by} was refused with "${found}"${because(why)}.`,
    ro: ({ by, do: word, found, why }) => `„${word}” de ${by} a fost refuzat cu „${found}”${because(why)}.`,
  },
  'scenario-not-refused': {
    en: ({ by, do: word, expected }) => `"${word}" by ${by} should have been refused with "${expected}", and was done.`,
    ro: ({ by, do: word, expected }) => `„${word}” de ${by} trebuia refuzat cu „${expected}”, dar a fost făcut.`,
  },
  'scenario-other-problem': {
    en: ({ by, do: word, expected, found, why }) =>
      `"${word}" by ${by} should have been refused with "${expected}", and was refused with "${found}"${because(why)}.`,
    ro: ({ by, do: word, expected, found, why }) =>
      `„${word}” de ${by} trebuia refuzat cu „${expected}”, dar a fost refuzat cu „${found}”${because(why)}.`,
  },
  'scenario-status': {
    en: ({ expected, found }) => `The status should be "${expected}" and is "${found}".`,
    ro: ({ expected, found }) => `Starea ar trebui să fie „${expected}” și este „${found}”.`,
  },
  'scenario-at': {
    en: ({ expected, found }) => `It should be at ${list(expected, 'no step')} and is at ${list(found, 'no step')}.`,
    ro: ({ expected, found }) => `Ar trebui să fie la ${list(expected, 'niciun pas')} și este la ${list(found, 'niciun pas')}.`,
  },
  'scenario-asked': {
    en: ({ expected, found }) => `Asked should be ${en(expected)}; asked is ${en(found)}.`,
    ro: ({ expected, found }) => `Ar trebui să fie de rezolvat la ${ro(expected)}; este la ${ro(found)}.`,
  },
  'scenario-number': {
    en: ({ expected, found }) => `The number should be "${expected}" and is ${list(found, 'not given yet')}.`,
    ro: ({ expected, found }) => `Numărul ar trebui să fie „${expected}” și este ${list(found, 'încă nedat')}.`,
  },
  'scenario-title': {
    en: ({ expected, found }) => `The title should be "${expected}" and is "${found}".`,
    ro: ({ expected, found }) => `Titlul ar trebui să fie „${expected}” și este „${found}”.`,
  },
  'scenario-card': {
    en: ({ field, expected, found }) => `"${field}" should be ${list(expected, 'blank')} and is ${list(found, 'blank')}.`,
    ro: ({ field, expected, found }) => `„${field}” ar trebui să fie ${list(expected, 'gol')} și este ${list(found, 'gol')}.`,
  },
  'scenario-field-unknown': {
    en: ({ field, type }) => `The document type "${type}" has no field "${field}".`,
    ro: ({ field, type }) => `Tipul de document „${type}” nu are câmpul „${field}”.`,
  },
  'scenario-notice': {
    en: ({ to, text, found }) => `${to} should have been told${text === undefined ? '' : ` "${text}"`}. Told was: ${nothingEn(found)}.`,
    ro: ({ to, text, found }) =>
      `${to} ar fi trebuit să fie anunțat${text === undefined ? '' : `: „${text}”`}. S-a anunțat: ${nothingRo(found)}.`,
  },
  'scenario-notices': {
    en: ({ found }) => `Nobody should have been told anything. Told was: ${nothingEn(found)}.`,
    ro: ({ found }) => `Nimeni nu trebuia anunțat. S-a anunțat: ${nothingRo(found)}.`,
  },
  'scenario-document-unknown': {
    en: ({ document }) => `There is no document "${document}" yet.`,
    ro: ({ document }) => `Nu există încă documentul „${document}”.`,
  },
  'scenario-wait': {
    en: ({ found }) => `"${found}" leads beyond the calendar.`,
    ro: ({ found }) => `„${found}” depășește calendarul.`,
  },
  'scenario-clock': {
    en: ({ document, at, found, why }) => `At ${at} the clock could not go on with "${document}": "${found}"${because(why)}.`,
    ro: ({ document, at, found, why }) => `La ${at} ceasul nu a putut merge mai departe cu „${document}”: „${found}”${because(why)}.`,
  },
  'sample-refused': {
    en: ({ by, do: word, found, why }) => `"${word}" by ${by} is refused with "${found}"${because(why)}.`,
    ro: ({ by, do: word, found, why }) => `„${word}” de ${by} este refuzat cu „${found}”${because(why)}.`,
  },
  'sample-clock': {
    en: ({ at, found, why }) => `At ${at} the clock could not go on: "${found}"${because(why)}.`,
    ro: ({ at, found, why }) => `La ${at} ceasul nu a putut merge mai departe: „${found}”${because(why)}.`,
  },
  'link-to-later': {
    en: ({ found }) => `"${found}" is made later than this, so nothing can point at it yet.`,
    ro: ({ found }) => `„${found}” apare după acesta, deci încă nu se poate face trimitere la el.`,
  },
  'repeated-name': {
    en: ({ found }) => `There are two documents "${found}".`,
    ro: ({ found }) => `Există două documente „${found}”.`,
  },
  'not-in-the-set': {
    en: ({ what, found, didYouMean }) => `There is no ${whatEn[String(what)]} "${found}" here.${meantEn(didYouMean)}`,
    ro: ({ what, found, didYouMean }) => `Nu există aici ${whatRo[String(what)]} „${found}”.${meantRo(didYouMean)}`,
  },
}

const whatEn: Record<string, string> = {
  document: 'document',
  type: 'document type',
  person: 'person',
  status: 'status',
  node: 'step',
  field: 'field',
}
const whatRo: Record<string, string> = {
  document: 'documentul',
  type: 'tipul de document',
  person: 'persoana',
  status: 'starea',
  node: 'pasul',
  field: 'câmpul',
}
