import type { DefinitionsAnswer } from '../../runtime/api/answers.ts'
import { type Refusal as Answered, refusalOf } from '../../runtime/app/data/refusal.ts'
import type { Command } from '../model/commands.ts'
import {
  beginGroup,
  cancelGroup,
  type Executed,
  endGroup,
  execute,
  executeAll,
  type History,
  newHistory,
  recordChange,
  redo,
  takeIn,
  undo,
} from '../model/history.ts'
import { type DraftEntry, definitionAt, type Target, type TargetKey, targetOf, type Workspace } from '../model/workspace.ts'
import { executeOnWorkspace, type WorkspaceCommand } from '../model/workspace-commands.ts'
import type { DraftsApi } from './drafts-api.ts'
import { type DraftConflict, decidePlace, mergeDrafts, type Side } from './merge-drafts.ts'
import { type ServerDraft, serverDrafts } from './stored.ts'
import { type Unsaved, unsavedOf } from './unsaved.ts'
import type { UnsentKeeper } from './unsent.ts'

/** How the drafts stand with the server. `offline`: kept here, and sent when somebody answers again. */
export type Saving =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'saving' }
  | { readonly state: 'offline' }
  | { readonly state: 'refused'; readonly refusal: Answered }

/** What the designer shows of itself. */
export interface DesignerState {
  readonly history: History
  readonly release: number
  readonly office: DefinitionsAnswer['organisation']
  /** The drafts as the server keeps them: their revisions are what a publication chooses. */
  readonly server: ReadonlyMap<TargetKey, ServerDraft>
  readonly saving: Saving
  readonly conflicts: readonly DraftConflict[]
  /** Definitions in which somebody else's edits were joined with those made here, until that was seen. */
  readonly joined: readonly TargetKey[]
  /** Definitions whose edits an earlier window had not sent, and which are here again, until that was seen. */
  readonly restored: readonly TargetKey[]
}

/** Where nothing outlives the window. */
const keepsNothing: UnsentKeeper = { keep: () => {}, takeLeft: async () => [] }

/** Pauses, in milliseconds: from an edit to its save, between looks at what others did, and until an unanswered save is tried again. */
const PAUSE = { save: 700, look: 20_000, again: 5_000 } as const

/**
 * The designer's memory, outside React: the history of edits, and the saving of drafts behind it. One save at a time; what is
 * edited meanwhile is in the next. Who was faster is never overwritten: the edits are joined by ids, or one of them is chosen.
 */
export class DesignerStore {
  #state: DesignerState | null = null
  readonly #api: DraftsApi
  readonly #listeners = new Set<() => void>()
  readonly #now: () => string
  #timer: ReturnType<typeof setTimeout> | undefined
  #looking: ReturnType<typeof setInterval> | undefined
  #saving = false
  readonly #keeper: UnsentKeeper

  constructor(api: DraftsApi, now: () => string, keeper: UnsentKeeper = keepsNothing) {
    this.#api = api
    this.#now = now
    this.#keeper = keeper
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** Null until it is opened. */
  readonly state = (): DesignerState | null => this.#state

  /** Asks the server for everything. Throws where nothing answers, for the question's cache. */
  async open(): Promise<void> {
    const opened = await this.#api.open()
    const { release, office, server, workspace } = opened
    const before = this.#state
    if (!before) {
      const saving = { state: 'saved', at: null } as const
      this.#state = { history: newHistory(workspace), release, office, server, saving, conflicts: [], joined: [], restored: [] }
      await this.#restore()
    } else {
      // What is in use changed, or the office; edits that were not sent yet stay as they are.
      const mine = new Set(unsavedOf(before.history.workspace, before.server).map(({ key }) => key))
      const drafts = new Map([...workspace.drafts].filter(([key]) => !mine.has(key)))
      for (const key of mine) {
        const entry = before.history.workspace.drafts.get(key)
        if (entry) drafts.set(key, entry)
      }
      const replaced = [...new Set([...workspace.released.keys(), ...before.history.workspace.released.keys()])].filter(
        (key) => workspace.released.get(key)?.hash !== before.history.workspace.released.get(key)?.hash,
      )
      const history = takeIn(before.history, () => ({ ...workspace, drafts }), replaced)
      this.#state = { ...before, history, release, office, server }
    }
    this.#tell()
  }

  /** Begins to look from time to time at what others do; gives the way to end it. */
  readonly keepLooking = (): (() => void) => {
    this.#looking = setInterval(() => void this.look(), PAUSE.look)
    return () => {
      clearInterval(this.#looking)
      clearTimeout(this.#timer)
    }
  }

  readonly execute = (target: Target, command: Command): Executed => this.#take(execute(this.#history, target, command))
  readonly group = (target: Target, label: string, commands: readonly Command[]): Executed =>
    this.#take(executeAll(this.#history, target, label, commands))
  readonly executeOnWorkspace = (command: WorkspaceCommand): Executed => this.#take(executeOnWorkspace(this.#history, command))
  /** A change of the whole workspace as one step: a set that was installed, an earlier version brought back. */
  readonly record = (target: Target, label: string, workspace: Workspace): void =>
    this.#become(recordChange(this.#history, target, label, workspace))
  readonly beginGesture = (target: Target, label: string): void => this.#become(beginGroup(this.#history, target, label))
  readonly endGesture = (): void => this.#become(endGroup(this.#history))
  readonly cancelGesture = (): void => this.#become(cancelGroup(this.#history))
  readonly undo = (): void => this.#become(undo(this.#history))
  readonly redo = (): void => this.#become(redo(this.#history))

  /** What was told of joined and restored edits was seen. */
  readonly seen = (): void => this.#set({ joined: [], restored: [] })

  /** Decides one place of a conflict; once all are decided, both edits are one. */
  choose(key: TargetKey, place: string, side: Side): void {
    const conflict = this.#state?.conflicts.find((each) => each.key === key)
    if (!this.#state || !conflict) return
    const { kind, id } = targetOf(key)
    const mine = definitionAt(this.#state.history.workspace, kind, id) ?? null
    const decided = decidePlace(conflict, place, side, mine)
    const others = this.#state.conflicts.filter((each) => each !== conflict)
    this.#state = { ...this.#state, conflicts: decided.ok ? others : [...others, decided.conflict] }
    if (decided.ok) this.#adopt(key, decided.draft)
    this.#tell()
    this.#saveSoon()
  }

  /** Sends what is not sent yet, now. */
  readonly saveNow = async (): Promise<void> => {
    clearTimeout(this.#timer)
    if (this.#saving || !this.#state) return
    const held = new Set(this.#state.conflicts.map(({ key }) => key))
    const [next] = unsavedOf(this.#state.history.workspace, this.#state.server).filter(({ key }) => !held.has(key))
    if (!next) {
      if (this.#state.saving.state === 'saving') this.#set({ saving: { state: 'saved', at: this.#now() } })
      return
    }
    this.#saving = true
    if (this.#state.saving.state !== 'saving') this.#set({ saving: { state: 'saving' } })
    const again = await this.#send(next)
    this.#saving = false
    if (again) await this.saveNow()
  }

  /** Looks at what others did meanwhile. */
  readonly look = async (): Promise<void> => {
    if (!this.#state || this.#saving || this.#state.history.group) return
    try {
      this.#join(serverDrafts(await this.#api.drafts()))
      if (this.#state.saving.state === 'offline') this.#saveSoon()
    } catch {
      // Whoever does not answer is asked again; the edits are here.
    }
  }

  /** Brings back what an earlier window did not send, joined with what was saved since. */
  async #restore(): Promise<void> {
    const left = await this.#keeper.takeLeft()
    const conflicts = [...this.#state!.conflicts]
    const restored: TargetKey[] = []
    for (const { key, entry, seen } of left) {
      const { server, history } = this.#state!
      const theirs = server.get(key)
      const merged = mergeDrafts(targetOf(key), { base: seen ?? undefined, mine: entry, theirs }, history.workspace)
      if (merged.ok) {
        this.#adopt(key, merged.draft)
        restored.push(key)
      } else if (!conflicts.some((conflict) => conflict.key === key)) {
        this.#adopt(key, entry)
        conflicts.push(merged.conflict)
      }
    }
    const unsaved = new Set(unsavedOf(this.#state!.history.workspace, this.#state!.server).map(({ key }) => key))
    this.#state = { ...this.#state!, conflicts, restored: restored.filter((key) => unsaved.has(key)) }
    if (unsaved.size === 0) return
    this.#keepUnsent()
    this.#saveSoon()
  }

  /** Lays down beside the window what the server has not answered for yet. */
  #keepUnsent(): void {
    const { history, server } = this.#state!
    this.#keeper.keep(unsavedOf(history.workspace, server).map(({ key, entry }) => ({ key, entry, seen: server.get(key) ?? null })))
  }

  get #history(): History {
    if (!this.#state) throw new Error('the designer is edited before it is open')
    return this.#state.history
  }

  async #send({ key, entry }: Unsaved): Promise<boolean> {
    const target = targetOf(key)
    const seen = this.#state?.server.get(key)
    if (!entry) {
      const reply = await this.#api.drop(target)
      if (!reply.ok && reply.refusal.status !== 404) return this.#refused(reply.refusal)
      this.#keep(key, null)
      return true
    }
    const draft = { body: entry.body as object | null, base: entry.base, revision: seen?.revision ?? 0 }
    const reply = await this.#api.save(target, draft)
    if (reply.ok) {
      const { revision, by } = reply.value.draft ?? { revision: draft.revision + 1, by: null }
      this.#keep(key, { ...draft, revision, by })
      return true
    }
    if (reply.refusal.problem.code !== 'stale') return this.#refused(reply.refusal)
    try {
      this.#join(serverDrafts(await this.#api.drafts()))
      return true
    } catch (error) {
      return this.#refused(refusalOf(error))
    }
  }

  #refused(refusal: Answered): boolean {
    if (refusal.status === 0) {
      this.#set({ saving: { state: 'offline' } })
      this.#timer = setTimeout(() => void this.saveNow(), PAUSE.again)
    } else this.#set({ saving: { state: 'refused', refusal } })
    return false
  }

  #keep(key: TargetKey, draft: ServerDraft | null): void {
    const server = new Map(this.#state!.server)
    if (draft) server.set(key, draft)
    else server.delete(key)
    this.#set({ server })
    this.#keepUnsent()
  }

  /** Brings together what the server keeps now and what was edited here since it was last seen. */
  #join(theirs: ReadonlyMap<TargetKey, ServerDraft>): void {
    const state = this.#state!
    const unsaved = new Map(unsavedOf(state.history.workspace, state.server).map((each) => [each.key, each]))
    const keys = new Set([...theirs.keys(), ...state.server.keys()])
    const newer = [...keys].filter((key) => theirs.get(key)?.revision !== state.server.get(key)?.revision)
    if (newer.length === 0) return
    const conflicts = state.conflicts.filter(({ key }) => !newer.includes(key))
    const before = state.server
    this.#state = {
      ...state,
      server: theirs,
      conflicts,
      joined: [...new Set([...state.joined, ...newer.filter((key) => unsaved.has(key))])],
    }
    for (const key of newer) {
      const mine = unsaved.get(key)
      if (!mine) {
        this.#adopt(key, theirs.get(key) ?? null)
        continue
      }
      const merged = mergeDrafts(
        targetOf(key),
        { base: before.get(key), mine: mine.entry, theirs: theirs.get(key) },
        state.history.workspace,
      )
      if (merged.ok) this.#adopt(key, merged.draft)
      else conflicts.push(merged.conflict)
    }
    this.#tell()
    this.#saveSoon()
  }

  /** Takes a draft in from outside: undoing goes on to undo one's own edits of other things. */
  #adopt(key: TargetKey, draft: { readonly body: unknown; readonly base: string | null } | null): void {
    const change = (workspace: Workspace): Workspace => {
      const drafts = new Map(workspace.drafts)
      if (draft) drafts.set(key, { body: draft.body as DraftEntry['body'], base: draft.base })
      else drafts.delete(key)
      return { ...workspace, drafts }
    }
    this.#state = { ...this.#state!, history: takeIn(this.#history, change, [key]) }
  }

  #take(executed: Executed): Executed {
    if (executed.ok) this.#become(executed.history)
    return executed
  }

  #become(history: History): void {
    if (history === this.#state?.history) return
    const changed = history.workspace !== this.#state?.history.workspace
    this.#set({ history })
    if (!changed || history.group) return
    this.#keepUnsent()
    this.#saveSoon()
  }

  #saveSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.saveNow(), PAUSE.save)
  }

  #set(change: Partial<DesignerState>): void {
    this.#state = { ...this.#state!, ...change }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
