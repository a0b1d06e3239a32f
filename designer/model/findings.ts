import { textIn } from '../../runtime/engine/card/local-text.ts'
import { checkDefinitions, type DefinitionSet } from '../../runtime/engine/check-definitions.ts'
import { findingInWords, placeInWords } from '../../runtime/engine/finding-place.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { at } from '../../schemas/pointer.ts'
import type { ReadDefinition } from './open-workspace.ts'
import { outcomeWords } from './reading.ts'
import { routeKeys } from './schema-graph.ts'
import { type Definition, definitionAt, definitionSetOf, type EditedKind, keyOf, type Target, type Workspace } from './workspace.ts'

/** Where a finding leads: which panel opens, and what in it is shown. */
export interface Jump {
  readonly definition: Target
  readonly panel:
    | 'definition'
    | 'node'
    | 'route'
    | 'field'
    | 'status'
    | 'check'
    | 'view'
    | 'access'
    | 'layout'
    | 'number'
    | 'steps'
    | 'item'
    | 'anywhere'
  /** The step, field, status, view or choice, by its id; a column as `table.column`. */
  readonly node?: string
  readonly route?: string
  readonly thing?: string
  /** What of it: the last key that people know, `deadline`, `ask`, `when`. */
  readonly property?: string
}

/** A finding as the designer shows it: the place in bold, one sentence, where it is. */
export interface ShownFinding {
  readonly finding: Finding
  readonly level: Finding['level']
  readonly place: string
  readonly sentence: string
  readonly jump: Jump | undefined
}

const checked = new WeakMap<Workspace, readonly Finding[]>()
const keptSchema = new WeakMap<Definition, readonly Finding[]>()

/**
 * All that stands in the way of publishing what is drafted, and all that would be better otherwise: first what the schemas do not
 * admit, then the engine's own check of the rest. Asked again of an unchanged workspace it is the same list; of a changed one,
 * only what changed is read by its schema, and expressions of unchanged types are not compiled anew.
 */
export function findingsOf(workspace: Workspace, read: ReadDefinition): readonly Finding[] {
  const known = checked.get(workspace)
  if (known) return known
  const broken: Finding[] = [...workspace.broken.values()].flatMap(({ findings }) => findings)
  const sound = new Map(workspace.drafts)
  for (const [key, { body }] of workspace.drafts) {
    if (!body) continue
    const findings = schemaFindings(key.slice(0, key.indexOf('/')) as EditedKind, body, read)
    if (findings.length === 0) continue
    broken.push(...findings)
    // The check takes only what its schema admits: what is in use stands in meanwhile.
    const released = workspace.released.get(key)
    if (released) sound.delete(key)
    else sound.set(key, { body: null, base: null })
  }
  const whole = sound.size === workspace.drafts.size && broken.length === 0 ? workspace : { ...workspace, drafts: sound }
  const found = [...broken, ...checkedAgain(definitionSetOf(whole))]
  checked.set(workspace, found)
  return found
}

let last: { readonly set: DefinitionSet; readonly findings: readonly Finding[] } | undefined

/**
 * The engine's check, but where only approval schemas changed since the last time, only of those: what is found in a type, a
 * reminder or another schema does not hang on how a schema is drawn, only on whether there is one.
 */
function checkedAgain(set: DefinitionSet): readonly Finding[] {
  const before = last?.set
  const changed = before && sameAround(before, set) ? set.schemas.filter((schema, index) => schema !== before.schemas[index]) : undefined
  const findings =
    changed === undefined
      ? checkDefinitions(set)
      : changed.length === 0
        ? last!.findings
        : [
            ...last!.findings.filter((finding) => !isOf(finding, changed)),
            ...checkDefinitions({ ...set, schemas: changed, rules: [], printForms: [] }).filter((finding) => isOf(finding, changed)),
          ]
  last = { set, findings }
  return findings
}

const isOf = ({ definition }: Finding, schemas: readonly { readonly id: string }[]): boolean =>
  definition?.kind === 'approval-schema' && schemas.some(({ id }) => id === definition.id)

function sameAround(a: DefinitionSet, b: DefinitionSet): boolean {
  const same = <T>(one: readonly T[] = [], other: readonly T[] = []) =>
    one.length === other.length && one.every((each, index) => each === other[index])
  return (
    (['types', 'rules', 'directories', 'printForms', 'languages'] as const).every((key) => same<unknown>(a[key], b[key])) &&
    a.organisation === b.organisation &&
    same(a.previous?.types, b.previous?.types) &&
    same(a.previous?.schemas, b.previous?.schemas) &&
    same(a.previous?.directories, b.previous?.directories) &&
    a.schemas.length === b.schemas.length &&
    a.schemas.every(({ id }, index) => id === b.schemas[index]!.id)
  )
}

function schemaFindings(kind: EditedKind, body: Definition, read: ReadDefinition): readonly Finding[] {
  let findings = keptSchema.get(body)
  if (!findings) {
    const parsed = read(kind, body)
    findings = parsed.ok ? [] : parsed.findings
    keptSchema.set(body, findings)
  }
  return findings
}

/** The findings about one definition. */
export function findingsAbout(findings: readonly Finding[], target: Target): readonly Finding[] {
  return findings.filter(({ definition }) => definition?.kind === target.kind && definition.id === target.id)
}

/** The findings as people read them, problems first; those of `first` (the definition that is open) before the others. */
export function shownFindings(
  workspace: Workspace,
  findings: readonly Finding[],
  language: string,
  first?: Target,
): readonly ShownFinding[] {
  const rank = ({ level, definition }: Finding) =>
    (level === 'problem' ? 0 : 2) + (first && definition?.kind === first.kind && definition.id === first.id ? 0 : 1)
  return [...findings].sort((a, b) => rank(a) - rank(b)).map((finding) => showFinding(workspace, finding, language))
}

export function showFinding(workspace: Workspace, finding: Finding, language: string): ShownFinding {
  const { definition } = finding
  const body = definition && bodyOf(workspace, definition as Target)
  const place = placeInWords(finding, body, language)
  const whole = findingInWords(withOutcome(workspace, finding, body, language), body, language)
  const sentence = place !== '' && whole.startsWith(`${place}: `) ? whole.slice(place.length + 2) : whole
  return { finding, level: finding.level, place: lastPlace(finding, body, language) ?? place, sentence, jump: jumpOf(finding, body) }
}

/** A decision goes by the words that its arrow bears on the drawing. */
function withOutcome(workspace: Workspace, finding: Finding, body: Definition | undefined, language: string): Finding {
  const { node, outcome } = finding.facts
  if (!body || !('routes' in body) || typeof node !== 'string' || typeof outcome !== 'string') return finding
  const words = outcomeWords(body, node, outcome, { language: language.startsWith('ro') ? 'ro' : 'en', workspace, schema: body })
  return { ...finding, facts: { ...finding.facts, outcome: words } }
}

function bodyOf(workspace: Workspace, { kind, id }: Target): Definition | undefined {
  return definitionAt(workspace, kind, id) ?? (workspace.broken.get(keyOf({ kind, id }))?.body as Definition | undefined)
}

/** The innermost named thing on the way: "Legal review". Where the definition itself is meant, all of it is said. */
function lastPlace({ path }: Finding, body: Definition | undefined, language: string): string | undefined {
  const keys = path.split('/').slice(1)
  for (let length = Math.min(2, keys.length); length > 0; length--) {
    const thing = at(body, `/${keys.slice(0, length).join('/')}`) as { label?: LocalText; tab?: LocalText } | undefined
    const label = thing?.label ?? thing?.tab
    if (typeof thing === 'object' && label !== undefined && !Array.isArray(thing)) return textIn(label, language)
  }
  return undefined
}

const panels: Readonly<Record<string, Jump['panel']>> = {
  nodes: 'node',
  routes: 'route',
  fields: 'field',
  statuses: 'status',
  checks: 'check',
  views: 'view',
  access: 'access',
  layout: 'layout',
  number: 'number',
  steps: 'steps',
  items: 'item',
  columns: 'field',
  anywhere: 'anywhere',
}

function jumpOf({ definition, path }: Finding, body: Definition | undefined): Jump | undefined {
  if (!definition) return undefined
  const target = definition as Target
  const [list = '', index, ...rest] = path.split('/').slice(1)
  const panel = panels[list] ?? 'definition'
  const thing = index === undefined ? undefined : (at(body, `/${list}/${index}`) as { id?: string } | undefined)
  const inner =
    list === 'fields' && rest[0] === 'fields' ? (at(body, `/${list}/${index}/fields/${rest[1]}`) as { id?: string } | undefined) : undefined
  const id = thing?.id === undefined ? undefined : inner?.id === undefined ? thing.id : `${thing.id}.${inner.id}`
  const property =
    (inner ? rest.slice(2) : rest).find((key) => !/^\d+$/.test(key)) ?? (panel === 'definition' && list !== '' ? list : undefined)
  const route = panel === 'route' && body && 'routes' in body ? routeKeys(body as ApprovalSchema)[Number(index)] : undefined
  return {
    definition: target,
    panel,
    ...(panel === 'node' && id !== undefined && { node: id }),
    ...(panel !== 'node' && id !== undefined && { thing: id }),
    ...(route !== undefined && { route }),
    ...(property !== undefined && { property }),
  }
}
