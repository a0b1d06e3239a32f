import type { LocalText } from '../../runtime/engine/site.ts'
import { applyCommand, type Command } from './commands.ts'
import { type Draft, openDraft } from './draft.ts'
import type { Refusal } from './refusal.ts'
import type { Definition, DraftEntry, Target, TargetKey, Workspace } from './workspace.ts'

/** What a step did to one definition's draft; undefined: there was none. */
interface Changed {
  readonly before: DraftEntry | undefined
  readonly after: DraftEntry | undefined
}

/** One step back or forward: a command, or a group of them that belongs together. */
export interface Step {
  /** What it is called: the command's type, or the name that the group was given. */
  readonly label: string
  /** What it was done to, in the office's words; for the sentence of the step. */
  readonly name?: LocalText
  readonly target: Target
  readonly changes: ReadonlyMap<TargetKey, Changed>
}

/** A gesture that is being made: undone as one. */
interface Group {
  readonly label: string
  readonly target: Target
  readonly from: Workspace
  readonly name?: LocalText
}

/** The workspace with the way that led to it. An immutable value. */
export interface History {
  readonly workspace: Workspace
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  readonly group: Group | null
}

/** How many steps are kept: a day's work, at a few hundred bytes each. */
const MOST_STEPS = 500

export function newHistory(workspace: Workspace): History {
  return { workspace, past: [], future: [], group: null }
}

export type Executed =
  | { readonly ok: true; readonly history: History; readonly made?: string; readonly name?: LocalText }
  | { readonly ok: false; readonly refusal: Refusal }

/** Applies a command to a definition. What changes nothing leaves no step; a refusal leaves the history as it is. */
export function execute(history: History, target: Target, command: Command): Executed {
  const draft = openDraft(history.workspace, target.kind, target.id)
  if (!draft) return { ok: false, refusal: { code: 'no-such-thing' } }
  const outcome = applyCommand(draft as Draft, command)
  if (!outcome.ok) return outcome
  const facts = { ...(outcome.made !== undefined && { made: outcome.made }), ...(outcome.name !== undefined && { name: outcome.name }) }
  return { ok: true, history: advanced(history, target, command.type, outcome.draft.workspace, outcome.name), ...facts }
}

/** Applies several commands as one step, all or none. `label` names the step. */
export function executeAll(history: History, target: Target, label: string, commands: readonly Command[]): Executed {
  let now = beginGroup(history, target, label)
  let made: string | undefined
  let name: LocalText | undefined
  for (const command of commands) {
    const done = execute(now, target, command)
    if (!done.ok) return done
    now = done.history
    made = done.made ?? made
    name ??= done.name
  }
  const facts = { ...(made !== undefined && { made }), ...(name !== undefined && { name }) }
  // Within a gesture the gesture ends it.
  if (history.group) return { ok: true, history: now, ...facts }
  return { ok: true, history: endGroup({ ...now, group: now.group && { ...now.group, ...(name !== undefined && { name }) } }), ...facts }
}

/** Begins a gesture: what is executed until `endGroup` is one step. A group within a group belongs to the outer one. */
export function beginGroup(history: History, target: Target, label: string): History {
  return history.group ? history : { ...history, group: { label, target, from: history.workspace } }
}

/** Ends the gesture; one that changed nothing in the end leaves no step. */
export function endGroup(history: History): History {
  const { group } = history
  if (!group) return history
  const closed = { ...history, workspace: group.from, group: null }
  return advanced(closed, group.target, group.label, history.workspace, group.name)
}

/** Gives a gesture up: as if it had never begun. */
export function cancelGroup(history: History): History {
  return history.group ? { ...history, workspace: history.group.from, group: null } : history
}

export function undo(history: History): History {
  const open = endGroup(history)
  const step = open.past.at(-1)
  if (!step) return open
  return { ...open, workspace: withChanges(open.workspace, step, 'before'), past: open.past.slice(0, -1), future: [step, ...open.future] }
}

export function redo(history: History): History {
  const [step, ...future] = history.future
  if (!step || history.group) return history
  return { ...history, workspace: withChanges(history.workspace, step, 'after'), past: [...history.past, step], future }
}

/**
 * Takes in what came from outside: another person's draft, a new release, a changed office. It is not a step: undoing goes on
 * to undo one's own edits. Steps over definitions in `replaced` are forgotten, for their ground is gone.
 */
export function takeIn(history: History, change: (workspace: Workspace) => Workspace, replaced: readonly TargetKey[] = []): History {
  const gone = new Set(replaced)
  const kept = (step: Step) => ![...step.changes.keys()].some((key) => gone.has(key))
  const workspace = change(history.workspace)
  const group = history.group && { ...history.group, from: change(history.group.from) }
  return { workspace, group, past: history.past.filter(kept), future: history.future.filter(kept) }
}

/** A merge of two people's edits, or another change made as a whole, as one step that can be undone. */
export function recordChange(history: History, target: Target, label: string, workspace: Workspace, name?: LocalText): History {
  return advanced(history, target, label, workspace, name)
}

function advanced(history: History, target: Target, label: string, workspace: Workspace, name?: LocalText): History {
  if (history.group) return { ...history, workspace }
  const changes = changesBetween(history.workspace, workspace)
  if (changes.size === 0) return { ...history, workspace }
  const step: Step = { label, target, changes, ...(name !== undefined && { name }) }
  return { ...history, workspace, past: [...history.past, step].slice(-MOST_STEPS), future: [] }
}

function changesBetween(before: Workspace, after: Workspace): ReadonlyMap<TargetKey, Changed> {
  const changes = new Map<TargetKey, Changed>()
  if (before.drafts === after.drafts) return changes
  for (const key of new Set([...before.drafts.keys(), ...after.drafts.keys()])) {
    const [one, other] = [before.drafts.get(key), after.drafts.get(key)]
    if (bodyOf(one) !== bodyOf(other) || (one === undefined) !== (other === undefined)) changes.set(key, { before: one, after: other })
  }
  return changes
}

const bodyOf = (entry: DraftEntry | undefined): Definition | null | undefined => entry?.body

function withChanges(workspace: Workspace, { changes }: Step, side: keyof Changed): Workspace {
  const drafts = new Map(workspace.drafts)
  for (const [key, changed] of changes) {
    const entry = changed[side]
    if (entry) drafts.set(key, entry)
    else drafts.delete(key)
  }
  return { ...workspace, drafts }
}
