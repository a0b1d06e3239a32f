import { Button, Modal, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { OfficeAnswer, OfficeDepartment } from '../../api/answers.ts'
import { idFor } from '../data/id-for.ts'
import { useOfficeCommands } from '../data/office.ts'
import { type Refusal, refusalSentence } from '../data/refusal.ts'
import { useSession } from '../data/session.ts'
import { frameProps } from '../fields/field-frame.tsx'
import { Pick } from '../fields/pick.tsx'
import { languages as spoken } from '../language/language.ts'
import { useTexts } from '../language/texts.tsx'
import { Note } from '../ui/note.tsx'
import classes from './people-screen.module.css'
import { peopleOf, possibleParents, type StructureKind } from './structure.ts'

interface StructureDialogProps {
  readonly office: OfficeAnswer
  readonly kind: StructureKind
  /** Null: a new one. */
  readonly id: string | null
  readonly onClose: () => void
}

const titles = {
  roles: { add: 'office.addRole', edit: 'office.editRole', members: 'office.members.roles' },
  groups: { add: 'office.addGroup', edit: 'office.editGroup', members: 'office.members.groups' },
  departments: { add: 'office.addDepartment', edit: 'office.editDepartment', members: 'office.members.departments' },
} as const

/**
 * A role, group or department: its name in the languages of the office, who has it, and what names it. Its id is made once,
 * of its first name, and never shown, so that a new name breaks nothing. What is still used cannot be taken away.
 */
export function StructureDialog({ office, kind, id, onClose }: StructureDialogProps) {
  const texts = useTexts()
  const { t, of } = texts
  const { saveStructure, dropStructure } = useOfficeCommands()
  const languages = useSession().data?.site.languages ?? ['en']
  const one = office[kind].find((each) => each.id === id)
  const department = kind === 'departments' ? (one as OfficeDepartment | undefined) : undefined
  const [names, setNames] = useState<Record<string, string>>(() =>
    typeof one?.label === 'string' ? { [languages[0] ?? 'en']: one.label } : { ...one?.label },
  )
  const [people, setPeople] = useState<readonly string[]>(() => (id === null ? [] : peopleOf(office, kind, id).map((person) => person.id)))
  const [parent, setParent] = useState(department?.parent ?? null)
  const [head, setHead] = useState(department?.head ?? null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const label = Object.fromEntries(Object.entries(names).flatMap(([language, name]) => (name.trim() ? [[language, name.trim()]] : [])))
  const first = languages.map((language) => label[language]).find(Boolean)
  const title = titles[kind]
  const finish = (reply: { ok: true } | { ok: false; refusal: Refusal }) => {
    setBusy(false)
    if (reply.ok) onClose()
    else setRefusal(reply.refusal)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!first) return
    setBusy(true)
    const taken = office[kind].map((each) => each.id)
    const own = id ?? idFor(first, taken)
    finish(await saveStructure(kind, { id: own, label, people, ...(kind === 'departments' && { parent, head }) }))
  }
  const remove = async () => {
    if (id === null) return
    setBusy(true)
    finish(await dropStructure(kind, id))
  }
  const here = office.people
    .filter((person) => !person.left || person.id === head)
    .map((person) => ({ value: person.id, label: person.name }))
  const parents = possibleParents(office, id).map((each) => ({ value: each.id, label: of(each.label) }))
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={<span style={{ fontWeight: 650, fontSize: 16 }}>{one ? t(title.edit, { name: of(one.label) }) : t(title.add)}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <form
        className={classes.labels}
        noValidate
        onSubmit={send}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
        }}
      >
        {languages.map((language, index) => (
          <TextInput
            key={language}
            {...frameProps({
              label:
                languages.length === 1
                  ? t('office.label')
                  : t('office.label.in', { language: spoken.find((each) => each.id === language)?.label ?? language }),
              problem: tried && !first && index === 0 ? t('office.label.missing') : undefined,
            })}
            lang={language}
            {...(index === 0 && { 'data-autofocus': true })}
            value={names[language] ?? ''}
            onChange={(event) => setNames({ ...names, [language]: event.target.value })}
          />
        ))}
        {kind === 'departments' && (
          <>
            <Pick
              items={parents}
              chosen={parents.filter(({ value }) => value === parent)}
              many={false}
              frame={{ label: t('office.parent') }}
              onPick={([picked]) => setParent(picked ?? null)}
            />
            <Pick
              items={here}
              chosen={here.filter(({ value }) => value === head)}
              many={false}
              frame={{ label: t('office.head') }}
              onPick={([picked]) => setHead(picked ?? null)}
            />
          </>
        )}
        <Pick
          items={here}
          chosen={here.filter(({ value }) => people.includes(value))}
          many
          frame={{ label: t(title.members) }}
          onPick={setPeople}
        />
        {one && (
          <div className={classes.quiet}>
            {one.usedBy.length > 0
              ? t('office.usedBy.text', { definitions: one.usedBy.map((use) => of(use.label)).join(', ') })
              : t('office.usedBy.nothing')}
          </div>
        )}
        {refusal && (
          <Note tone="red" alert>
            {inUseSentence(refusal, office, texts) ?? refusalSentence(refusal, texts)}
          </Note>
        )}
        <div className={classes.foot}>
          {one && (
            <Button
              className={classes.remove ?? ''}
              variant="subtle"
              color="var(--red)"
              leftSection={<IconTrash size={16} />}
              disabled={busy}
              onClick={remove}
            >
              {t('office.remove')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(one ? 'office.save' : 'office.add')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** Why something cannot be taken away, with the names that definitions have on the screen. */
function inUseSentence({ problem }: Refusal, office: OfficeAnswer, { t, of }: ReturnType<typeof useTexts>): string | undefined {
  if (problem.code !== 'in-use') return undefined
  const uses = [...office.roles, ...office.groups, ...office.departments].flatMap(({ usedBy }) => usedBy)
  const nameOf = (definition: string) => {
    const use = uses.find(({ kind, id }) => `${kind}/${id}` === definition)
    const department = office.departments.find(({ id }) => `department/${id}` === definition)
    return of(use?.label ?? department?.label) || definition
  }
  const parts = [
    ...(problem.definitions.length > 0 ? [problem.definitions.map(nameOf).join(', ')] : []),
    ...(problem.people > 0 ? [t('office.inUse.people', { count: problem.people })] : []),
    ...(problem.documents > 0 ? [t('office.inUse.documents', { count: problem.documents })] : []),
  ]
  return t('office.inUse', { uses: parts.join('; ') })
}
