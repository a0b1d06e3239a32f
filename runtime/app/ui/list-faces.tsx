import { Button } from '@mantine/core'
import { IconInbox, IconPlugConnectedX, IconRefresh, type TablerIcon } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { type Refusal, refusalSentence } from '../data/refusal.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './list-faces.module.css'

interface ListFacesProps {
  /** Which of the four faces shows; `full` shows the children. */
  readonly face: 'loading' | 'failed' | 'empty' | 'full'
  readonly refusal?: Refusal | undefined
  readonly onRetry?: () => void
  /** Rows of the true height while loading. */
  readonly rows?: number
  readonly rowHeight?: number
  /** What belongs here and the first step. */
  readonly empty?: ReactNode
  readonly children?: ReactNode
}

/** A list's four faces: loading, failed with a retry, empty with the next step, and full. */
export function ListFaces({ face, refusal, onRetry, rows = 8, rowHeight = 38, empty, children }: ListFacesProps) {
  const { t } = useTexts()
  if (face === 'loading') return <Skeleton rows={rows} rowHeight={rowHeight} />
  if (face === 'failed') return <Failed refusal={refusal} onRetry={onRetry} />
  if (face === 'empty') return empty ?? <Empty title={t('list.empty')} />
  return children
}

/** The face of a question to the server. */
export const faceOf = (query: { isPending: boolean; isError: boolean }, isEmpty: boolean): ListFacesProps['face'] =>
  query.isPending ? 'loading' : query.isError ? 'failed' : isEmpty ? 'empty' : 'full'

// A quick answer shows no flicker: the shape of what comes appears only after 300 ms.
function Skeleton({ rows, rowHeight }: { rows: number; rowHeight: number }) {
  const { t } = useTexts()
  const [shown, show] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => show(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <div role="status" aria-label={t('word.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have nothing else to be told apart by
        <div key={row} className={classes.skeleton} style={{ height: rowHeight }} aria-hidden>
          {[14, 32 - ((row * 7) % 11), 16, 12].map((width) => (
            <span key={width} style={{ width: `${width}%` }} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Failed({ refusal, onRetry }: { refusal: Refusal | undefined; onRetry: (() => void) | undefined }) {
  const texts = useTexts()
  const { t } = texts
  const [details, showDetails] = useState(false)
  return (
    <Face
      icon={IconPlugConnectedX}
      title={t('list.failed')}
      text={refusal ? refusalSentence(refusal, texts) : t('list.failed.safe')}
      alert
      steps={
        <>
          {onRetry && (
            <Button leftSection={<IconRefresh size={16} />} onClick={onRetry}>
              {t('do.tryAgain')}
            </Button>
          )}
          {refusal && (
            <Button variant="subtle" color="gray" aria-expanded={details} onClick={() => showDetails(!details)}>
              {t(details ? 'do.hideDetails' : 'do.details')}
            </Button>
          )}
        </>
      }
    >
      {details && <pre className={classes.details}>{JSON.stringify({ status: refusal?.status, ...refusal?.problem }, null, 2)}</pre>}
    </Face>
  )
}

/** The empty face: what belongs here, and the button of the first step as children. */
export function Empty({
  icon = IconInbox,
  title,
  text,
  children,
}: {
  icon?: TablerIcon
  title: string
  text?: string
  children?: ReactNode
}) {
  return <Face icon={icon} title={title} text={text} steps={children} />
}

interface FaceProps {
  readonly icon: TablerIcon
  readonly title: string
  readonly text?: string | undefined
  readonly steps?: ReactNode
  readonly alert?: boolean
  readonly children?: ReactNode
}

/** A quiet page in the middle of a panel: an icon, what is so, and what to do. */
export function Face({ icon: Icon, title, text, steps, alert, children }: FaceProps) {
  return (
    <div className={classes.face} role={alert ? 'alert' : undefined}>
      <span className={classes.icon} aria-hidden>
        <Icon size={20} />
      </span>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {steps && <div className={classes.steps}>{steps}</div>}
      {children}
    </div>
  )
}
