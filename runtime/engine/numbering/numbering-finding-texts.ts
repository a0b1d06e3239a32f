import type { FindingTexts } from '../../../schemas/finding.ts'

/** The sentences of what the check of numbering finds. */
export const numberingFindingTexts: FindingTexts = {
  'number-brace': {
    en: ({ pattern }) => `A brace in "${pattern}" has no partner.`,
    ro: ({ pattern }) => `O acoladă din „${pattern}” nu are pereche.`,
  },
  'number-part-unreadable': {
    en: ({ part }) => `"${part}" is neither digits, such as {0000}, nor part of a date, nor the name of a field.`,
    ro: ({ part }) => `„${part}” nu sunt nici cifre, ca {0000}, nici parte a unei date, nici numele unui câmp.`,
  },
  'number-without-digits': {
    en: ({ pattern }) => `Every document would get the same number: "${pattern}" lacks digits, such as {0000}.`,
    ro: ({ pattern }) => `Toate documentele ar primi același număr: din „${pattern}” lipsesc cifrele, ca {0000}.`,
  },
  'number-digits-twice': {
    en: ({ part }) => `A number counts once, and "${part}" would count a second time.`,
    ro: ({ part }) => `Un număr se numără o singură dată, iar „${part}” ar fi a doua numărătoare.`,
  },
  'number-unknown-field': {
    en: ({ field }) => `There is no field "${field}" to make the number of.`,
    ro: ({ field }) => `Nu există câmpul „${field}” din care să se facă numărul.`,
  },
  'number-date-is-none': {
    en: ({ field }) => `"${field}" is not a date, so it has no year to count by.`,
    ro: ({ field }) => `„${field}” nu este o dată, deci nu are un an după care să se numere.`,
  },
  'number-field-unshowable': {
    en: ({ field }) => `A number cannot show "${field}". It can show a text, a choice, a number, a rating or a department.`,
    ro: ({ field }) => `Un număr nu poate arăta „${field}”. Poate arăta un text, o alegere, un număr, o notă sau un departament.`,
  },
  'number-series-unreached': {
    en: ({ pattern }) => `"${pattern}" is never used: a series before it is used always.`,
    ro: ({ pattern }) => `„${pattern}” nu se folosește niciodată: o serie dinaintea ei se folosește mereu.`,
  },
  'number-series-may-lack': {
    en: () => 'A document for which no condition holds could not get a number. Add a series without a condition at the end.',
    ro: () => 'Un document pentru care nu e îndeplinită nicio condiție nu ar putea primi număr. Adaugă la sfârșit o serie fără condiție.',
  },
  'number-digits-touch-value': {
    en: ({ field }) => `Two documents could get the same number, because "${field}" touches the digits. Put a sign between them.`,
    ro: ({ field }) => `Două documente ar putea primi același număr, pentru că „${field}” atinge cifrele. Pune un semn între ele.`,
  },
  'number-per-is-shown': {
    en: ({ part }) => `The text shows "${part}", so it counts by it already.`,
    ro: ({ part }) => `Textul arată „${part}”, deci se numără deja după el.`,
  },
}
