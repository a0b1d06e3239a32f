import { Button } from '@mantine/core'
import { IconClipboardText, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { useOffice } from '../data/office.ts'
import { refusalOf } from '../data/refusal.ts'
import { useTexts } from '../language/texts.tsx'
import { usePage } from '../shell/page.tsx'
import { faceOf, ListFaces } from '../ui/list-faces.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useWidth } from '../ui/use-width.ts'
import { withOwnRoles } from './own-roles.ts'
import { PastePeopleDialog } from './paste-people-dialog.tsx'
import { PeopleList } from './people-list.tsx'
import classes from './people-screen.module.css'
import { PersonForm } from './person-form.tsx'
import type { StructureKind } from './structure.ts'
import { StructureDialog } from './structure-dialog.tsx'
import { StructureList } from './structure-list.tsx'

type Tab = 'people' | StructureKind
const tabs = ['people', 'roles', 'groups', 'departments'] as const satisfies Tab[]
const adds = {
  people: 'office.addPerson',
  roles: 'office.addRole',
  groups: 'office.addGroup',
  departments: 'office.addDepartment',
} as const satisfies Record<Tab, string>

/** For the administrator: who works here, what they are, and who may sign in. `/people/<id>` opens a person. */
export function PeopleScreen() {
  const texts = useTexts()
  const { t } = texts
  const office = useOffice()
  const [, go] = useLocation()
  const { person: opened } = useParams<{ person?: string }>()
  const [tab, setTab] = useState<Tab>('people')
  const [editing, setEditing] = useState<{ readonly id: string | null } | null>(null)
  const [pasting, setPasting] = useState(false)
  const phone = useWidth() === 'phone'
  usePage(t('office.title'))
  const answer = office.data && withOwnRoles(office.data, texts)
  const person = answer?.people.find(({ id }) => id === opened)
  const add = () => (tab === 'people' ? go('/people/new') : setEditing({ id: null }))
  const addButton = (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add} disabled={!answer}>
      {t(adds[tab])}
    </Button>
  )
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <div className={classes.title}>
          {!phone && <h1>{t('office.title')}</h1>}
          <div className={classes.buttons}>
            {tab === 'people' && !phone && (
              <Button variant="default" leftSection={<IconClipboardText size={16} />} onClick={() => setPasting(true)} disabled={!answer}>
                {t('office.paste')}
              </Button>
            )}
            {addButton}
          </div>
        </div>
        <Tabs
          label={t('office.tabs')}
          value={tab}
          onChange={(next) => setTab(next as Tab)}
          tabs={tabs.map((id) => ({
            id,
            label: t(`office.${id}`),
            count: id === 'people' ? answer?.people.filter(({ left }) => !left).length : answer?.[id].length,
          }))}
        />
      </header>
      <ListFaces
        face={faceOf(office, false)}
        refusal={office.error ? refusalOf(office.error) : undefined}
        onRetry={() => office.refetch()}
        rows={12}
      >
        {answer &&
          (tab === 'people' ? (
            <PeopleList office={answer} onOpen={(id) => go(`/people/${id}`)} />
          ) : (
            <StructureList office={answer} kind={tab} onOpen={(id) => setEditing({ id })} add={addButton} />
          ))}
      </ListFaces>
      {answer && (person || opened === 'new') && (
        <PersonForm key={opened} office={answer} person={person ?? null} onClose={() => go('/people')} />
      )}
      {answer && editing && tab !== 'people' && (
        <StructureDialog office={answer} kind={tab} id={editing.id} onClose={() => setEditing(null)} />
      )}
      {answer && pasting && <PastePeopleDialog office={answer} onClose={() => setPasting(false)} />}
    </div>
  )
}
