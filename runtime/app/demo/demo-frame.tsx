import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconEye, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { Me, SessionAnswer } from '../../api/answers.ts'
import { useEntrance } from '../data/entrance.ts'
import type { Refusal } from '../data/refusal.ts'
import { useTexts } from '../language/texts.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { PersonAvatar } from '../ui/person.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './demo-frame.module.css'

interface DemoFrameProps {
  readonly session: SessionAnswer
  readonly me: Me
  readonly children: ReactNode
}

/** In a demo office: a slim bar above everything that says whose shoes one is in, and lets one step into others. */
export function DemoFrame({ session, me, children }: DemoFrameProps) {
  if (!session.site.demo) return children
  return (
    <div className={classes.frame}>
      <DemoBar session={session} me={me} />
      {children}
    </div>
  )
}

function DemoBar({ session, me }: Omit<DemoFrameProps, 'children'>) {
  const { t, of, rich } = useTexts()
  const [, go] = useLocation()
  const { stepInto, removeDemo } = useEntrance()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [leaving, setLeaving] = useState(false)
  const [busy, setBusy] = useState(false)
  const step = async (person: string) => {
    const reply = await stepInto(person)
    setRefusal(reply.ok ? null : reply.refusal)
    if (reply.ok) go('/inbox')
  }
  const remove = async () => {
    setBusy(true)
    const reply = await removeDemo()
    setBusy(false)
    setLeaving(false)
    setRefusal(reply.ok ? null : reply.refusal)
    if (reply.ok) go('/setup')
  }
  return (
    <section className={classes.bar} aria-label={t('shell.demo')}>
      <IconEye size={14} aria-hidden />
      <span className="cut">
        {me.what
          ? rich('demo.youAre', { name: <b>{me.name}</b>, what: of(me.what) })
          : rich('demo.youAre.plain', { name: <b>{me.name}</b> })}
      </span>
      <Menu width={280} position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={classes.switch}>
            <span className={classes.long}>{t('demo.switch')}</span>
            <span className={classes.short}>{t('demo.switch.short')}</span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.people ?? ''}>
          {session.demoPeople
            .filter(({ id }) => id !== me.id)
            .map((person) => (
              <Menu.Item key={person.id} leftSection={<PersonAvatar name={person.name} />} onClick={() => step(person.id)}>
                {person.name}
                {person.what && <span className={classes.what}>{of(person.what)}</span>}
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => setLeaving(true)}>
            {t('demo.leave')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {refusal && <RefusalNote refusal={refusal} />}
      <ConfirmDialog
        opened={leaving}
        title={t('demo.leave')}
        confirm={t('demo.leave.do')}
        danger
        busy={busy}
        onClose={() => setLeaving(false)}
        onConfirm={remove}
      >
        {t('demo.leave.text')}
      </ConfirmDialog>
    </section>
  )
}
