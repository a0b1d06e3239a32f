import { type ReactNode, useMemo, useState } from 'react'
import { useSession } from '../../../runtime/app/data/session.ts'
import { useNow } from '../../../runtime/app/language/use-now.ts'
import { Note } from '../../../runtime/app/ui/note.tsx'
import type { WorkingCalendar } from '../../../runtime/engine/calendar/calendar.ts'
import { localDateAt } from '../../../runtime/engine/calendar/zone.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { SampleProvider } from '../../conditions/sample.tsx'
import { firstSchema, previewCard, restingSteps } from '../../forms/preview.ts'
import { previewSite } from '../../forms/preview-site.ts'
import { sampleCard } from '../../forms/sample-card.ts'
import { useWords } from '../../language/words.tsx'
import type { Executed } from '../../model/history.ts'
import type { Refusal } from '../../model/refusal.ts'
import { refusalText } from '../../model/texts/refusals.ts'
import { definitionAt, type EditedKind, type Workspace } from '../../model/workspace.ts'
import { MissingDefinition } from '../../shell/missing-definition.tsx'
import { useDraft, useWorkspace } from '../../workspace/workspace-provider.tsx'
import classes from './definition-screen.module.css'
import { type Editing, EditingProvider } from './editing.tsx'

/** A definition with all that its parts ask for around it; an edit that was refused says why on top. */
export function DefinitionScreen<K extends EditedKind>({ kind, id, children }: { kind: K; id: string; children: ReactNode }) {
  const { language } = useWords()
  const { workspace, office } = useWorkspace()
  const { body, execute, group } = useDraft(kind, id)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const editing = useMemo((): Editing<K> | null => {
    if (!body) return null
    const told = (done: Executed) => {
      setRefusal(done.ok ? null : done.refusal)
      return done.ok ? { made: done.made } : null
    }
    return {
      kind,
      id,
      body,
      workspace,
      calendar: office.calendar,
      run: (command) => told(execute(command)),
      runAll: (label, commands) => told(group(label, commands)),
    }
  }, [kind, id, body, workspace, office, execute, group])
  if (!editing) return <MissingDefinition />
  return (
    <EditingProvider value={editing}>
      {refusal && (
        <div className={classes.refusal}>
          <Note tone="amber" alert>
            {refusalText(refusal, language, workspace.languages)}
          </Note>
        </div>
      )}
      {children}
    </EditingProvider>
  )
}

/** Tries conditions and formulas on a plausible card of a type, at its first step, in the eyes of whoever draws. */
export function SampleOfType({ type: id, children }: { type: string; children: ReactNode }) {
  const { workspace, office } = useWorkspace()
  const me = useSession().data?.person?.id ?? ''
  const now = useNow()
  const type = definitionAt(workspace, 'document-type', id)
  const { calendar } = office
  const sample = useMemo(() => type && sampleOf(workspace, calendar, type, me, now), [workspace, calendar, type, me, now])
  return <SampleProvider value={sample ?? null}>{children}</SampleProvider>
}

function sampleOf(workspace: Workspace, calendar: WorkingCalendar, type: DocumentType, me: string, now: string) {
  const site = previewSite(workspace, calendar)
  const schema = firstSchema(type, site)
  const card = sampleCard(type, { today: localDateAt(calendar.zone, now), me, site })
  return previewCard({ type, schema, site, card, seenAs: { person: me, node: restingSteps(schema)[0]?.id ?? null }, now })
}
