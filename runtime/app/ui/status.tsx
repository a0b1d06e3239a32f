import {
  IconArchive,
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconHourglass,
  IconPencil,
  IconPlayerPause,
  IconProgress,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Color, Text } from '../../../schemas/generated/common.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './status.module.css'

export type Tone = 'grey' | 'ink' | 'green' | 'amber' | 'red'

interface StatusProps {
  readonly tone?: Tone
  readonly icon: TablerIcon
  /** Without the pill, for a dense line. */
  readonly bare?: boolean
  /** Withdrawn: the word is struck through. */
  readonly struck?: boolean
  readonly children: ReactNode
}

/** A state: icon and word always, colour third, so that print and colour-blind eyes lose nothing. */
export function Status({ tone = 'grey', icon: Icon, bare, struck, children }: StatusProps) {
  return (
    <span className={classes.status} data-tone={tone} data-bare={bare || undefined} data-struck={struck || undefined}>
      <Icon size={14} stroke={2} aria-hidden />
      <span className="cut">{children}</span>
    </span>
  )
}

const toneOf: Record<Color, Tone> = { green: 'green', yellow: 'amber', red: 'red', blue: 'ink' }
const iconOf: Record<Color, TablerIcon> = { green: IconCircleCheck, yellow: IconHourglass, red: IconX, blue: IconProgress }

/** A status as a document type defines it; the first one of the type is where things are still being written. */
export function DocumentStatus({ status, first }: { status: { label: Text; color?: Color; closed?: boolean }; first?: boolean }) {
  const { of } = useTexts()
  const icon = status.color ? iconOf[status.color] : status.closed ? IconArchive : first ? IconPencil : IconCircleDashed
  return (
    <Status tone={status.color ? toneOf[status.color] : 'grey'} icon={icon}>
      {of(status.label)}
    </Status>
  )
}

export type SeatState = 'waiting' | 'approved' | 'done' | 'rejected' | 'returned' | 'overdue' | 'next' | 'withdrawn' | 'suspended'

const seats: Record<SeatState, { tone: Tone; icon: TablerIcon }> = {
  waiting: { tone: 'ink', icon: IconProgress },
  approved: { tone: 'green', icon: IconCheck },
  done: { tone: 'green', icon: IconCheck },
  rejected: { tone: 'red', icon: IconX },
  returned: { tone: 'amber', icon: IconArrowBackUp },
  overdue: { tone: 'red', icon: IconClockExclamation },
  next: { tone: 'grey', icon: IconCircleDashed },
  withdrawn: { tone: 'grey', icon: IconBan },
  suspended: { tone: 'grey', icon: IconPlayerPause },
}

/** How somebody's seat on the approval sheet stands; `label` where an outcome has the office's own word. */
export function SeatStatus({ state, label }: { state: SeatState; label?: Text }) {
  const { t, of } = useTexts()
  const { tone, icon } = seats[state]
  return (
    <Status tone={tone} icon={icon} struck={state === 'withdrawn'}>
      {label === undefined ? t(`state.${state}`) : of(label)}
    </Status>
  )
}
