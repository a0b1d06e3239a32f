import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rehearsalSite } from '../../../runtime/engine/simulation/rehearsal-site.ts'
import type { TemplateSet } from '../../../runtime/engine/simulation/template-set.ts'
import { aDraft, type Draft as SetDraft, setOf } from '../../../runtime/engine/testing/a-definition-set.ts'
import { kindOfFile } from '../../../schemas/definition-kind.ts'
import type { People } from '../../../schemas/generated/people.ts'
import { bodyHash } from '../../../schemas/hash.ts'
import { validateDefinition } from '../../../schemas/validate.ts'
import { applyCommand, type Command } from '../commands.ts'
import { type Draft, openDraft } from '../draft.ts'
import { type Definition, type DraftEntry, type EditedKind, type EditedOf, keyOf, type Released, type Workspace } from '../workspace.ts'

/** The small office of the engine's tests, as drafts over an empty release, or released. */
export function aWorkspace(change: (set: SetDraft) => void = () => {}, { released = false } = {}): Workspace {
  const set = aDraft()
  change(set)
  const bodies: [EditedKind, Definition][] = [
    ['document-type', set.company],
    ['document-type', set.request],
    ['approval-schema', set.approval],
    ['reminder-rule', set.rule],
    ['directory', set.reasons],
  ]
  return workspaceOf(bodies, { released, organisation: setOf(set).organisation ?? null, languages: set.languages })
}

const templates = fileURLToPath(new URL('../../../templates/', import.meta.url))

/** A shipped set, as it is once it is installed. */
export function aTemplateWorkspace(name = 'construction-contracts'): Workspace {
  const folder = `${templates}${name}`
  const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
  const bodies = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file): [EditedKind, Definition][] => {
      const kind = kindOfFile(file)
      return kind && editable.has(kind) ? [[kind as EditedKind, read(file)]] : []
    })
  const people: People = read('people.json')
  const site = rehearsalSite({
    people,
    types: [],
    schemas: [],
    rules: [],
    directories: [],
    template: read('template.json'),
  } as unknown as TemplateSet)
  return workspaceOf(bodies, { released: true, organisation: site, languages: ['en', 'ro'] })
}

const editable = new Set<string>(['document-type', 'approval-schema', 'reminder-rule', 'directory', 'print-form'])

function workspaceOf(
  bodies: readonly [EditedKind, Definition][],
  { released, organisation, languages }: { released: boolean; organisation: Workspace['organisation']; languages: readonly string[] },
): Workspace {
  const entries = bodies.map(([kind, body]) => [keyOf({ kind, id: body.id }), body] as const)
  return {
    released: new Map(released ? entries.map(([key, body]): [string, Released] => [key, { body, hash: bodyHash(body) }]) : []),
    drafts: new Map(released ? [] : entries.map(([key, body]): [string, DraftEntry] => [key, { body, base: null }])),
    broken: new Map(),
    organisation,
    languages,
  }
}

/** Opens a definition that the test knows to be there. */
export function opened<K extends EditedKind>(workspace: Workspace, kind: K, id: string): Draft<K> {
  const draft = openDraft(workspace, kind, id)
  if (!draft) throw new Error(`no ${kind} ${id}`)
  return draft
}

export const theSchema = (workspace = aWorkspace()) => opened(workspace, 'approval-schema', 'request-approval')
export const theType = (workspace = aWorkspace()) => opened(workspace, 'document-type', 'request')
export const theRule = (workspace = aWorkspace()) => opened(workspace, 'reminder-rule', 'part-due')
export const theDirectory = (workspace = aWorkspace()) => opened(workspace, 'directory', 'late-reasons')

/** The definition after a command that succeeds, and that keeps its schema. */
export function edited<K extends EditedKind>(draft: Draft<K>, ...commands: readonly Command[]): EditedOf[K] {
  return reached(draft, ...commands).body
}

export function reached<K extends EditedKind>(draft: Draft<K>, ...commands: readonly Command[]): Draft<K> {
  let now = draft
  for (const command of commands) {
    const outcome = applyCommand(now as Draft, command)
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(outcome.refusal)}`)
    now = outcome.draft as Draft<K>
    const findings = validateDefinition(now.kind, now.body)
    if (findings.length > 0) throw new Error(`${command.type} broke the schema: ${JSON.stringify(findings)}`)
  }
  return now
}

/** Why a command is refused; undefined where it is not. */
export function refusal(draft: Draft, command: Command): string | undefined {
  const outcome = applyCommand(draft, command)
  return outcome.ok ? undefined : outcome.refusal.code
}

/** What a command made: the id to select. */
export function made(draft: Draft, command: Command): string | undefined {
  const outcome = applyCommand(draft, command)
  return outcome.ok ? outcome.made : undefined
}
