import { Radio } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { MovesPlanAnswer, PlannedDocument } from '../../runtime/api/answers.ts'
import { refusalOf } from '../../runtime/app/data/refusal.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { useWords } from '../language/words.tsx'
import { quoted } from '../model/words/speech.ts'
import { definitionAt } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import classes from './publish.module.css'

export type AfterPublishing = 'finish' | 'move'

interface MovesForeseenProps {
  readonly plan: {
    readonly data: MovesPlanAnswer | undefined
    readonly isError: boolean
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly after: AfterPublishing
  readonly onAfter: (after: AfterPublishing) => void
  /** Whether something is chosen here; else it is only told. */
  readonly choice?: boolean
}

/** What becomes of the documents on their way: which follow by themselves, which can move, which cannot and why. */
export function MovesForeseen({ plan, after, onAfter, choice = true }: MovesForeseenProps) {
  const { t } = useWords()
  const { data } = plan
  if (!data)
    return (
      <ListFaces
        face={plan.isError ? 'failed' : 'loading'}
        rows={3}
        refusal={plan.isError ? refusalOf(plan.error) : undefined}
        onRetry={() => plan.refetch()}
      />
    )
  const { counts, items, more } = data
  const running = counts.canMove + counts.cannotMove + counts.stays
  const cannot = items.filter(({ fate }) => fate === 'cannot-move')
  const can = items.filter(({ fate }) => fate === 'can-move')
  return (
    <>
      {counts.follows > 0 && <p className={classes.note}>{t('moves.follow', { count: counts.follows })}</p>}
      {running === 0 ? (
        <p className={classes.note}>{t('moves.none')}</p>
      ) : !choice ? (
        <p className={classes.note}>{t('moves.finish.all', { count: running })}</p>
      ) : (
        <Radio.Group aria-label={t('moves.title')} value={after} onChange={(value) => onAfter(value as AfterPublishing)}>
          <div className={classes.choices}>
            <label htmlFor="moves-finish" className={classes.choice} data-chosen={after === 'finish' || undefined}>
              <Radio id="moves-finish" value="finish" />
              <span className={classes.choiceText}>
                <b>{t('moves.finish')}</b>
                <span className={classes.choiceNote}>{t('moves.finish.text')}</span>
              </span>
            </label>
            <label htmlFor="moves-move" className={classes.choice} data-chosen={after === 'move' || undefined}>
              <Radio id="moves-move" value="move" disabled={counts.canMove === 0} />
              <span className={classes.choiceText}>
                <b>{t('moves.move')}</b>
                <span className={classes.choiceNote}>{t('moves.move.text')}</span>
              </span>
              <b className={classes.count}>{t('moves.of', { can: counts.canMove, all: running })}</b>
            </label>
          </div>
        </Radio.Group>
      )}
      {more && <p className={classes.note}>{t('moves.more')}</p>}
      {cannot.length > 0 && (
        <>
          <h3>{t('moves.cannot')}</h3>
          <ul className={classes.documents}>
            {cannot.map((item) => (
              <PlannedRow key={item.id} item={item} />
            ))}
          </ul>
        </>
      )}
      {can.length > 0 && (
        <details className={classes.fold}>
          <summary>{t('moves.can', { count: counts.canMove })}</summary>
          <ul className={classes.documents}>
            {can.map((item) => (
              <PlannedRow key={item.id} item={item} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function PlannedRow({ item }: { item: PlannedDocument }) {
  const { t, of, locale, language } = useWords()
  const texts = useTexts()
  const { workspace } = useWorkspace()
  const type = of(definitionAt(workspace, 'document-type', item.type)?.label)
  const title = item.title ? of(item.title) || item.number || type : t('moves.hidden', { type })
  const steps = (list: PlannedDocument['at']) =>
    new Intl.ListFormat(locale).format(list.map(({ label }) => quoted({ language }, of(label))))
  const why = item.obstacles[0]?.why
  return (
    <li>
      {item.title ? <IconAlertTriangle size={16} aria-hidden data-fate={item.fate} /> : <IconLock size={16} aria-hidden />}
      <span className={classes.finding}>
        <b>{title}</b>
        {why ? (
          <span>{t(`moves.why.${why}`, { steps: steps(item.obstacles) })}</span>
        ) : (
          item.at.length > 0 && <span>{t('moves.at', { steps: steps(item.at) })}</span>
        )}
      </span>
      {item.title && (
        <Link href={`/documents/${item.type}/${item.id}`} className={classes.open ?? ''}>
          {texts.t('do.open')}
        </Link>
      )}
    </li>
  )
}
