import { IconClockExclamation } from '@tabler/icons-react'
import type { PersonRef, RegistryRow } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { lateness } from '../ui/lateness.ts'
import { PersonAvatar, PoolAvatar } from '../ui/person.tsx'
import classes from './waits-for.module.css'

interface WaitsForProps {
  readonly waits: RegistryRow['waitsFor']
  readonly people: Readonly<Record<string, PersonRef>>
  /** Only the face, with the words for who cannot see it. */
  readonly short?: boolean
}

/** Whom a document waits for, the most pressing first; late with the clock and by how much. */
export function WaitsFor({ waits, people, short }: WaitsForProps) {
  const texts = useTexts()
  const { t, of } = texts
  const { now, zone } = useFormats()
  const first = waits.toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))[0]
  if (!first) return short ? null : <span className={classes.nobody}>—</span>
  const name =
    first.person === null ? (first.pool ? of(first.pool) : t('people.pool')) : (people[first.person]?.name ?? t('people.unknown'))
  const late = first.due !== null && first.due < now ? lateness(first.due, now, zone, texts) : null
  const face = first.person === null ? <PoolAvatar size="small" /> : <PersonAvatar name={name} size="small" />
  const words = [
    late ? t('registry.lateBy', { name, span: late }) : name,
    ...(waits.length > 1 ? [t('registry.andMore', { count: waits.length - 1 })] : []),
  ].join(' ')
  if (short)
    return (
      <span className={classes.short} title={words}>
        {late && (
          <span className={classes.chip}>
            <IconClockExclamation size={14} aria-hidden />
            {late}
          </span>
        )}
        {face}
        <span className="sr-only">{words}</span>
      </span>
    )
  return (
    <span className={classes.waits} data-late={late !== null || undefined} title={words}>
      {face}
      <span className="cut">{words}</span>
      {late && <IconClockExclamation size={14} className={classes.clock} aria-hidden />}
    </span>
  )
}
