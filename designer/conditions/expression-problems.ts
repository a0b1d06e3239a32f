import { fieldsOf } from '../../runtime/engine/card/field.ts'
import { type Definitions, type Names, namesOf } from '../../runtime/engine/card/types.ts'
import { definitionSentence } from '../../runtime/engine/check-text.ts'
import { compileExpression } from '../../runtime/engine/expression/compile.ts'
import { ANY, type FeelType } from '../../runtime/engine/expression/type.ts'
import type { ConditionPlace } from './offered-fields.ts'

/** The names that an expression may use at a place, with their types. */
export function namesAt({ type, row, that, person }: ConditionPlace, definitions: Definitions): Names {
  const table = row === undefined ? undefined : fieldsOf(type).get(row)
  return namesOf(type, definitions, { ...(table && { row: table }), ...(that && { that }), ...(person && { person }) })
}

/** What is wrong with an expression while it is typed, in the reader's language; empty where nothing is. */
export function expressionProblems(
  source: string,
  names: Names,
  language: string,
  { expected, process }: { readonly expected?: FeelType | undefined; readonly process?: boolean | undefined } = {},
): readonly string[] {
  if (source.trim() === '') return []
  const made = compileExpression(source, {
    names: (name) => names.typeOf(name) ?? (name === 'paper' || name === 'missing' ? ANY : undefined),
    known: names.all,
    ...(expected && { expected }),
    allow: { process: process ?? false },
  })
  if (made.ok) return []
  return made.findings.map(({ code, from, to, ...facts }) =>
    definitionSentence(
      { code: `expression-${code}`, facts: { source, at: from === to ? source : source.slice(from, to), from, to, ...facts } },
      language,
    ),
  )
}
