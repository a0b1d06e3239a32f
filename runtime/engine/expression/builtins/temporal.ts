import { fromNumber } from '../decimal.ts'
import { dayOfYear, type FeelDate, FeelDateTime, weekday, weekOfYear } from '../temporal.ts'
import { DATE, DATE_TIME, NUMBER, STRING } from '../type.ts'
import type { Value } from '../value.ts'
import { type Builtin, builtin, overload } from './define.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

export const temporalBuiltins: readonly Builtin[] = [
  ofDate('day of year', NUMBER, (date) => fromNumber(dayOfYear(date))),
  ofDate('week of year', NUMBER, (date) => fromNumber(weekOfYear(date))),
  ofDate('day of week', STRING, (date) => DAYS[weekday(date) - 1]!),
  ofDate('month of year', STRING, (date) => MONTHS[date.month - 1]!),
  {
    ...builtin(
      'now',
      overload('', DATE_TIME, (_, run) => run.host.now()),
    ),
    pure: false,
  },
  {
    ...builtin(
      'today',
      overload('', DATE, (_, run) => {
        const now = run.host.now()
        return now instanceof FeelDateTime ? now.date : null
      }),
    ),
    pure: false,
  },
]

function ofDate(name: string, type: typeof NUMBER, compute: (date: FeelDate) => Value): Builtin {
  return builtin(
    name,
    overload<[FeelDate | FeelDateTime]>('date:date|date_and_time', type, ([value]) =>
      compute(value instanceof FeelDateTime ? value.date : value),
    ),
  )
}
