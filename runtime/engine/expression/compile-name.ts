import { BUILTINS, builtinNames } from './builtin.ts'
import { type Compiled, type Compiling, constantOf, type Env, type Evaluate, type Scope } from './compiling.ts'
import { nearest } from './finding.ts'
import { readMember } from './member.ts'
import type { NodeOf } from './syntax.ts'
import { ANY, describeType, type FeelType, functionOf, listOf, NULL, typeMembers } from './type.ts'
import { FeelFunction, isContext, isReference, type Value } from './value.ts'

/** A bare name: a local one, a member of the item that a filter looks at, a name of the card, a built-in function. */
export function compileName(node: NodeOf<'name'>, scope: Scope | null, c: Compiling): Compiled {
  const { name } = node
  const guesses: Evaluate[] = []
  let depth = 0
  for (let layer = scope; layer; layer = layer.up, depth++) {
    if (layer.kind === 'variable') {
      if (layer.name !== name) continue
      layer.used = true
      if (layer.path) c.use(layer.path)
      return preferring(guesses, { type: layer.type, run: up(depth), ...pathOf(layer.path) })
    }
    if (name === 'item' && layer.path) c.use(layer.path)
    if (name === 'item') return { type: layer.type, run: up(depth), ...pathOf(layer.path) }
    const type = typeMembers(layer.type)?.member(name)
    if (type) return preferring(guesses, ofItem(layer.path, depth, name, type, c))
    if (layer.type.kind === 'any' || layer.type.kind === 'null') guesses.push(guess(depth, name))
  }
  const outer = global(node, c)
  if (outer) return preferring(guesses, outer)
  if (guesses.length > 0) return preferring(guesses, { type: ANY, run: () => null })
  // In a filter it may be a member that the items do not have, which is blank; elsewhere it is nothing at all.
  const say = isInFilter(scope) ? c.report : c.refuse
  say(node, 'unknown-name', { name, ...suggestion(name, scope, c) })
  return constantOf(null, ANY)
}

function isInFilter(scope: Scope | null): boolean {
  for (let layer = scope; layer; layer = layer.up) if (layer.kind === 'item') return true
  return false
}

function global(node: NodeOf<'name'>, c: Compiling): Compiled | null {
  const { name } = node
  const type = c.names(name)
  if (type) {
    if (!c.allows(name)) c.refuse(node, 'not-allowed-here', { name })
    c.use(name)
    return { type, run: (run) => run.host.name(name), path: name }
  }
  const builtin = BUILTINS.get(name)
  if (!builtin) return null
  const overload = builtin.overloads[0]!
  const parameters = overload.parameters.map((parameter) => parameter.name)
  return { type: functionOf(ANY), run: (run) => new FeelFunction(parameters, (args) => overload.call(args, run)) }
}

/** Walks `depth` links up the chain of local values. */
export function up(depth: number): Evaluate {
  switch (depth) {
    case 0:
      return (_, env) => env!.value
    case 1:
      return (_, env) => env!.up!.value
    default:
      return (_, env) => {
        let at = env!
        for (let i = 0; i < depth; i++) at = at.up!
        return at.value
      }
  }
}

function ofItem(path: string | undefined, depth: number, name: string, type: FeelType, c: Compiling): Compiled {
  const item = up(depth)
  if (path) c.use(`${path}.${name}`)
  return { type, run: (run, env) => readMember(run, item(run, env), name), ...pathOf(path && `${path}.${name}`) }
}

type Guess = (run: Parameters<Evaluate>[0], env: Env | null) => Value
const NOTHING = Symbol('nothing') as unknown as Value

// Of an item whose type is not known only the value can tell whether it has the name.
function guess(depth: number, name: string): Guess {
  const item = up(depth)
  return (run, env) => {
    const value = item(run, env)
    if (value === null) return NOTHING
    if (isContext(value)) return value.has(name) ? value.get(name)! : NOTHING
    if (!isReference(value)) return NOTHING
    const read = run.host.read(value, name)
    return (run.host.knows?.(value, name) ?? read !== null) ? read : NOTHING
  }
}

function preferring(guesses: readonly Evaluate[], otherwise: Compiled): Compiled {
  if (guesses.length === 0) return otherwise
  const { run: fallback } = otherwise
  return {
    type: ANY,
    run: (run, env) => {
      for (const attempt of guesses) {
        const value = attempt(run, env)
        if (value !== NOTHING) return value
      }
      return fallback(run, env)
    },
  }
}

function suggestion(name: string, scope: Scope | null, c: Compiling): { didYouMean?: string } {
  const names = new Set<string>([...c.known(), ...builtinNames()])
  for (let layer = scope; layer; layer = layer.up) {
    if (layer.kind === 'variable') names.add(layer.name)
    else for (const member of typeMembers(layer.type)?.names() ?? []) names.add(member)
  }
  const found = nearest(name, names)
  return found ? { didYouMean: found } : {}
}

function pathOf(path: string | undefined): { path?: string } {
  return path ? { path } : {}
}

/** `base.member`; over a list it gives the list of the items' members. */
export function compilePath(node: NodeOf<'path'>, scope: Scope | null, c: Compiling): Compiled {
  const base = c.compile(node.base, scope)
  const { member } = node
  const path = base.path && `${base.path}.${member}`
  if (path) {
    if (node.base.kind === 'name' || node.base.kind === 'path') c.unuse(base.path!)
    c.use(path)
  }
  const read = base.run
  const run: Evaluate = (run, env) => readMember(run, read(run, env), member)
  return { type: memberType(node, base.type, member, c), run, ...pathOf(path) }
}

function memberType(node: NodeOf<'path'>, base: FeelType, member: string, c: Compiling): FeelType {
  if (base.kind === 'any') return ANY
  if (base.kind === 'null') return NULL
  if (base.kind === 'list') return listOf(memberType(node, base.of, member, c))
  const members = typeMembers(base)
  const type = members?.member(member)
  if (type) return type
  const didYouMean = members && nearest(member, members.names())
  c.report({ from: node.to - member.length, to: node.to }, 'unknown-member', {
    name: member,
    found: describeType(base),
    ...(didYouMean ? { didYouMean } : {}),
  })
  return ANY
}
