import type { LocalDate } from '../../engine/calendar/local-date.ts'

/** What stands in the form of an absence; days are whole ones, the last one included. */
export interface AbsenceAnswers {
  readonly from: LocalDate | undefined
  readonly to: LocalDate | undefined
  readonly substitute: string | undefined
  readonly openToo: boolean
}

type Wrong =
  | 'absence.from.missing'
  | 'absence.to.missing'
  | 'absence.to.before'
  | 'absence.to.past'
  | `absence.substitute.${'missing' | 'me'}`

/** What cannot be noted as it stands, by field. */
export function wrongDays(
  { from, to, substitute }: AbsenceAnswers,
  me: string,
  today: LocalDate,
): Partial<Record<'from' | 'to' | 'substitute', Wrong>> {
  return {
    ...(!from && { from: 'absence.from.missing' as const }),
    ...(!to
      ? { to: 'absence.to.missing' as const }
      : to < today
        ? { to: 'absence.to.past' as const }
        : from && to < from
          ? { to: 'absence.to.before' as const }
          : {}),
    ...(!substitute
      ? { substitute: 'absence.substitute.missing' as const }
      : substitute === me
        ? { substitute: 'absence.substitute.me' as const }
        : {}),
  }
}
