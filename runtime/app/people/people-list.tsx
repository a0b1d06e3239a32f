import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconDoorExit, IconSearch, IconUserSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfficeAnswer, OfficePerson } from '../../api/answers.ts'
import { instantOf } from '../../engine/calendar/instant.ts'
import { localDateAt } from '../../engine/calendar/zone.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import { Cell, DataTable, HeadCell, Row } from '../ui/data-table.tsx'
import { Empty } from '../ui/list-faces.tsx'
import { PersonAvatar } from '../ui/person.tsx'
import { Status } from '../ui/status.tsx'
import { useWidth } from '../ui/use-width.ts'
import { departmentOf, labelsOf, peopleFound } from './people-found.ts'
import classes from './people-screen.module.css'

/** Everybody, with what they are and whether they may sign in; a row opens the person. */
export function PeopleList({ office, onOpen }: { office: OfficeAnswer; onOpen: (id: string) => void }) {
  const texts = useTexts()
  const { t, of } = texts
  const phone = useWidth() === 'phone'
  const [typed, setTyped] = useState('')
  const [withLeft, setWithLeft] = useState(false)
  const people = peopleFound(office, typed, withLeft, texts)
  const anyLeft = office.people.some(({ left }) => left)
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          type="search"
          className={classes.search ?? ''}
          aria-label={t('office.search')}
          placeholder={t('office.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {anyLeft && (
          <Checkbox label={t('office.showLeft')} checked={withLeft} onChange={(event) => setWithLeft(event.currentTarget.checked)} />
        )}
      </div>
      <div className={classes.list}>
        {people.length === 0 ? (
          <Empty icon={IconUserSearch} title={t('office.noneFound')}>
            <Button variant="default" onClick={() => setTyped('')}>
              {t('office.clear')}
            </Button>
          </Empty>
        ) : phone ? (
          <ul>
            {people.map((person) => (
              <li key={person.id}>
                <button type="button" className={classes.row} onClick={() => onOpen(person.id)}>
                  <PersonAvatar name={person.name} size="large" />
                  <span className={classes.words}>
                    <b className="cut">{person.name}</b>
                    <span className={`${classes.quiet} cut`}>
                      {[...labelsOf(person.roles, office.roles, of), ...labelsOf(person.groups, office.groups, of)].join(', ') ||
                        departmentOf(person, office, of) ||
                        person.email}
                    </span>
                    <Away person={person} office={office} />
                  </span>
                  <SignIn person={person} bare />
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <DataTable
            label={t('office.people')}
            head={
              <>
                <HeadCell>{t('office.name')}</HeadCell>
                <HeadCell>{t('office.email')}</HeadCell>
                <HeadCell>{t('office.department')}</HeadCell>
                <HeadCell>{t('office.roles')}</HeadCell>
                <HeadCell>{t('office.groups')}</HeadCell>
                <HeadCell>{t('office.signIn')}</HeadCell>
              </>
            }
          >
            {people.map((person) => (
              <Row key={person.id} onOpen={() => onOpen(person.id)}>
                <Cell name>
                  <button type="button" className={classes.name} onClick={() => onOpen(person.id)}>
                    <PersonAvatar name={person.name} size="small" />
                    {person.name}
                    <Away person={person} office={office} />
                  </button>
                </Cell>
                <Cell title={person.email ?? ''}>{person.email ?? <Nothing />}</Cell>
                <Cell>{departmentOf(person, office, of) || <Nothing />}</Cell>
                <Several names={labelsOf(person.roles, office.roles, of)} />
                <Several names={labelsOf(person.groups, office.groups, of)} />
                <Cell>
                  <SignIn person={person} />
                </Cell>
              </Row>
            ))}
          </DataTable>
        )}
      </div>
    </>
  )
}

const Nothing = () => <span className={classes.none}>—</span>

function Several({ names }: { names: readonly string[] }) {
  const text = names.join(', ')
  return <Cell title={text}>{text || <Nothing />}</Cell>
}

function SignIn({ person, bare }: { person: OfficePerson; bare?: boolean }) {
  const { t } = useTexts()
  if (person.left)
    return (
      <Status icon={IconDoorExit} bare={bare ?? false}>
        {t('office.left')}
      </Status>
    )
  return (
    <Status icon={person.maySignIn ? IconCircleCheck : IconCircleDashed} tone={person.maySignIn ? 'green' : 'grey'} bare={bare ?? false}>
      {t(person.maySignIn ? 'office.maySignIn' : 'office.noPassword')}
    </Status>
  )
}

/** While somebody is away, until when. */
function Away({ person, office }: { person: OfficePerson; office: OfficeAnswer }) {
  const { t } = useTexts()
  const { now, zone, spokenDate } = useFormats()
  const away = office.absences.find((one) => one.person === person.id && one.from <= now && now < one.to)
  if (!away) return null
  const lastDay = localDateAt(zone, instantOf(Date.parse(away.to) - 1))
  return <span className={classes.away}>{t('office.away', { day: spokenDate(lastDay) })}</span>
}
