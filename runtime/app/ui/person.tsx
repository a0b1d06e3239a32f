import { IconUsers } from '@tabler/icons-react'
import type { PersonRef } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './person.module.css'

type Size = 'small' | 'middle' | 'large'

/** "Ana Munteanu" → "AM", "Ștefan" → "Ș". */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters
    .map((word) => [...(word ?? '')].find((letter) => /\p{L}/u.test(letter)) ?? '')
    .join('')
    .toUpperCase()
}

/** One of five hues, always the same for a name, so that a face is found again at a glance. */
export function hueOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return sum % 5
}

/** Decorative: the name stands beside it or in the label of what holds it. */
export function PersonAvatar({ name, size = 'middle' }: { name: string; size?: Size }) {
  return (
    <span className={classes.avatar} data-hue={hueOf(name)} data-size={size} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}

/** Several people who will be asked, of whom one claims it: dashed. */
export function PoolAvatar({ size = 'middle' }: { size?: Size }) {
  return (
    <span className={classes.avatar} data-pool data-size={size} aria-hidden>
      <IconUsers size={size === 'small' ? 11 : 13} />
    </span>
  )
}

/** Faces in a row, overlapping, with the names for who cannot see them. */
export function PersonAvatars({ names, size = 'middle' }: { names: readonly string[]; size?: Size }) {
  return (
    <span className={classes.row} role="img" aria-label={names.join(', ')}>
      {names.map((name) => (
        <PersonAvatar key={name} name={name} size={size} />
      ))}
    </span>
  )
}

/** Face and name; with `what`, also what the person does here. */
export function PersonName({ person, what, size = 'small' }: { person: PersonRef | undefined; what?: boolean; size?: Size }) {
  const { t, of } = useTexts()
  const name = person?.name ?? t('people.unknown')
  return (
    <span className={classes.person}>
      <PersonAvatar name={name} size={size} />
      <span className="cut">
        {name}
        {what && person?.what && <span className={classes.what}>{of(person.what)}</span>}
      </span>
    </span>
  )
}
