import { useDebouncedValue } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonRef } from '../../api/answers.ts'
import { usePeopleSearch, usePerson } from '../data/people.ts'
import { keys } from '../data/queries.ts'
import { useTexts } from '../language/texts.tsx'
import { PersonAvatar, PersonName } from '../ui/person.tsx'
import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import { fromList, listOf, parseOneOrMany } from './one-or-many.ts'
import classes from './person-field.module.css'
import { Pick, type PickItem } from './pick.tsx'
import { useSurroundings } from './surroundings.tsx'

type Chosen = string | readonly string[]

/** Somebody of the office, found by a part of the name. */
function Input({ field, value, onChange, frame }: InputProps<'person', Chosen>) {
  const { of, t } = useTexts()
  const { people } = useSurroundings()
  const client = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, 150)
  const found = usePeopleSearch(asked, opened)
  const ids = listOf<string>(value)
  const only = usePerson(ids[0], ids[0] ? people[ids[0]] : undefined)
  const known = (id: string): PersonRef | undefined =>
    people[id] ?? (only?.id === id ? only : client.getQueryData<PersonRef>(keys.person(id)))
  const item = (person: PersonRef): PickItem => ({ value: person.id, label: person.name, aside: person.what ? of(person.what) : undefined })
  return (
    <Pick
      items={(found.data ?? []).filter((person) => !person.left).map(item)}
      chosen={ids.map((id) => {
        const person = known(id)
        return person ? item(person) : { value: id, label: t('word.loading') }
      })}
      many={field.many ?? false}
      onPick={(picked) => onChange(fromList(picked, field.many))}
      frame={frame}
      search={{
        text: typed,
        onSearch: setTyped,
        state: found.isError ? 'failed' : found.isPending || typed !== asked ? 'searching' : 'done',
      }}
      onOpen={() => setOpened(true)}
      leftSection={!field.many && only && <PersonAvatar name={only.name} size="small" />}
      draw={(one) => (
        <span className={classes.option}>
          <PersonAvatar name={one.label} size="small" />
          {one.label}
          {one.aside && <span className={classes.aside}>{one.aside}</span>}
        </span>
      )}
    />
  )
}

function View({ value }: ViewProps<'person', Chosen>) {
  return (
    <span className={classes.people}>
      {listOf<string>(value).map((id) => (
        <One key={id} id={id} />
      ))}
    </span>
  )
}

function One({ id }: { id: string }) {
  const { people } = useSurroundings()
  const person = usePerson(id, people[id])
  return person ? <PersonName person={person} /> : null
}

export const personField = defineField<'person', Chosen>({
  type: 'person',
  holdsMany: true,
  parse: (raw) => parseOneOrMany(raw, text),
  Input,
  View,
})
