// Definitions as nobody means them: those of the shipped set with parts taken out, doubled, swapped and replaced, and random JSON.
import { join } from 'node:path'
import { readTemplateFolder } from '../../runtime/commands/read-template-folder.ts'
import { checkDefinitions } from '../../runtime/engine/check-definitions.ts'
import { rehearsalSite } from '../../runtime/engine/simulation/rehearsal-site.ts'
import { liftDefinition } from '../../schemas/migrate.ts'
import { validateDefinition } from '../../schemas/validate.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A generator of the same numbers at every run (mulberry32, Tommy Ettinger). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const odd: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  '__proto__',
  'constructor',
  '\u202e',
  'x'.repeat(5_000),
  '((((((((((1))))))))))',
  'every x in 1..1000000000 satisfies x > 0',
  'matches(text, "(a+)+$")',
  'P99999999999D',
  [],
  {},
  [[[[[[]]]]]],
  { id: 'toString' },
  { '': '' },
]

export interface Fuzzed {
  readonly tried: number
  /** How many were no definition at all, and how many were one with findings of the check. */
  readonly refused: number
  readonly checked: number
  /** Milliseconds of the slowest. */
  readonly slowest: number
  /** What threw, with what. */
  readonly thrown: readonly string[]
}

/** Puts so many broken definitions through what reads and checks them. Nothing may throw, and none may take long. */
export async function fuzzDefinitions(count: number, seed = 1): Promise<Fuzzed> {
  const read = await readTemplateFolder(join(import.meta.dirname, '../../templates/construction-contracts'))
  if (!read.ok) throw new Error('the template cannot be read')
  const set = read.folder
  const organisation = rehearsalSite(set)
  const roll = dice(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]!
  const sources = [
    ...set.types.map((body) => ['document-type', body] as const),
    ...set.schemas.map((body) => ['approval-schema', body] as const),
    ...set.rules.map((body) => ['reminder-rule', body] as const),
    ...set.directories.map((body) => ['directory', body] as const),
  ]
  let refused = 0
  let checked = 0
  let slowest = 0
  const thrown: string[] = []
  for (let index = 0; index < count; index++) {
    const [kind, body] = pick(sources)
    const broken = structuredClone(body) as unknown as Json
    const changes: string[] = []
    for (let change = 0; change <= Math.floor(roll() * 3); change++) changes.push(breakOne(broken, roll, pick))
    const begun = performance.now()
    try {
      const lifted = liftDefinition(kind, broken as Record<string, unknown>)
      const findings = lifted.ok ? validateDefinition(kind, lifted.definition) : [lifted]
      if (findings.length > 0) refused++
      else {
        const replaced = <T extends { id: string }>(of: string, all: readonly T[]): T[] =>
          of === kind ? [...all.filter(({ id }) => id !== body.id), (lifted as { definition: unknown }).definition as T] : [...all]
        checkDefinitions({
          types: replaced('document-type', set.types),
          schemas: replaced('approval-schema', set.schemas),
          rules: replaced('reminder-rule', set.rules),
          directories: replaced('directory', set.directories),
          organisation,
          languages: ['en', 'ro'],
        })
        checked++
      }
    } catch (error) {
      thrown.push(
        `${kind} ${body.id} ${changes.join(', ')}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}`,
      )
    }
    slowest = Math.max(slowest, performance.now() - begun)
  }
  return { tried: count, refused, checked, slowest, thrown }
}

/** Changes one place of a value; says where and how. */
function breakOne(root: Json, roll: () => number, pick: <T>(from: readonly T[]) => T): string {
  let holder: Json = root
  const path: string[] = []
  for (let depth = 0; depth < 8; depth++) {
    if (typeof holder !== 'object' || holder === null) break
    const keys = Object.keys(holder)
    if (keys.length === 0) break
    const key = pick(keys)
    path.push(key)
    const inner: Json = (holder as { [key: string]: Json })[key]!
    if (typeof inner === 'object' && inner !== null && roll() < 0.75) {
      holder = inner
      continue
    }
    const how = roll()
    const of = holder as { [key: string]: Json }
    if (how < 0.3) {
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else delete of[key]
      return `${path.join('/')} taken out`
    }
    if (how < 0.5 && Array.isArray(holder)) {
      holder.push(structuredClone(inner))
      return `${path.join('/')} doubled`
    }
    if (how < 0.65 && typeof inner === 'string') {
      of[key] = inner.slice(0, Math.floor(roll() * inner.length))
      return `${path.join('/')} cut`
    }
    of[key] = structuredClone(pick(odd))
    return `${path.join('/')} replaced`
  }
  return 'nothing'
}
