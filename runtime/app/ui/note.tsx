import { IconAlertCircle, IconBulb, IconCircleCheck, IconInfoCircle, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './note.module.css'
import type { Tone } from './status.tsx'

const icons: Record<Tone, TablerIcon> = {
  grey: IconInfoCircle,
  ink: IconInfoCircle,
  green: IconCircleCheck,
  amber: IconBulb,
  red: IconAlertCircle,
}

interface NoteProps {
  readonly tone?: Tone
  readonly icon?: TablerIcon
  /** The way out: a button that mends it. */
  readonly way?: ReactNode
  /** Spoken as soon as it appears, for what stops somebody. */
  readonly alert?: boolean
  readonly children: ReactNode
}

/** A sentence on a tinted line, with its way out at the end. */
export function Note({ tone = 'grey', icon, way, alert, children }: NoteProps) {
  const Icon = icon ?? icons[tone]
  return (
    <div className={classes.note} data-tone={tone} role={alert ? 'alert' : undefined}>
      <Icon size={16} aria-hidden />
      <div className={classes.text}>{children}</div>
      {way}
    </div>
  )
}
