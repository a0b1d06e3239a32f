import { Button, Modal, Textarea } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { OfficeAnswer } from '../../api/answers.ts'
import { newId } from '../data/new-id.ts'
import { useOfficeCommands } from '../data/office.ts'
import type { Refusal } from '../data/refusal.ts'
import { useTexts } from '../language/texts.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import { mostPeople, type PastedPerson, type PeopleColumn, peopleColumns, readPeople } from './pasted-people.ts'
import { labelsOf } from './people-found.ts'
import classes from './people-screen.module.css'

const shown = 50

/** People from a spreadsheet: who is new, who changes and what was not understood show before anything is written. */
export function PastePeopleDialog({ office, onClose }: { office: OfficeAnswer; onClose: () => void }) {
  const texts = useTexts()
  const { t } = texts
  const { savePeople } = useOfficeCommands()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // The same line keeps its id while more is typed, or every letter would make other people.
  const ids = useRef<string[]>([])
  const rows = useMemo(() => {
    let next = 0
    const heads = Object.fromEntries(peopleColumns.map((column) => [column, [column, t(headOf[column])]])) as unknown as Record<
      PeopleColumn,
      string[]
    >
    return readPeople(text, {
      office,
      heads,
      texts,
      newId: () => {
        const at = next++
        ids.current[at] ??= newId()
        return ids.current[at]
      },
    })
  }, [text, office, texts, t])
  const faults = rows.filter((row) => row.faults.length > 0).length
  const known = rows.filter((row) => row.known).length
  const nameless = rows.some(({ person }) => person.name === '')
  const send = async () => {
    setBusy(true)
    const reply = await savePeople(rows.map(({ person }) => person))
    setBusy(false)
    if (reply.ok) onClose()
    else setRefusal(reply.refusal)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={960}
      title={<span style={{ fontWeight: 650, fontSize: 16 }}>{t('office.paste.title')}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <div className={classes.labels}>
        <Textarea
          data-autofocus
          label={t('office.paste.label')}
          description={t('office.paste.columns', { columns: peopleColumns.map((column) => t(headOf[column])).join(', ') })}
          autosize
          minRows={4}
          maxRows={8}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setRefusal(null)
          }}
        />
        {rows.length > 0 && (
          <>
            <p>
              {t('office.paste.found', { count: rows.length - known, known })}
              {faults > 0 && <span className={classes.fault}> {t('office.paste.faults', { count: faults })}</span>}
            </p>
            <Found rows={rows} office={office} />
            {rows.length > shown && <p>{t('office.paste.more', { count: rows.length - shown })}</p>}
          </>
        )}
        {rows.length === mostPeople && <p>{t('office.paste.most', { count: mostPeople })}</p>}
        {refusal && <RefusalNote refusal={refusal} />}
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button loading={busy} disabled={rows.length === 0 || nameless} onClick={send}>
            {rows.length === 0 ? t('office.paste.nothing') : t('office.paste.do', { count: rows.length })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

const headOf = {
  name: 'office.name',
  email: 'office.email',
  department: 'office.department',
  manager: 'office.manager',
  roles: 'office.roles',
  groups: 'office.groups',
  language: 'office.language',
} as const satisfies Record<PeopleColumn, string>

function Found({ rows, office }: { rows: readonly PastedPerson[]; office: OfficeAnswer }) {
  const { t, of } = useTexts()
  const names = new Map([...office.people, ...rows.map(({ person }) => person)].map(({ id, name }) => [id, name]))
  const cell = ({ person }: PastedPerson, column: PeopleColumn): string => {
    switch (column) {
      case 'department':
        return of(office.departments.find(({ id }) => id === person.department)?.label)
      case 'manager':
        return (person.manager && names.get(person.manager)) ?? ''
      case 'roles':
      case 'groups':
        return labelsOf(person[column], office[column], of).join(', ')
      default:
        return person[column] ?? ''
    }
  }
  return (
    <div className={classes.found}>
      <table>
        <thead>
          <tr>
            {peopleColumns.map((column) => (
              <th key={column} scope="col">
                {t(headOf[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.person.id}>
              {peopleColumns.map((column) => {
                const fault = row.faults.find((one) => one.column === column)
                return (
                  <td key={column} data-new={(column === 'name' && !row.known) || undefined}>
                    {cell(row, column)}
                    {fault && (
                      <span className={classes.fault}>
                        <IconAlertCircle size={14} aria-hidden />
                        {fault.found === '' ? t('office.name.missing') : t('office.paste.unknown', { found: fault.found })}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
