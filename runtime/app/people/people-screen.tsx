import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { useOffice } from '../data/office.ts'
import { refusalOf } from '../data/refusal.ts'
import { useTexts } from '../language/texts.tsx'
import { usePage } from '../shell/page.tsx'
import { faceOf, ListFaces } from '../ui/list-faces.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useWidth } from '../ui/use-width.ts'
import { LabelDialog, type Labelled } from './label-dialog.tsx'
import { LabelList } from './label-list.tsx'
import { withOwnRoles } from './own-roles.ts'
import { PeopleList } from './people-list.tsx'
import classes from './people-screen.module.css'
import { PersonForm } from './person-form.tsx'

type Tab = 'people' | 'roles' | 'groups'

/** For the administrator: who works here, what they are, and who may sign in. `/people/<id>` opens a person. */
export function PeopleScreen() {
  const texts = useTexts()
  const { t } = texts
  const office = useOffice()
  const [, go] = useLocation()
  const { person: opened } = useParams<{ person?: string }>()
  const [tab, setTab] = useState<Tab>('people')
  const [editing, setEditing] = useState<Labelled | 'new' | null>(null)
  const phone = useWidth() === 'phone'
  usePage(t('office.title'))
  const answer = office.data && withOwnRoles(office.data, texts)
  const person = answer?.people.find(({ id }) => id === opened)
  const add = () => (tab === 'people' ? go('/people/new') : setEditing('new'))
  const addButton = (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add} disabled={!answer}>
      {t(tab === 'people' ? 'office.addPerson' : tab === 'roles' ? 'office.addRole' : 'office.addGroup')}
    </Button>
  )
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <div className={classes.title}>
          {!phone && <h1>{t('office.title')}</h1>}
          {addButton}
        </div>
        <Tabs
          label={t('office.tabs')}
          value={tab}
          onChange={(next) => setTab(next as Tab)}
          tabs={(['people', 'roles', 'groups'] as const).map((id) => ({
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
            <LabelList office={answer} kind={tab} onOpen={setEditing} add={addButton} />
          ))}
      </ListFaces>
      {answer && (person || opened === 'new') && (
        <PersonForm key={opened} office={answer} person={person ?? null} onClose={() => go('/people')} />
      )}
      {answer && editing && tab !== 'people' && (
        <LabelDialog office={answer} kind={tab} labelled={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}
