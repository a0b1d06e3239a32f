import { booleanBuiltins } from './builtins/boolean.ts'
import { contextBuiltins } from './builtins/context.ts'
import { conversionBuiltins } from './builtins/conversion.ts'
import type { Builtin } from './builtins/define.ts'
import { listBuiltins } from './builtins/list.ts'
import { numberBuiltins } from './builtins/number.ts'
import { rangeBuiltins } from './builtins/range.ts'
import { statisticsBuiltins } from './builtins/statistics.ts'
import { stringBuiltins } from './builtins/string.ts'
import { temporalBuiltins } from './builtins/temporal.ts'

export type { Builtin, Overload, Signature } from './builtins/define.ts'

/** The functions of DMN 1.5 (10.3.4), and `total`, which is ours. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [
    ...conversionBuiltins,
    ...booleanBuiltins,
    ...stringBuiltins,
    ...numberBuiltins,
    ...listBuiltins,
    ...statisticsBuiltins,
    ...contextBuiltins,
    ...temporalBuiltins,
    ...rangeBuiltins,
  ].map((one) => [one.name, one]),
)

export function builtinNames(): Iterable<string> {
  return BUILTINS.keys()
}
