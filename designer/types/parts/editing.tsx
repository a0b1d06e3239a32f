import { createContext, type ReactNode, useContext } from 'react'
import type { WorkingCalendar } from '../../../runtime/engine/calendar/calendar.ts'
import type { Command } from '../../model/commands.ts'
import type { EditedKind, EditedOf, Workspace } from '../../model/workspace.ts'

/** A definition in somebody's hands: what it says now, and how it is changed. */
export interface Editing<K extends EditedKind = EditedKind> {
  readonly kind: K
  readonly id: string
  readonly body: EditedOf[K]
  readonly workspace: Workspace
  readonly calendar: WorkingCalendar
  /** Does an edit; the id of what it made, or null where it was refused: the refusal is told by who holds the definition. */
  readonly run: (command: Command) => { readonly made?: string | undefined } | null
  /** Several edits as one step, all or none. */
  readonly runAll: (label: string, commands: readonly Command[]) => { readonly made?: string | undefined } | null
}

const EditingContext = createContext<Editing | null>(null)

export function EditingProvider<K extends EditedKind>({ value, children }: { value: Editing<K>; children: ReactNode }) {
  return <EditingContext value={value as unknown as Editing}>{children}</EditingContext>
}

/** The definition that the screen edits; it must be of the kind asked for. */
export function useEditing<K extends EditedKind>(kind: K): Editing<K> {
  const editing = useContext(EditingContext)
  if (editing?.kind !== kind) throw new Error(`no ${kind} is being edited here`)
  return editing as unknown as Editing<K>
}

/** The same where a part stands on screens of several kinds. */
export function useAnyEditing(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('nothing is being edited here')
  return editing
}
