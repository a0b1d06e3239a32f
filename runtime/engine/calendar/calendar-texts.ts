import type { FindingTexts } from '../../../schemas/finding.ts'
import type { CalendarProblem, DurationFault } from './calendar-problem.ts'

const faultEn: Record<DurationFault, string> = {
  shape: 'Two days are written P2D, four hours PT4H.',
  'nothing-counted': 'It counts nothing; two days are written P2D.',
  fraction: 'Only seconds have decimals; a day and a half is P1DT12H.',
  'sign-inside': 'The minus stands before the P, as in -P2D.',
  'too-long': 'A count has at most nine digits.',
}
const faultRo: Record<DurationFault, string> = {
  shape: 'Două zile se scriu P2D, patru ore PT4H.',
  'nothing-counted': 'Nu numără nimic; două zile se scriu P2D.',
  fraction: 'Numai secundele au zecimale; o zi și jumătate se scrie P1DT12H.',
  'sign-inside': 'Minusul stă înaintea lui P, ca în -P2D.',
  'too-long': 'Un număr are cel mult nouă cifre.',
}
const faultOf = (faults: Record<DurationFault, string>, why: unknown) => faults[why as DurationFault] ?? faults.shape

/** The sentences of every calendar problem; a problem without its code is the facts of its sentence. */
export const calendarTexts = {
  'not-a-duration': {
    en: ({ text, why }) => `"${text}" is not a stretch of time. ${faultOf(faultEn, why)}`,
    ro: ({ text, why }) => `„${text}” nu este o durată. ${faultOf(faultRo, why)}`,
  },
  'months-in-working-time': {
    en: ({ text }) => `Working time counts weeks, days and hours, and "${text}" has months or years. Use calendar time, or count in weeks.`,
    ro: ({ text }) =>
      `Timpul de lucru se numără în săptămâni, zile și ore, iar „${text}” are luni sau ani. Folosește timpul calendaristic sau numără în săptămâni.`,
  },
  'no-working-hours': {
    en: () => 'Nobody works in this calendar. Give at least one day of the week its hours.',
    ro: () => 'În acest calendar nu lucrează nimeni. Dă ore de lucru cel puțin unei zile din săptămână.',
  },
  'no-working-time-near': {
    en: () => 'Nobody works within 110 years of that moment in this calendar, so nothing can be counted. Look at its days off.',
    ro: () => 'În acest calendar nu lucrează nimeni în 110 ani de la acel moment, deci nu se poate număra nimic. Verifică zilele libere.',
  },
  'unknown-zone': {
    en: ({ zone }) => `There is no time zone "${zone}". Its name looks like Europe/Bucharest.`,
    ro: ({ zone }) => `Nu există fusul orar „${zone}”. Numele arată ca Europe/Bucharest.`,
  },
  'bad-working-hours': {
    en: ({ place, found }) =>
      `The hours "${found}" (${place}) cannot be: they go from earlier to later, in order, without overlapping, as 09:00-17:00.`,
    ro: ({ place, found }) =>
      `Orele „${found}” (${place}) nu pot fi așa: merg de la mai devreme la mai târziu, în ordine, fără suprapuneri, ca 09:00-17:00.`,
  },
  'bad-date': {
    en: ({ found }) => `There is no date "${found}". A date looks like 2026-12-01.`,
    ro: ({ found }) => `Nu există data „${found}”. O dată arată ca 2026-12-01.`,
  },
  'no-such-hour': {
    en: ({ found }) => `There is no hour "${found}". An hour looks like 09:00.`,
    ro: ({ found }) => `Nu există ora „${found}”. O oră arată ca 09:00.`,
  },
  'out-of-range': {
    en: () => 'That lies too far away to be counted.',
    ro: () => 'Este prea departe ca să se poată număra.',
  },
} satisfies Record<CalendarProblem['code'], FindingTexts[string]>
