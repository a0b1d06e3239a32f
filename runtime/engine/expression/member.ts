import type { Run } from './compiling.ts'
import { fromNumber } from './decimal.ts'
import { DaysTimeDuration, FeelDate, FeelDateTime, FeelTime, NANOS, offsetOf, parts, weekday, YearsMonthsDuration } from './temporal.ts'
import { isContext, isList, isReference, Range, type Value } from './value.ts'

/** What stands behind the dot; null where there is nothing of that name. A list gives the list of its items' members. */
export function readMember(run: Run, value: Value, member: string): Value {
  if (value === null) return null
  if (isContext(value)) return value.get(member) ?? null
  if (isReference(value)) return run.host.read(value, member)
  if (isList(value)) {
    run.meter.spend(value.length)
    return value.map((item) => readMember(run, item, member))
  }
  if (typeof value !== 'object') return null
  if (value instanceof FeelDate) return dateMember(value, member)
  if (value instanceof FeelDateTime) return dateMember(value.date, member) ?? timeMember(value.time, value.date, member)
  if (value instanceof FeelTime) return timeMember(value, new FeelDate(1970, 1, 1), member)
  if (value instanceof DaysTimeDuration) return daysTimeMember(value, member)
  if (value instanceof YearsMonthsDuration) {
    if (member === 'years') return fromNumber(Math.trunc(value.months / 12))
    return member === 'months' ? fromNumber(value.months % 12) : null
  }
  if (value instanceof Range) return rangeMember(value, member)
  return null
}

function dateMember(date: FeelDate, member: string): Value {
  switch (member) {
    case 'year':
    case 'month':
    case 'day':
      return fromNumber(date[member])
    case 'weekday':
      return fromNumber(weekday(date))
    default:
      return null
  }
}

function timeMember(time: FeelTime, date: FeelDate, member: string): Value {
  switch (member) {
    case 'hour':
    case 'minute':
    case 'second':
      return fromNumber(time[member])
    case 'time offset': {
      const offset = offsetOf(time, date)
      return offset === null ? null : new DaysTimeDuration(BigInt(offset) * NANOS)
    }
    case 'timezone':
      return typeof time.zone === 'string' ? time.zone : null
    default:
      return null
  }
}

function daysTimeMember(duration: DaysTimeDuration, member: string): Value {
  const sign = duration.nanos < 0n ? -1 : 1
  const split = parts(duration)
  switch (member) {
    case 'days':
      return fromNumber(sign * Number(split.days))
    case 'hours':
    case 'minutes':
    case 'seconds':
      return fromNumber(sign * split[member])
    default:
      return null
  }
}

function rangeMember(range: Range, member: string): Value {
  switch (member) {
    case 'start':
      return range.start
    case 'end':
      return range.end
    case 'start included':
      return range.startIncluded
    case 'end included':
      return range.endIncluded
    default:
      return null
  }
}
