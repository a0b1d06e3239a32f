import type { DefinitionReference, Finding, FindingLevel } from '../../schemas/finding.ts'
import { nearest } from '../../schemas/nearest.ts'

type Facts = Finding['facts']
type Repair = NonNullable<Finding['repair']>

/** A set of names, or a map by them. */
export interface Names {
  has(name: string): boolean
  keys(): Iterable<string>
}

/** Collects what is found in one definition. The checks of its parts write into it. */
export class Checking {
  readonly findings: Finding[] = []
  readonly definition: DefinitionReference
  readonly #seen = new Set<string>()

  constructor(kind: string, id: string) {
    this.definition = { kind, id }
  }

  /** A problem: it keeps the definition from being published. `path` is a JSON Pointer into the definition. */
  problem(code: string, path: string, facts: Facts = {}, repair?: Repair): void {
    this.#find('problem', code, path, facts, repair)
  }

  /** What would be better otherwise. */
  hint(code: string, path: string, facts: Facts = {}, repair?: Repair): void {
    this.#find('hint', code, path, facts, repair)
  }

  find(level: FindingLevel, code: string, path: string, facts: Facts = {}): void {
    this.#find(level, code, path, facts)
  }

  /** Whether `name` is among what exists; else a problem that says what was probably meant. `facts` say where it was looked for. */
  exists(code: string, path: string, name: string, names: Names, facts: Facts = {}): boolean {
    if (names.has(name)) return true
    const meant = nearest(name, names.keys())
    const repair = meant === undefined ? undefined : { code: 'rename', facts: { path, to: meant } }
    this.#find('problem', code, path, { found: name, ...facts, ...(meant !== undefined && { didYouMean: meant }) }, repair)
    return false
  }

  // A schema is checked for each type that travels it: what is wrong for all of them is said once.
  #find(level: FindingLevel, code: string, path: string, facts: Facts, repair?: Repair): void {
    const key = `${code} ${path} ${JSON.stringify(facts)}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.findings.push({ code, level, definition: this.definition, path, facts, ...(repair && { repair }) })
  }
}
