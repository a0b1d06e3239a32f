import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { useWords } from '../language/words.tsx'
import type { Command } from '../model/commands.ts'
import { type ShownFinding, shownFindings } from '../model/findings.ts'
import type { Executed } from '../model/history.ts'
import { readSchema, type SchemaReading } from '../model/reading.ts'
import { routeKeys } from '../model/schema-graph.ts'
import { refusalText } from '../model/texts/refusals.ts'
import { stepText } from '../model/texts/steps.ts'
import type { Speech } from '../model/words/speech.ts'
import { type Target, travellersOf, type Workspace } from '../model/workspace.ts'
import { EditingProvider } from '../types/parts/editing.tsx'
import { useDraft, useWorkspace } from '../workspace/workspace-provider.tsx'
import { nothing, type Selection, stillThere } from './selection.ts'

/** One approval schema under edit: what the canvas, the panels, the table and the sentences share. */
export interface SchemaEditing {
  readonly id: string
  readonly target: Target<'approval-schema'>
  readonly schema: ApprovalSchema
  readonly workspace: Workspace
  /** The types whose documents travel it. */
  readonly types: readonly DocumentType[]
  readonly speech: Speech
  readonly reading: SchemaReading
  readonly findings: readonly ShownFinding[]
  readonly selection: Selection
  readonly select: (selection: Selection) => void
  /** Executes an edit and says what it did, or why not. */
  readonly execute: (command: Command) => Executed
  /** Several edits as one step, under a name of `step.*`. */
  readonly group: (label: string, commands: readonly Command[]) => Executed
  /** Undoes and does again, and says what. */
  readonly undo: () => void
  readonly redo: () => void
  /** Says something to who cannot see it; a refusal is shown to everybody. */
  readonly announce: (words: string) => void
  readonly announced: string
  readonly refused: string | null
  readonly forgetRefusal: () => void
}

const EditingContext = createContext<SchemaEditing | null>(null)

export function SchemaEditingProvider({ id, children }: { id: string; children: ReactNode }) {
  const { language, t } = useWords()
  const { workspace, office, undo, redo, undoes, redoes } = useWorkspace()
  const { body, target, findings, execute, group } = useDraft('approval-schema', id)
  const [chosen, select] = useState<Selection>(nothing)
  const [announced, announce] = useState('')
  const [refused, refuse] = useState<string | null>(null)
  const schema = body!
  const types = useMemo(() => travellersOf(workspace, id), [workspace, id])
  const speech = useMemo((): Speech => ({ language, workspace, type: types[0], schema }), [language, workspace, types, schema])
  const reading = useMemo(() => readSchema(schema, speech), [schema, speech])
  const shown = useMemo(() => shownFindings(workspace, findings, language), [workspace, findings, language])
  const selection = useMemo(
    () => stillThere(chosen, new Set(schema.nodes.map((node) => node.id)), new Set(routeKeys(schema))),
    [chosen, schema],
  )
  const said = useCallback(
    (label: string, executed: Executed): Executed => {
      if (executed.ok) {
        refuse(null)
        announce(stepText({ label, ...(executed.name !== undefined && { name: executed.name }) }, language, workspace.languages))
      } else refuse(refusalText(executed.refusal, language, workspace.languages))
      return executed
    },
    [language, workspace.languages],
  )
  const value = useMemo(
    (): SchemaEditing => ({
      id,
      target,
      schema,
      workspace,
      types,
      speech,
      reading,
      findings: shown,
      selection,
      select,
      execute: (command) => said(command.type, execute(command)),
      group: (label, commands) => said(label, group(label, commands)),
      undo: () => {
        if (undoes) announce(t('do.undoOf', { step: stepText(undoes, language, workspace.languages) }))
        undo()
      },
      redo: () => {
        if (redoes) announce(t('do.redoOf', { step: stepText(redoes, language, workspace.languages) }))
        redo()
      },
      announce,
      announced,
      refused,
      forgetRefusal: () => refuse(null),
    }),
    [
      id,
      target,
      schema,
      workspace,
      types,
      speech,
      reading,
      shown,
      selection,
      said,
      execute,
      group,
      undo,
      redo,
      undoes,
      redoes,
      announced,
      refused,
      language,
      t,
    ],
  )
  const editing = useMemo(
    () => ({
      kind: 'approval-schema' as const,
      id,
      body: schema,
      workspace,
      calendar: office.calendar,
      run: (command: Command) => {
        const executed = value.execute(command)
        return executed.ok ? { made: executed.made } : null
      },
      runAll: (label: string, commands: readonly Command[]) => {
        const executed = value.group(label, commands)
        return executed.ok ? { made: executed.made } : null
      },
    }),
    [id, schema, workspace, office, value],
  )
  return (
    <EditingContext value={value}>
      <EditingProvider value={editing}>{children}</EditingProvider>
    </EditingContext>
  )
}

export function useSchema(): SchemaEditing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('useSchema stands outside SchemaEditingProvider')
  return editing
}
