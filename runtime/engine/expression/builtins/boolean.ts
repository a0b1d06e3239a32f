import { FeelDate, FeelDateTime, FeelTime } from '../temporal.ts'
import { BOOLEAN } from '../type.ts'
import { equals, kindOf, type Value } from '../value.ts'
import { type Builtin, builtin, overload } from './define.ts'

export const booleanBuiltins: readonly Builtin[] = [
  builtin(
    'not',
    overload<[boolean]>('negand:boolean', BOOLEAN, ([negand]) => !negand),
  ),
  builtin(
    'is',
    overload<[Value, Value]>('value1:any~? value2:any~?', BOOLEAN, ([a = null, b = null]) => isSame(a, b)),
  ),
]

/** The same value, not only an equal one: a time in Paris is not the time in UTC that it is equal to. */
function isSame(a: Value, b: Value): boolean {
  if (kindOf(a) !== kindOf(b)) return false
  if (a instanceof FeelDate || a instanceof FeelDateTime || a instanceof FeelTime) return String(a) === String(b)
  return equals(a, b) === true
}
