import type { LocalText } from '../../runtime/engine/site.ts'
import type { Text } from '../../schemas/generated/common.ts'
import { type Executed, type History, recordChange } from './history.ts'
import { idFrom } from './ids.ts'
import type { Refusal } from './refusal.ts'
import { anyWords, ownWords } from './text-in-languages.ts'
import {
  type Definition,
  definitionAt,
  definitionsOf,
  type EditedKind,
  keyOf,
  type Target,
  type Workspace,
  withDraft,
} from './workspace.ts'

/** Edits of the workspace as a whole: a definition comes or goes. Data, like the edits within one. */
export type WorkspaceCommand =
  | { readonly type: 'new-definition'; readonly kind: EditedKind; readonly label: Text; readonly about?: string; readonly copyOf?: string }
  | { readonly type: 'remove-definition'; readonly target: Target }
  | { readonly type: 'discard-draft'; readonly target: Target }

export type WorkspaceOutcome =
  | { readonly ok: true; readonly workspace: Workspace; readonly target: Target; readonly name: LocalText }
  | { readonly ok: false; readonly refusal: Refusal }

const refuse = (code: Refusal['code'], facts: Omit<Refusal, 'code'> = {}): WorkspaceOutcome => ({
  ok: false,
  refusal: { code, ...facts } as Refusal,
})

export function applyToWorkspace(workspace: Workspace, command: WorkspaceCommand): WorkspaceOutcome {
  switch (command.type) {
    case 'new-definition':
      return create(workspace, command)
    case 'remove-definition':
      return remove(workspace, command.target)
    case 'discard-draft':
      return discard(workspace, command.target)
  }
}

/** Executes a command over the whole workspace as one step; `made` is the id of a new definition. */
export function executeOnWorkspace(history: History, command: WorkspaceCommand): Executed {
  const outcome = applyToWorkspace(history.workspace, command)
  if (!outcome.ok) return outcome
  const { target, workspace, name } = outcome
  return { ok: true, history: recordChange(history, target, command.type, workspace, name), made: target.id, name }
}

/** A new definition, small and whole: it keeps its schema and can be drawn on. Of a reminder, `about` is the type that it watches. */
function create(
  workspace: Workspace,
  { kind, label, about, copyOf }: Extract<WorkspaceCommand, { type: 'new-definition' }>,
): WorkspaceOutcome {
  if (anyWords(label).trim() === '') return refuse('name-empty')
  const taken = [...workspace.released.keys(), ...workspace.drafts.keys(), ...workspace.broken.keys()].filter((key) =>
    key.startsWith(`${kind}/`),
  )
  const id = idFrom(
    anyWords(label),
    'kebab',
    taken.map((key) => key.slice(kind.length + 1)),
    kind,
  )
  const original = copyOf === undefined ? undefined : definitionAt(workspace, kind, copyOf)
  if (copyOf !== undefined && !original) return refuse('no-such-thing')
  const body = original ? ({ ...original, id, label } as Definition) : bodyOf(workspace, kind, id, label, about)
  if (!body) return refuse('no-such-thing')
  const target = { kind, id }
  return { ok: true, workspace: withDraft(workspace, target, body), target, name: label }
}

function bodyOf(workspace: Workspace, kind: EditedKind, id: string, label: Text, about: string | undefined): Definition | undefined {
  const { languages } = workspace
  const words = (en: string, ro: string) => ownWords({ en, ro }, languages)
  const types = definitionsOf(workspace, 'document-type')
  const type = about === undefined ? types[0] : types.find((each) => each.id === about)
  switch (kind) {
    case 'document-type':
      return {
        id,
        label,
        kind: 'document',
        title: `${anyWords(label)}: {subject}`,
        statuses: [
          { id: 'draft', label: words('Draft', 'Ciornă') },
          { id: 'in-approval', label: words('In approval', 'La avizare'), color: 'blue' },
          { id: 'approved', label: words('Approved', 'Aprobat'), color: 'green' },
          { id: 'dropped', label: words('Dropped', 'Renunțat'), closed: true },
        ],
        fields: [{ id: 'subject', type: 'text', label: words('Subject', 'Subiect'), required: true }],
        layout: [{ id: 'main', tab: words('Main', 'Date principale'), sections: [{ id: 'all', columns: [['subject'], []] }] }],
        access: [
          { who: [{ the: 'everyone' }], can: ['create'] },
          { who: [{ the: 'author' }], can: ['read', 'edit'] },
        ],
      }
    case 'approval-schema':
      return {
        id,
        label,
        start: 'draft',
        nodes: [
          {
            id: 'draft',
            kind: 'stage',
            label: words('Draft', 'Ciornă'),
            xy: [0, 0],
            edit: [{ who: [{ the: 'author' }] }],
            follows: 'newest',
            actions: [{ id: 'send', label: words('Send for approval', 'Trimite la avizare'), who: [{ the: 'author' }] }],
          },
          { id: 'done', kind: 'end', label: words('Done', 'Încheiat'), xy: [280, 26] },
        ],
        routes: [{ from: 'draft', on: 'send', to: 'done' }],
      }
    case 'reminder-rule': {
      const date = type?.fields.find((field) => field.type === 'date' && !field.retired)
      if (!type) return undefined
      return {
        id,
        label,
        type: type.id,
        around: date ? { field: date.id } : { status: type.statuses?.[0]?.id ?? 'draft' },
        hour: '09:00',
        steps: [{ at: date ? '-P30D' : 'P1D', tell: [{ the: 'author' }] }],
        text: date ? words(`{title}: {${date.id}}.`, `{title}: {${date.id}}.`) : '{title}',
      }
    }
    case 'directory':
      return { id, label, items: [{ id: 'first', label: words('First', 'Prima') }] }
    case 'print-form':
      return type && { id, label, type: type.id, file: `${id}.docx` }
  }
}

/** Takes a definition out. A type or a list of choices that is in use stays: documents name it by its id. */
function remove(workspace: Workspace, target: Target): WorkspaceOutcome {
  const body = definitionAt(workspace, target.kind, target.id)
  if (!body) return refuse('no-such-thing')
  const released = workspace.released.has(keyOf(target))
  if (released && (target.kind === 'document-type' || target.kind === 'directory')) return refuse('published-stays', { name: body.label })
  return { ok: true, workspace: withDraft(workspace, target, null), target, name: body.label }
}

/** Gives the unpublished edits of a definition up: it is as it is in use, and a new one is gone. */
function discard(workspace: Workspace, target: Target): WorkspaceOutcome {
  const key = keyOf(target)
  const entry = workspace.drafts.get(key)
  if (!entry && !workspace.broken.has(key)) return refuse('no-such-thing')
  const drafts = new Map(workspace.drafts)
  const broken = new Map(workspace.broken)
  drafts.delete(key)
  broken.delete(key)
  const name = entry?.body?.label ?? workspace.released.get(key)?.body.label ?? target.id
  return { ok: true, workspace: { ...workspace, drafts, broken }, target, name }
}
