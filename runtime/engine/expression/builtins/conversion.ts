import { isZone } from '../../calendar/zone.ts'
import { Decimal, floor, isInteger, parseDecimal, toNumber } from '../decimal.ts'
import {
  type DaysTimeDuration,
  dateTimeOf,
  FeelDate,
  FeelDateTime,
  FeelTime,
  makeDate,
  makeTime,
  monthsBetween,
  NANOS,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  YearsMonthsDuration,
} from '../temporal.ts'
import { toText } from '../text.ts'
import { ANY, DATE, DATE_TIME, DAYS_TIME, type FeelType, NUMBER, STRING, TIME, YEARS_MONTHS } from '../type.ts'
import type { Value } from '../value.ts'
import { type Builtin, builtin, overload } from './define.ts'

export const conversionBuiltins: readonly Builtin[] = [
  builtin(
    'string',
    overload<[Value]>('from:any', STRING, ([from], run) => toText(from, run.meter.size)),
  ),
  builtin(
    'number',
    overload<[Value]>('from:string|number', NUMBER, ([from]) => (from instanceof Decimal ? from : parseDecimal(String(from)))),
    overload<[string, string | null, string | null]>(
      'from:string grouping_separator:string~ decimal_separator:string~',
      NUMBER,
      ([from, grouping, point]) => groupedNumber(from, grouping, point),
    ),
  ),
  checked(
    'date',
    DATE,
    overload<[Value]>('from:string|date|date_and_time', DATE, ([from]) => {
      if (typeof from === 'string') return parseDate(from)
      return from instanceof FeelDateTime ? from.date : from
    }),
    overload<Decimal[]>('year:number month:number day:number', DATE, ([year, month, day]) =>
      makeDate(whole(year!), whole(month!), whole(day!)),
    ),
  ),
  checked(
    'time',
    TIME,
    overload<[Value]>('from:string|time|date_and_time|date', TIME, ([from]) => {
      if (typeof from === 'string') return parseTime(from)
      if (from instanceof FeelDateTime) return from.time
      return from instanceof FeelDate ? new FeelTime(0, 0, 0, 0, 0) : from
    }),
    overload<[Decimal, Decimal, Decimal, DaysTimeDuration | null]>(
      'hour:number minute:number second:number offset:days_and_time_duration?~',
      TIME,
      ([hour, minute, second, offset]) => timeOf(hour, minute, second, offset ?? null),
    ),
  ),
  checked(
    'date and time',
    DATE_TIME,
    overload<[Value]>('from:string|date_and_time|date', DATE_TIME, ([from]) => {
      if (typeof from === 'string') return parseDateTime(from)
      return from instanceof FeelDate ? new FeelDateTime(from, new FeelTime(0, 0, 0, 0, null)) : from
    }),
    overload<[FeelDate | FeelDateTime, FeelTime]>('date:date|date_and_time time:time', DATE_TIME, ([date, time]) =>
      dateTimeOf(date instanceof FeelDateTime ? date.date : date, time),
    ),
    overload<[FeelDateTime, string]>('date:date_and_time timezone:string', DATE_TIME, ([date, zone]) => inZone(date, zone)),
    overload<[Decimal, Decimal, Decimal, Decimal, Decimal, Decimal, DaysTimeDuration | string | null]>(
      'year:number month:number day:number hour:number minute:number second:number offset:days_and_time_duration|string?~',
      DATE_TIME,
      ([year, month, day, hour, minute, second, offset]) => {
        const zone = typeof offset === 'string' ? null : (offset ?? null)
        const time = timeOf(hour, minute, second, zone)
        const value = time && dateTimeOf(makeDate(whole(year), whole(month), whole(day)), time)
        return value && typeof offset === 'string' ? inZone(value, offset) : value
      },
    ),
  ),
  checked(
    'duration',
    ANY,
    overload<[Value]>('from:string|days_and_time_duration|years_and_months_duration', durationType, ([from]) =>
      typeof from === 'string' ? parseDuration(from) : from,
    ),
  ),
  builtin(
    'years and months duration',
    overload<[FeelDate | FeelDateTime, FeelDate | FeelDateTime]>(
      'from:date|date_and_time to:date|date_and_time',
      YEARS_MONTHS,
      ([from, to]) => new YearsMonthsDuration(monthsBetween(dayOf(from), dayOf(to))),
    ),
  ),
]

// `duration("P1D")` is folded to a value, whose type the caller then knows; of another duration it is its own.
function durationType([from]: readonly FeelType[]): FeelType {
  return from && (from.kind === DAYS_TIME.kind || from.kind === YEARS_MONTHS.kind) ? from : ANY
}

function checked(name: string, type: FeelType, ...overloads: Parameters<typeof builtin>[1][]): Builtin {
  const parse = { date: parseDate, time: parseTime, 'date and time': parseDateTime, duration: parseDuration }[name]!
  return {
    ...builtin(name, ...overloads),
    check: (constants) => {
      const [text] = constants
      if (constants.length !== 1 || typeof text !== 'string' || parse(text)) return null
      return { code: 'invalid-literal', found: text, expected: type.kind === 'any' ? name : type.kind }
    },
  }
}

function whole(value: Decimal): number {
  return isInteger(value) ? toNumber(value) : Number.NaN
}

function timeOf(hour: Decimal, minute: Decimal, second: Decimal, offset: DaysTimeDuration | null): FeelTime | null {
  const full = floor(second)
  const nano = Math.round((toNumber(second) - toNumber(full)) * 1e9)
  const zone = offset === null ? null : Number(offset.nanos / NANOS)
  if (zone !== null && Math.abs(zone) > 18 * 3600) return null
  return makeTime(whole(hour), whole(minute), toNumber(full), nano, zone)
}

function inZone({ date, time }: FeelDateTime, zone: string): FeelDateTime | null {
  if (!isZone(zone) || time.zone !== null) return null
  return new FeelDateTime(date, new FeelTime(time.hour, time.minute, time.second, time.nano, zone))
}

function dayOf(value: FeelDate | FeelDateTime): FeelDate {
  return value instanceof FeelDateTime ? value.date : value
}

const GROUPINGS = [' ', ',', '.', null]
const POINTS = ['.', ',', null]

function groupedNumber(from: string, grouping: string | null, point: string | null): Decimal | null {
  if (!GROUPINGS.includes(grouping) || !POINTS.includes(point) || (grouping !== null && grouping === point)) return null
  let text = grouping === null ? from : from.replaceAll(grouping, '')
  if (point !== null && point !== '.') {
    if (text.includes('.')) return null
    text = text.replace(point, '.')
  }
  return parseDecimal(text)
}
