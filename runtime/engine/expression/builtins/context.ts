import { ANY, contextOf, listOf, STRING } from '../type.ts'
import { type Context, isContext, type Value } from '../value.ts'
import { type Builtin, builtin, overload } from './define.ts'

export const contextBuiltins: readonly Builtin[] = [
  builtin(
    'get value',
    overload<[Context, string]>('m:context key:string', ANY, ([context, key]) => context.get(key) ?? null),
    overload<[Context, string]>('context:context key:string', ANY, ([context, key]) => context.get(key) ?? null),
  ),
  builtin(
    'get entries',
    overload<[Context]>('m:context', listOf(contextOf({ key: STRING, value: ANY })), ([context]) =>
      [...context].map(
        ([key, value]) =>
          new Map<string, Value>([
            ['key', key],
            ['value', value],
          ]),
      ),
    ),
  ),
  builtin(
    'context',
    overload<[readonly Value[]]>('entries:list', ANY, ([entries]) => fromEntries(entries)),
  ),
  builtin(
    'context put',
    overload<[Context, string | readonly Value[], Value]>(
      'context:context key_or_keys:string|list value:any~',
      ANY,
      ([context, key, value]) => put(context, typeof key === 'string' ? [key] : key, value),
    ),
    overload<[Context, string, Value]>('context:context key:string value:any~', ANY, ([context, key, value]) => put(context, [key], value)),
    overload<[Context, readonly Value[], Value]>('context:context keys:list value:any~', ANY, ([context, keys, value]) =>
      put(context, keys, value),
    ),
  ),
  builtin(
    'context merge',
    overload<[readonly Value[]]>('contexts:list', ANY, ([contexts]) => {
      if (!contexts.every((one) => one !== null && isContext(one))) return null
      return new Map(contexts.flatMap((one) => [...(one as Context)]))
    }),
  ),
]

function fromEntries(entries: readonly Value[]): Context | null {
  const context = new Map<string, Value>()
  for (const entry of entries) {
    if (entry === null || !isContext(entry) || !entry.has('value')) return null
    const key = entry.get('key')
    if (typeof key !== 'string' || context.has(key)) return null
    context.set(key, entry.get('value')!)
  }
  return context
}

function put(context: Value, keys: readonly Value[], value: Value): Value {
  const [key, ...rest] = keys
  if (typeof key !== 'string' || context === null || !isContext(context)) return null
  const changed = new Map(context)
  if (rest.length === 0) return changed.set(key, value)
  const inner = put(context.get(key) ?? null, rest, value)
  return inner === null ? null : changed.set(key, inner)
}
