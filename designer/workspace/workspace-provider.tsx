import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { refusalOf } from '../../runtime/app/data/refusal.ts'
import { useSession } from '../../runtime/app/data/session.ts'
import { ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import type { Finding } from '../../schemas/finding.ts'
import type { Command } from '../model/commands.ts'
import { findingsOf } from '../model/findings.ts'
import type { Executed, Step } from '../model/history.ts'
import { definitionAt, type EditedKind, type EditedOf, type Target, type Workspace } from '../model/workspace.ts'
import { type DesignerState, DesignerStore } from './designer-store.ts'
import { draftsApi } from './drafts-api.ts'
import type { Side } from './merge-drafts.ts'
import { readDefinition } from './read-definition.ts'
import { useSecondTab } from './second-tab.ts'
import { browserKeeper } from './unsent.ts'

/** What every part of the designer works with. */
export interface DesignerWorkspace extends Omit<DesignerState, 'history'> {
  readonly workspace: Workspace
  /** What is wrong, or could be better, in all definitions; a moment behind the edit that changed it. */
  readonly findings: readonly Finding[]
  readonly secondTab: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The step that undoing takes back, and the one that redoing does again: its label is a command's type or a group's name. */
  readonly undoes: Step | undefined
  readonly redoes: Step | undefined
  readonly execute: DesignerStore['execute']
  /** Several commands as one step, all or none; `label` names the step. */
  readonly group: DesignerStore['group']
  readonly executeOnWorkspace: DesignerStore['executeOnWorkspace']
  readonly record: DesignerStore['record']
  readonly beginGesture: DesignerStore['beginGesture']
  readonly endGesture: DesignerStore['endGesture']
  readonly cancelGesture: DesignerStore['cancelGesture']
  readonly undo: () => void
  readonly redo: () => void
  /** What was told of joined and restored edits was seen. */
  readonly seen: () => void
  /** Decides one place of a conflict. */
  readonly choose: (key: string, place: string, side: Side) => void
  /** Sends what is not sent yet: before what must find it on the server, as publishing does. */
  readonly saveNow: () => Promise<void>
  /** Asks for the release, the drafts and the office again: after a publication. */
  readonly reload: () => Promise<void>
}

const WorkspaceContext = createContext<DesignerWorkspace | null>(null)

/** Opens the workspace, keeps it saved, and shows the children when it is there. */
export function WorkspaceProvider({ children }: { children: ReactNode }) {
  const session = useSession()
  const me = session.data?.person?.id ?? ''
  const [store] = useState(() => new DesignerStore(draftsApi, () => new Date().toISOString(), browserKeeper(me)))
  const release = session.data?.site.release
  // A new release is known by the session; with it the designer asks anew.
  const opening = useQuery({
    queryKey: ['designer', release],
    queryFn: async () => {
      await store.open()
      return true
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const state = useSyncExternalStore(store.subscribe, store.state)
  useEffect(() => store.keepLooking(), [store])
  useEffect(() => {
    const back = () => {
      void store.saveNow()
      void store.look()
    }
    const leave = (event: BeforeUnloadEvent) => {
      if (store.state()?.saving.state !== 'saved') event.preventDefault()
      void store.saveNow()
    }
    addEventListener('online', back)
    addEventListener('focus', back)
    addEventListener('beforeunload', leave)
    return () => {
      removeEventListener('online', back)
      removeEventListener('focus', back)
      removeEventListener('beforeunload', leave)
      void store.saveNow()
    }
  }, [store])
  if (!state)
    return (
      <ListFaces
        face={opening.isError ? 'failed' : 'loading'}
        refusal={opening.error ? refusalOf(opening.error) : undefined}
        onRetry={() => opening.refetch()}
      />
    )
  return (
    <Opened store={store} state={state}>
      {children}
    </Opened>
  )
}

function Opened({ store, state, children }: { store: DesignerStore; state: DesignerState; children: ReactNode }) {
  const secondTab = useSecondTab()
  // Typing goes first; what is wrong is said a moment later.
  const checked = useDeferredValue(state.history.workspace)
  const findings = useMemo(() => findingsOf(checked, readDefinition), [checked])
  const value = useMemo((): DesignerWorkspace => {
    const { history, ...rest } = state
    const undoes = history.past.at(-1)
    const redoes = history.future[0]
    return {
      ...rest,
      workspace: history.workspace,
      findings,
      secondTab,
      canUndo: undoes !== undefined,
      canRedo: redoes !== undefined,
      undoes,
      redoes,
      execute: store.execute,
      group: store.group,
      executeOnWorkspace: store.executeOnWorkspace,
      record: store.record,
      beginGesture: store.beginGesture,
      endGesture: store.endGesture,
      cancelGesture: store.cancelGesture,
      undo: store.undo,
      redo: store.redo,
      seen: store.seen,
      choose: (key, place, side) => store.choose(key, place, side),
      saveNow: store.saveNow,
      reload: () => store.open(),
    }
  }, [state, store, findings, secondTab])
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>
}

/** The workspace and all that can be done with it. */
export function useWorkspace(): DesignerWorkspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('useWorkspace stands outside WorkspaceProvider')
  return workspace
}

/** One definition as it is being edited; `body` undefined where there is none. */
export interface OpenDraft<K extends EditedKind> {
  readonly target: Target<K>
  readonly body: EditedOf[K] | undefined
  readonly findings: readonly Finding[]
  readonly execute: (command: Command) => Executed
  readonly group: (label: string, commands: readonly Command[]) => Executed
}

export function useDraft<K extends EditedKind>(kind: K, id: string): OpenDraft<K> {
  const { workspace, findings, execute, group } = useWorkspace()
  const body = definitionAt(workspace, kind, id)
  return useMemo(() => {
    const target = { kind, id }
    return {
      target,
      body,
      findings: findings.filter(({ definition }) => definition?.kind === kind && definition.id === id),
      execute: (command) => execute(target, command),
      group: (label, commands) => group(target, label, commands),
    }
  }, [kind, id, body, findings, execute, group])
}
