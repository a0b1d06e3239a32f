import { BUILTINS, type Builtin, builtinNames, type Overload, type Signature } from './builtin.ts'
import { fold } from './compile-operator.ts'
import { type Compiled, type Compiling, constantOf, type Env, type Evaluate, type Scope, variable } from './compiling.ts'
import { nearest } from './finding.ts'
import type { OwnFunction } from './host.ts'
import { acceptable, coerce, type Parameter } from './parameter.ts'
import type { Argument, NodeOf } from './syntax.ts'
import { ANY, agrees, BOOLEAN, DATE, DATE_TIME, describeType, type FeelType, functionOf, NUMBER, STRING } from './type.ts'
import { FeelFunction, type Value } from './value.ts'

export function compileCall(node: NodeOf<'call'>, scope: Scope | null, c: Compiling): Compiled {
  const { target } = node
  if (target.kind === 'name' && !isShadowed(target.name, scope) && c.names(target.name)?.kind !== 'function') {
    const { name } = target
    if (Object.hasOwn(OWN, name)) return compileOwn(node, name as OwnFunction, scope, c)
    const builtin = BUILTINS.get(name)
    if (builtin) return compileBuiltin(node, builtin, scope, c)
    if (!hasUnknownItem(scope)) {
      const didYouMean = nearest(name, [...builtinNames(), ...Object.keys(OWN)])
      c.refuse(target, 'unknown-function', { name, ...(didYouMean ? { didYouMean } : {}) })
      return constantOf(null, ANY)
    }
  }
  return compileValueCall(node, scope, c)
}

function isShadowed(name: string, scope: Scope | null): boolean {
  for (let layer = scope; layer; layer = layer.up) if (layer.kind === 'variable' && layer.name === name) return true
  return false
}

function hasUnknownItem(scope: Scope | null): boolean {
  for (let layer = scope; layer; layer = layer.up) if (layer.kind === 'item' && layer.type.kind === 'any') return true
  return false
}

const OWN: Readonly<Record<OwnFunction, FeelType>> = {
  at: BOOLEAN,
  passed: BOOLEAN,
  outcome: STRING,
  visits: NUMBER,
  'working days': NUMBER,
}

function compileOwn(node: NodeOf<'call'>, name: OwnFunction, scope: Scope | null, c: Compiling): Compiled {
  if (!c.allows(name)) c.refuse(node, 'not-allowed-here', { name })
  c.use(name)
  const type = OWN[name]
  const args = node.args.map((argument) => c.compile(argument.value, scope))
  const [least, most] = name === 'working days' ? [2, 3] : [1, 1]
  if (args.length < least || args.length > most) {
    c.refuse(node, 'wrong-argument-count', { name, found: String(args.length), expected: name === 'working days' ? '2 or 3' : '1' })
  } else if (name === 'working days') {
    for (const [i, arg] of args.slice(0, 2).entries()) {
      if (agrees(DATE, arg.type) || agrees(DATE_TIME, arg.type)) continue
      c.report(node.args[i]!.value, 'wrong-argument-type', { name, found: describeType(arg.type), expected: 'date' })
    }
  } else {
    const id = args[0]!.constant?.value
    const { from, to } = node.args[0]!.value
    if (typeof id === 'string') c.called({ function: name, node: id, from, to })
    else
      c.refuse(node.args[0]!.value, 'wrong-argument-type', {
        name,
        found: describeType(args[0]!.type),
        expected: 'the id of a node in quotes',
      })
  }
  const runs = args.map((arg) => arg.run)
  return {
    type,
    run: (run, env) =>
      run.host.call?.(
        name,
        runs.map((arg) => arg(run, env)),
      ) ?? null,
  }
}

function compileBuiltin(node: NodeOf<'call'>, builtin: Builtin, scope: Scope | null, c: Compiling): Compiled {
  const { name } = builtin
  if (!c.allows(name)) c.refuse(node, 'not-allowed-here', { name })
  if (!builtin.pure) c.use(name)
  const overload = overloadFor(node, builtin, c)
  if (!overload) return constantOf(null, ANY)
  const given = inOrder(overload, node.args)
  const args: Compiled[] = []
  for (const [i, argument] of given.entries()) {
    const parameter = parameterAt(overload, i)
    const hint = parameter.lambda?.(args.map((arg) => arg.type))
    const compiled = !argument
      ? constantOf(null, ANY)
      : argument.value.kind === 'function' && hint
        ? compileFunction(argument.value, scope, c, hint)
        : c.compile(argument.value, scope)
    if (argument && !acceptable(parameter, compiled.type)) {
      c.report(argument.value, 'wrong-argument-type', { name, found: describeType(compiled.type), expected: expectedOf(parameter) })
    }
    args.push(compiled)
  }
  const problem = builtin.check?.(args.map((arg) => arg.constant?.value))
  if (problem) (problem.code === 'not-supported' ? c.refuse : c.report)(node, problem.code, { name, ...problem })
  const call: Compiled = { type: overload.result(args.map((arg) => arg.type)), run: invocation(overload, args) }
  return builtin.pure ? fold(call, ...args) : call
}

function expectedOf({ kinds, of }: Parameter): string {
  return of ? `list of ${of.join(' or ')}` : kinds.join(' or ')
}

function invocation(overload: Overload, args: readonly Compiled[]): Evaluate {
  const parameters = args.map((_, i) => parameterAt(overload, i))
  const runs = args.map((arg) => arg.run)
  const { call } = overload
  return (run, env) => {
    run.meter.step()
    const values: Value[] = []
    for (let i = 0; i < runs.length; i++) {
      const value = coerce(parameters[i]!, runs[i]!(run, env))
      if (value === undefined) return null
      run.meter.read(value)
      values.push(value)
    }
    return call(values, run)
  }
}

function parameterAt(overload: Overload, index: number) {
  return overload.parameters[Math.min(index, overload.parameters.length - 1)]!
}

function overloadFor(node: NodeOf<'call'>, { name, overloads }: Builtin, c: Compiling): Overload | null {
  const names = node.args.map((argument) => argument.name)
  const named = names.some((given) => given !== null)
  const fitting = overloads.find((overload) => (named ? takesNames(overload, names as string[]) : takesCount(overload, names.length)))
  if (fitting) return fitting
  const unknown = named && names.find((given) => !overloads.some((overload) => overload.parameters.some((p) => p.name === given)))
  if (unknown) {
    const all = overloads.flatMap((overload) => overload.parameters.map((parameter) => parameter.name))
    const didYouMean = nearest(unknown, all)
    c.report(node, 'unknown-parameter', { name: unknown, expected: [...new Set(all)].join(', '), ...(didYouMean ? { didYouMean } : {}) })
  } else {
    c.report(node, 'wrong-argument-count', { name, found: String(names.length), expected: overloads.map(signatureText).join(' or ') })
  }
  return null
}

function takesCount(overload: Overload, count: number): boolean {
  if (overload.rest) return count >= overload.parameters.length
  return count >= overload.parameters.filter((parameter) => !parameter.optional).length && count <= overload.parameters.length
}

function takesNames(overload: Overload, names: readonly string[]): boolean {
  if (new Set(names).size !== names.length) return false
  const parameters = overload.parameters
  return names.every((name) => parameters.some((p) => p.name === name)) && parameters.every((p) => p.optional || names.includes(p.name))
}

function signatureText(overload: Signature): string {
  return `(${overload.parameters.map((p) => (p.optional ? `${p.name}?` : p.name)).join(', ')}${overload.rest ? ', …' : ''})`
}

function inOrder(overload: Overload, args: readonly Argument[]): (Argument | undefined)[] {
  if (args.every((argument) => argument.name === null)) return [...args]
  const ordered = overload.parameters.map((parameter) => args.find((argument) => argument.name === parameter.name))
  while (ordered.length > 0 && ordered.at(-1) === undefined) ordered.pop()
  return ordered
}

const MAX_CALL_DEPTH = 100

function compileValueCall(node: NodeOf<'call'>, scope: Scope | null, c: Compiling): Compiled {
  const target = c.compile(node.target, scope)
  const { type } = target
  if (!agrees(functionOf(ANY), type))
    c.report(node.target, 'wrong-operand-type', { name: '()', found: describeType(type), expected: 'function' })
  const args = node.args.map((argument) => ({ name: argument.name, ...c.compile(argument.value, scope) }))
  if (type.kind === 'function' && type.parameters && type.parameters.length !== args.length) {
    c.report(node, 'wrong-argument-count', { found: String(args.length), expected: String(type.parameters.length) })
  }
  const run: Evaluate = (run, env) => {
    const called = target.run(run, env)
    if (!(called instanceof FeelFunction)) return null
    run.meter.step()
    const values = args.map((arg) => arg.run(run, env))
    if (args.every((arg) => arg.name === null)) return called.call(values)
    const slots = called.parameters.map((parameter) => args.findIndex((arg) => arg.name === parameter))
    if (slots.includes(-1) || slots.length !== args.length) return null
    return called.call(slots.map((slot) => values[slot]!))
  }
  return { type: type.kind === 'function' ? type.result : ANY, run }
}

/** `function(a, b) a + b`; `hints` are the types of parameters that say none themselves. */
export function compileFunction(
  node: NodeOf<'function'>,
  scope: Scope | null,
  c: Compiling,
  hints: readonly (FeelType | undefined)[] = [],
): Compiled {
  let inner = scope
  const types: FeelType[] = []
  for (const [i, { name, type }] of node.parameters.entries()) {
    types.push(type ?? hints[i] ?? ANY)
    inner = variable(name, types[i]!, inner)
  }
  const body = c.compile(node.body, inner)
  const names = node.parameters.map((parameter) => parameter.name)
  const run: Evaluate = (run, env) =>
    new FeelFunction(names, (args) => {
      if (args.length !== names.length) return null
      let at: Env | null = env
      for (const [i, parameter] of node.parameters.entries()) {
        const value = parameter.type ? coerceTo(parameter.type, args[i]!) : args[i]!
        if (value === undefined) return null
        at = { value, up: at }
      }
      return run.meter.deeper(MAX_CALL_DEPTH, () => body.run(run, at))
    })
  return { type: functionOf(body.type, types), run }
}

function coerceTo(type: FeelType, value: Value): Value | undefined {
  return coerce({ name: '', kinds: [type.kind], nullable: true, type }, value)
}

export function compileContext(node: NodeOf<'context'>, scope: Scope | null, c: Compiling): Compiled {
  let inner = scope
  const entries: { key: string; compiled: Compiled }[] = []
  for (const { key, value } of node.entries) {
    const compiled = c.compile(value, inner)
    entries.push({ key, compiled })
    inner = variable(key, compiled.type, inner)
  }
  const types = new Map(entries.map(({ key, compiled }) => [key, compiled.type]))
  const type: FeelType = { kind: 'context', member: (name) => types.get(name), names: () => [...types.keys()] }
  const run: Evaluate = (run, env) => {
    const context = new Map<string, Value>()
    let at = env
    for (const { key, compiled } of entries) {
      const value = compiled.run(run, at)
      context.set(key, value)
      at = { value, up: at }
    }
    return context
  }
  return { type, run }
}
