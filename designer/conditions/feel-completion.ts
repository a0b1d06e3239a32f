import type { Names } from '../../runtime/engine/card/types.ts'
import { BUILTINS } from '../../runtime/engine/expression/builtin.ts'
import { typeMembers } from '../../runtime/engine/expression/type.ts'

/** What the letters before the caret may become. */
export interface Completion {
  readonly from: number
  readonly to: number
  readonly options: readonly { readonly text: string; readonly kind: 'field' | 'function' }[]
}

/** Functions that offices use, first; the rest of the language is offered as it is typed. */
const usual = [
  'count',
  'sum',
  'total',
  'min',
  'max',
  'contains',
  'starts with',
  'working days',
  'today',
  'not',
  'if',
  'upper case',
  'round half up',
]
const most = 12

/** Completes a name, a member behind a dot, or a function. Nothing inside a text, and nothing where nothing fits. */
export function completeFeel(source: string, caret: number, names: Names): Completion | undefined {
  const before = source.slice(0, caret)
  // Inside quotes the letters are a text.
  if ((before.replaceAll('\\"', '').split('"').length - 1) % 2 === 1) return undefined
  const typed = /([A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*\.?)?$/.exec(before)?.[0] ?? ''
  if (typed === '') return undefined
  const dot = typed.lastIndexOf('.')
  const word = typed.slice(dot + 1)
  const fields = dot < 0 ? names.all() : membersAt(names, typed.slice(0, dot).split('.'))
  const fit = (name: string) => name.toLowerCase().startsWith(word.toLowerCase()) && name !== word
  const functions = dot >= 0 ? [] : [...new Set([...usual, ...BUILTINS.keys(), 'working days'])]
  const options = [
    ...fields.filter(fit).map((text) => ({ text, kind: 'field' as const })),
    ...functions.filter(fit).map((text) => ({ text: `${text}(`, kind: 'function' as const })),
  ].slice(0, most)
  return options.length > 0 ? { from: caret - word.length, to: caret, options } : undefined
}

function membersAt(names: Names, [head = '', ...rest]: readonly string[]): readonly string[] {
  let type = names.typeOf(head)
  for (const name of rest) type = type && typeMembers(type)?.member(name)
  // A list is read as one of its items, as FEEL does.
  if (type?.kind === 'list') type = type.of
  return (type && typeMembers(type)?.names()) ?? []
}
