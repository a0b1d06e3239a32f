import type { ReactNode } from 'react'
import type { DocumentAnswer, TypeAnswer } from '../../../api/answers.ts'
import { useTexts } from '../../language/texts.tsx'
import { DecisionCard } from '../../ui/decision-bar.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Due } from '../../ui/when.tsx'
import { Approvals } from './approvals.tsx'
import { Chronicle } from './chronicle.tsx'
import classes from './pane.module.css'
import { Related } from './related.tsx'
import type { BackList } from './use-backs.ts'

export type Place = 'form' | 'approvals' | 'chronicle' | 'related'

interface PaneProps {
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly me: string
  readonly backs: readonly BackList[]
  readonly place: Place
  readonly onPlace: (place: Place) => void
  /** What waits for the reader, on top of the approvals; on a narrow screen it stands at the foot instead. */
  readonly decision?: ReactNode
  /** On a narrow screen the form is the first of the tabs. */
  readonly form?: ReactNode
  readonly onChanged: (document: DocumentAnswer) => void
}

/** Approvals, chronicle and what is related: beside the form, or on a narrow screen as tabs with it. */
export function Pane({ document, type, me, backs, place, onPlace, decision, form, onChanged }: PaneProps) {
  const { t, of } = useTexts()
  const [mine] = document.mine
  const places: readonly Place[] = [
    ...(form ? (['form'] as const) : []),
    ...(type.schema || document.process ? (['approvals'] as const) : []),
    'chronicle',
    'related',
  ]
  const chosen = places.includes(place) ? place : (places[0] ?? 'chronicle')
  const panel = {
    form: () => form,
    approvals: () => (
      <div className={classes.panel}>
        {mine && decision && (
          <DecisionCard
            title={t(mine.kind === 'opinion' ? 'sheet.opinion' : 'sheet.yours', { step: of(mine.label) })}
            aside={mine.due && <Due at={mine.due} late={mine.late} />}
          >
            {mine.text && of(mine.text) && <p className={classes.asked}>{of(mine.text)}</p>}
            {decision}
          </DecisionCard>
        )}
        <Approvals document={document} type={type} me={me} onChanged={onChanged} />
      </div>
    ),
    chronicle: () => (
      <div className={classes.panel}>
        <Chronicle type={type} id={document.id} />
      </div>
    ),
    related: () => (
      <div className={classes.panel}>
        <Related type={document.type} id={document.id} backs={backs} />
      </div>
    ),
  }[chosen]
  return (
    <Tabs
      tabs={places.map((id) => ({ id, label: id === 'form' ? t('form.form') : t(`pane.${id}`) }))}
      value={chosen}
      onChange={(id) => onPlace(id as Place)}
      label={t('pane.pane')}
    >
      {panel()}
    </Tabs>
  )
}
