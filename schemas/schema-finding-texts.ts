// The sentences of what a schema finds. The cause comes before the remedy; Romanian has comma-below ș and ț.
import type { FindingFact, FindingTexts } from './finding.ts'

/** A word of the definition, in the quotes of each language. */
const en = (fact: FindingFact | undefined) => `"${fact}"`
const ro = (fact: FindingFact | undefined) => `„${fact}”`

const listed = (fact: FindingFact | undefined, or: string): string => {
  const words = [fact ?? []].flat().map(String)
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`
}

const meantEn = (fact: FindingFact | undefined) => (fact === undefined ? '' : ` Did you mean ${en(fact)}?`)
const meantRo = (fact: FindingFact | undefined) => (fact === undefined ? '' : ` Ai vrut să scrii ${ro(fact)}?`)

const typeEn: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}
const typeRo: Record<string, string> = {
  string: 'un text',
  number: 'un număr',
  integer: 'un număr întreg',
  boolean: 'true sau false',
  array: 'o listă',
  object: 'un obiect',
  null: 'null',
}
const typesIn = (names: Record<string, string>, fact: FindingFact | undefined) =>
  [fact ?? []].flat().map((type) => names[type] ?? String(type))

/** A choice out of a list: what stands there, what could, and what was probably meant. */
const oneOf = (whatEn: string, whatRo: string): FindingTexts[string] => ({
  en: ({ found, expected, didYouMean }) =>
    `${whatEn} ${en(found)} does not exist.${meantEn(didYouMean) || ` It can be ${listed(expected, 'or')}.`}`,
  ro: ({ found, expected, didYouMean }) =>
    `${whatRo} ${ro(found)} nu există.${meantRo(didYouMean) || ` Poate fi ${listed(expected, 'sau')}.`}`,
})

/** A word of the wrong form: how it should look, with an example. */
const form = (formEn: string, formRo: string): FindingTexts[string] => ({
  en: ({ found }) => `${en(found)} should be ${formEn}.`,
  ro: ({ found }) => `${ro(found)} ar trebui să fie ${formRo}.`,
})

export const schemaFindingTexts: FindingTexts = {
  'unknown-key': {
    en: ({ key, expected, didYouMean }) =>
      `${en(key)} is not a word of the language here.${meantEn(didYouMean) || ` There can be ${listed(expected, 'or')}.`}`,
    ro: ({ key, expected, didYouMean }) =>
      `${ro(key)} nu este un cuvânt al limbajului aici.${meantRo(didYouMean) || ` Poate sta ${listed(expected, 'sau')}.`}`,
  },
  'missing-key': {
    en: ({ key }) => `${en(key)} is missing.`,
    ro: ({ key }) => `Lipsește ${ro(key)}.`,
  },
  'missing-key-beside': {
    en: ({ key, beside }) => `${en(beside)} needs ${en(key)} beside it.`,
    ro: ({ key, beside }) => `${ro(beside)} are nevoie de ${ro(key)} alături.`,
  },
  'needs-one-key': {
    en: ({ expected }) => `One of these is needed: ${listed(expected, 'or')}.`,
    ro: ({ expected }) => `E nevoie de una dintre: ${listed(expected, 'sau')}.`,
  },
  'too-many-keys': {
    en: ({ found }) => `${listed(found, 'and')} cannot stand together; keep one.`,
    ro: ({ found }) => `${listed(found, 'și')} nu pot sta împreună; păstrează una.`,
  },
  'wrong-type': {
    en: ({ found, expected }) => `This is ${typesIn(typeEn, found)}, and should be ${listed(typesIn(typeEn, expected), 'or')}.`,
    ro: ({ found, expected }) => `Aici este ${typesIn(typeRo, found)} și ar trebui să fie ${listed(typesIn(typeRo, expected), 'sau')}.`,
  },
  'not-one-of': oneOf('The value', 'Valoarea'),
  'unknown-field-type': oneOf('The field type', 'Tipul de câmp'),
  'unknown-node-kind': oneOf('The kind of step', 'Felul de pas'),
  'unknown-automation': oneOf('The automatic action', 'Acțiunea automată'),
  'bad-id': form(
    'lower-case letters, digits and single hyphens, as in "in-approval"',
    'din litere mici, cifre și cratime simple, ca „in-approval”',
  ),
  'bad-field-id': form(
    'made of letters and digits, beginning with a small letter, as in "signedOn"',
    'din litere și cifre, începând cu o literă mică, ca „signedOn”',
  ),
  'bad-item-id': form('made of letters, digits and hyphens, as in "RON"', 'din litere, cifre și cratime, ca „RON”'),
  'bad-sample-id': form(
    'made of letters, digits and hyphens, beginning with a small letter, as in "ana"',
    'din litere, cifre și cratime, începând cu o literă mică, ca „ana”',
  ),
  'bad-path': form(
    'a field, or fields joined by points, as in "counterparty.taxNumber"',
    'un câmp sau câmpuri legate prin puncte, ca „counterparty.taxNumber”',
  ),
  'bad-duration': form(
    'a length of time, as in "P2D" (two days) or "PT4H" (four hours)',
    'o durată, ca „P2D” (două zile) sau „PT4H” (patru ore)',
  ),
  'bad-hour': form('an hour, as in "09:00"', 'o oră, ca „09:00”'),
  'bad-day': form('a day, as in "2026-11-23"', 'o zi, ca „2026-11-23”'),
  'bad-instant': form('a moment in UTC, as in "2026-11-23T09:00:00.000Z"', 'un moment în UTC, ca „2026-11-23T09:00:00.000Z”'),
  'bad-local-moment': form('a day and an hour, as in "2026-11-23T09:00"', 'o zi și o oră, ca „2026-11-23T09:00”'),
  'bad-language': form('a language, as in "en" or "ro"', 'o limbă, ca „en” sau „ro”'),
  'bad-number-pattern': form('a pattern with a counter, as in "A-{yyyy}/{0000}"', 'un model cu un contor, ca „A-{yyyy}/{0000}”'),
  'bad-email': form('an e-mail address, as in "ana@example.org"', 'o adresă de e-mail, ca „ana@example.org”'),
  'bad-version': form('a version of three numbers, as in "1.0.0"', 'o versiune din trei numere, ca „1.0.0”'),
  'bad-print-file': form('the name of a .docx file', 'numele unui fișier .docx'),
  'bad-file-ending': form('the ending of a file name, as in "pdf"', 'terminația unui nume de fișier, ca „pdf”'),
  'bad-regular-expression': {
    en: ({ found }) => `${en(found)} is not a regular expression.`,
    ro: ({ found }) => `${ro(found)} nu este o expresie regulată.`,
  },
  'reserved-id': {
    en: ({ found }) => `${en(found)} already means something here; choose another name.`,
    ro: ({ found }) => `${ro(found)} înseamnă deja altceva aici; alege alt nume.`,
  },
  'repeated-id': {
    en: ({ found }) => `${en(found)} stands twice in this list.`,
    ro: ({ found }) => `${ro(found)} apare de două ori în această listă.`,
  },
  'repeated-item': {
    en: ({ found }) => `${en(found)} stands twice in this list.`,
    ro: ({ found }) => `${ro(found)} apare de două ori în această listă.`,
  },
  empty: {
    en: () => 'This cannot be empty.',
    ro: () => 'Nu poate rămâne necompletat.',
  },
  'too-few': {
    en: ({ found, least }) => `At least ${least} are needed here; now: ${found}.`,
    ro: ({ found, least }) => `Aici e nevoie de cel puțin ${least}; acum: ${found}.`,
  },
  'too-many': {
    en: ({ found, most }) => `At most ${most} can stand here; now: ${found}.`,
    ro: ({ found, most }) => `Aici pot sta cel mult ${most}; acum: ${found}.`,
  },
  'too-small': {
    en: ({ found, least }) => `${found} is less than ${least}.`,
    ro: ({ found, least }) => `${found} este mai mic decât ${least}.`,
  },
  'too-large': {
    en: ({ found, most }) => `${found} is more than ${most}.`,
    ro: ({ found, most }) => `${found} este mai mare decât ${most}.`,
  },
  'too-long': {
    en: ({ most }) => `This is longer than it may be (${most}).`,
    ro: ({ most }) => `Este mai lung decât se poate (${most}).`,
  },
  'bad-schema-version': {
    en: ({ found }) => `The version of the language should be a whole number from 1 on, and is ${en(found)}.`,
    ro: ({ found }) => `Versiunea limbajului ar trebui să fie un număr întreg de la 1 în sus și este ${ro(found)}.`,
  },
  'newer-schema-version': {
    en: ({ found, newest }) =>
      `This is written in version ${found} of the language, and the program knows it up to ${newest}. A newer program can read it.`,
    ro: ({ found, newest }) =>
      `Este scris în versiunea ${found} a limbajului, iar programul o cunoaște până la ${newest}. Un program mai nou îl poate citi.`,
  },
}
