// The sentences of what is found in the numbers of a document type.
import type { FindingTexts } from '../../../schemas/finding.ts'
import { en, plain, ro } from '../check-words.ts'

export const numberFindingTexts: FindingTexts = {
  'number-brace': {
    en: ({ pattern }) => `In the number ${en(pattern)} a brace has no partner.`,
    ro: ({ pattern }) => `În numărul ${ro(pattern)} o acoladă nu are pereche.`,
  },
  'number-part-unreadable': {
    en: ({ part }) => `${en(part)} is neither a counter, nor a part of a date, nor a field.`,
    ro: ({ part }) => `${ro(part)} nu este nici contor, nici parte de dată, nici câmp.`,
  },
  'number-without-digits': {
    en: ({ pattern }) => `The number ${en(pattern)} has no counter, as in {0000}.`,
    ro: ({ pattern }) => `Numărul ${ro(pattern)} nu are contor, ca {0000}.`,
  },
  'number-digits-twice': {
    en: ({ pattern }) => `The number ${en(pattern)} has two counters.`,
    ro: ({ pattern }) => `Numărul ${ro(pattern)} are două contoare.`,
  },
  'number-unknown-field': {
    en: ({ field }) => `The number names ${en(field)}, which does not exist.`,
    ro: ({ field }) => `Numărul folosește ${ro(field)}, care nu există.`,
  },
  'number-field-unshowable': {
    en: ({ field }) => `${en(field)} cannot be part of a number.`,
    ro: ({ field }) => `${ro(field)} nu poate face parte dintr-un număr.`,
  },
  'number-date-is-none': {
    en: ({ field }) => `The year of the number comes from ${en(field)}, which is no date.`,
    ro: ({ field }) => `Anul numărului vine din ${ro(field)}, care nu este o dată.`,
  },
  'number-digits-touch-value': {
    en: ({ field }) => `The counter touches ${en(field)}: two documents could get one number. Put a sign between them.`,
    ro: ({ field }) => `Contorul se lipește de ${ro(field)}: două documente ar putea primi același număr. Pune un semn între ele.`,
  },
  'number-per-is-shown': {
    en: ({ part }) => `${en(part)} stands in the number, so it counts by itself already.`,
    ro: ({ part }) => `${ro(part)} apare în număr, deci se numără oricum separat.`,
  },
  'number-series-unreached': {
    en: ({ pattern }) => `The number ${en(pattern)} is never given: one before it always is.`,
    ro: ({ pattern }) => `Numărul ${ro(pattern)} nu se dă niciodată: se dă mereu cel dinainte.`,
  },
  'number-series-may-lack': plain(
    'Every number has a condition: a document for which none holds gets none.',
    'Fiecare număr are o condiție: un document care nu îndeplinește niciuna nu primește număr.',
  ),
}
