import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import { type CompileResult, compileExpression, type Expression } from '../expression/compile.ts'
import type { ExpressionFinding } from '../expression/finding.ts'
import { ANY, agrees, BOOLEAN, describeType, type FeelType } from '../expression/type.ts'
import type { Field } from './field.ts'
import { fieldFeelType, namesOf, type Standing } from './types.ts'

/** What an expression may use where it stands; all is allowed unless false, `process` (`at`, `passed`, …) only when true. */
export interface Place extends Standing {
  /** The document type whose fields are bare names; null: not known, so that only its syntax is looked at. */
  readonly type: DocumentType | null
  readonly today?: boolean
  readonly me?: boolean
  readonly process?: boolean
}

/** Checks a condition: that it can be read, names what exists and is true or false. Undefined where it is none. */
export function checkCondition(world: World, checking: Checking, path: string, source: string, place: Place): Expression | undefined {
  return checkExpression(world, checking, path, source, place, [BOOLEAN])
}

/** Checks an expression whose value goes into a field. */
export function checkValue(
  world: World,
  checking: Checking,
  path: string,
  source: string,
  place: Place,
  field: Field,
): Expression | undefined {
  const whole = fieldFeelType(field, world)
  const one = field.many ? fieldFeelType({ ...field, many: false }, world) : whole
  return checkExpression(world, checking, path, source, place, [whole, one])
}

/** Checks an expression; its type must be one of `expected`, anything if there are none. */
export function checkExpression(
  world: World,
  checking: Checking,
  path: string,
  source: string,
  place: Place,
  expected: readonly FeelType[] = [],
): Expression | undefined {
  const compiled = compile(world, source, place)
  if (!compiled.ok) {
    for (const finding of compiled.findings) report(checking, path, source, finding)
    return undefined
  }
  const { expression } = compiled
  for (const name of expression.uses) {
    const head = name.split('.', 1)[0]!
    if (head === 'step') checking.problem('step-in-rule', path, { source })
    if (head === 'paper' || head === 'missing') checking.problem('not-supported-yet', path, { what: head })
  }
  if (place.type && expected.length > 0 && !expected.some((wanted) => fits(wanted, expression))) {
    const facts = { found: describeType(expression.type), expected: describeType(expected[0]!), source }
    checking.problem('expression-wrong-result-type', path, facts)
  }
  return expression
}

/** A choice is also written as the id of its item, in quotes. */
function fits(wanted: FeelType, { type }: Expression): boolean {
  if (agrees(wanted, type)) return true
  const item = wanted.kind === 'list' ? wanted.of : wanted
  const found = type.kind === 'list' && wanted.kind === 'list' ? type.of : type
  return item.kind === 'reference' && item.to === 'choice' && found.kind === 'string'
}

/** Names that exist in the language and do not run yet, or that only a screen may show. */
const admitted = new Set(['step', 'paper', 'missing'])

function compile(world: World, source: string, place: Place): CompileResult {
  const { type, row, that, person, names, today = true, me = true, process = false } = place
  const around = [type?.id ?? '', row?.id ?? '', that?.join() ?? '', person ?? '', [...(names?.keys() ?? [])].join()]
  const key = JSON.stringify([...around, today, me, process, source])
  const known = world.compiled.get(key)
  if (known) return known
  const own = type && namesOf(type, world, place)
  const made = compileExpression(source, {
    names: (name) => (own ? (own.typeOf(name) ?? (admitted.has(name) ? ANY : undefined)) : ANY),
    known: () => own?.all() ?? [],
    allow: { today, now: today, me, process },
    ...(!type && { checkTypes: false }),
  })
  world.compiled.set(key, made)
  return made
}

function report(checking: Checking, path: string, source: string, { code, from, to, ...facts }: ExpressionFinding): void {
  const at = from === to ? source : source.slice(from, to)
  const repair =
    facts.didYouMean === undefined
      ? undefined
      : { code: 'replace-in-expression', facts: { path, from, to, name: facts.name ?? '', by: facts.didYouMean } }
  checking.problem(`expression-${code}`, path, { source, at, from, to, ...facts }, repair)
}
