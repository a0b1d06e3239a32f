import { Button, Textarea } from '@mantine/core'
import { IconAlertCircle, IconBulb, IconCircleCheck, IconHistory, IconPlayerPlay } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { usePage } from '../../runtime/app/shell/page.tsx'
import { Empty } from '../../runtime/app/ui/list-faces.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import { RefusalNote } from '../../runtime/app/ui/refusal-note.tsx'
import { Status } from '../../runtime/app/ui/status.tsx'
import { useWords } from '../language/words.tsx'
import { definitionAt, type EditedKind, releasedAt, targetOf } from '../model/workspace.ts'
import { useRehearsed } from '../simulation/scenarios-api.ts'
import { readDefinition } from '../workspace/read-definition.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { ChangedDefinition } from './changed-definition.tsx'
import { type AfterPublishing, MovesForeseen } from './moves-foreseen.tsx'
import { PublicationDone } from './publication-done.tsx'
import classes from './publish.module.css'
import { useMovesPlan } from './releases-api.ts'
import { inTheWay, withChosen } from './standing-in-the-way.ts'
import { chosenTargets, type Moves, movesOf, revisionMark, usePublication } from './use-publication.ts'
import { WayFindings } from './way-findings.tsx'

/**
 * Putting changes in use: first what stands in the way, then what changes, a line for colleagues, and what becomes of the
 * documents on their way. The button is never greyed out: where something stands in the way it leads there.
 */
export function PublishScreen() {
  const { t } = useWords()
  const texts = useTexts()
  const { workspace, release, server, saving } = useWorkspace()
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const [message, write] = useState('')
  const [after, choose] = useState<AfterPublishing>('finish')
  const [asked, ask] = useState(false)
  const way = useRef<HTMLHeadingElement>(null)
  const line = useRef<HTMLTextAreaElement>(null)
  const { busy, refusal, done, moved, send, stop, again } = usePublication()
  usePage(t('publish.title'), [{ label: t('designer.title'), href: '/designer' }])
  const all = useMemo(() => [...new Set([...workspace.drafts.keys(), ...workspace.broken.keys()])], [workspace])
  const chosen = useMemo(() => all.filter((key) => !left.has(key)), [all, left])
  const found = useMemo(() => inTheWay(workspace, new Set(chosen), readDefinition), [workspace, chosen])
  const to = useMemo(() => withChosen(workspace, new Set(chosen)), [workspace, chosen])
  const failing = useRehearsed().filter(({ passed }) => !passed).length
  // The plan is made of what the server keeps: of drafts still on their way there it is asked a moment later.
  const saved = saving.state === 'saved' && chosen.every((key) => server.has(key))
  const plan = useMovesPlan({ drafts: chosenTargets(chosen) }, revisionMark(chosen, server), chosen.length > 0 && saved)
  if (done) return <PublicationDone publication={done} onAgain={again} />
  if (all.length === 0)
    return (
      <Empty icon={IconCircleCheck} title={t('publish.nothing')} text={t('publish.nothing.text')}>
        <Button component={Link} href="/designer/releases" leftSection={<IconHistory size={16} />}>
          {t('releases.title')}
        </Button>
        <Button component={Link} href="/designer" variant="default">
          {t('missing.way')}
        </Button>
      </Empty>
    )

  const blocked = found.problems.length > 0 || chosen.length === 0
  const go = () => {
    ask(true)
    if (blocked) return way.current?.focus()
    if (message.trim() === '') return line.current?.focus()
    const moves: Moves = after === 'move' && plan.data ? movesOf(plan.data) : new Map()
    void send(chosen, message.trim(), moves)
  }
  const moving = after === 'move' ? (plan.data?.counts.canMove ?? 0) : 0
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1>{t('publish.version', { version: release + 1 })}</h1>
        {found.problems.length === 0 ? (
          <Status tone="green" icon={IconCircleCheck}>
            {t('publish.noProblems')}
          </Status>
        ) : (
          <Status tone="red" icon={IconAlertCircle}>
            {t('findings.problems', { count: found.problems.length })}
          </Status>
        )}
        {found.hints.length > 0 && (
          <Status tone="amber" icon={IconBulb}>
            {t('findings.hints', { count: found.hints.length })}
          </Status>
        )}
        {failing > 0 && (
          <Link href="/designer/try">
            <Status tone="amber" icon={IconBulb}>
              {t('rehearsals.failing', { count: failing })}
            </Status>
          </Link>
        )}
        <span className={classes.grow} />
        <Button component={Link} href="/designer/releases" variant="subtle" color="gray" leftSection={<IconHistory size={16} />}>
          {t('releases.title')}
        </Button>
      </header>
      <div className={classes.columns}>
        <div>
          {found.problems.length > 0 && (
            <section className={classes.way}>
              <h2 ref={way} tabIndex={-1}>
                {t('publish.inTheWay')}
              </h2>
              <WayFindings findings={found.problems} />
            </section>
          )}
          <section>
            <h2 ref={found.problems.length === 0 ? way : undefined} tabIndex={-1}>
              {t('publish.changes')} <span className={classes.kind}>{t('publish.in', { count: chosen.length })}</span>
            </h2>
            {asked && chosen.length === 0 && (
              <Note tone="red" alert>
                {t('publish.chooseOne')}
              </Note>
            )}
            {all.map((key) => {
              const target = targetOf(key)
              return (
                <ChangedDefinition
                  key={key}
                  target={target}
                  before={releasedAt<EditedKind>(workspace, target.kind, target.id)}
                  after={definitionAt<EditedKind>(workspace, target.kind, target.id)}
                  to={workspace}
                  chosen={!left.has(key)}
                  onChoose={(goes) => {
                    const next = new Set(left)
                    if (goes) next.delete(key)
                    else next.add(key)
                    leave(next)
                  }}
                />
              )
            })}
          </section>
          <Textarea
            ref={line}
            label={t('publish.message')}
            withAsterisk
            autosize
            minRows={2}
            maxLength={2_000}
            placeholder={t('publish.message.example')}
            value={message}
            onChange={(event) => write(event.currentTarget.value)}
            error={asked && !blocked && message.trim() === '' ? t('publish.message.missing') : undefined}
          />
        </div>
        <aside aria-labelledby="publish-running">
          <h2 id="publish-running">{t('moves.title')}</h2>
          {chosen.length > 0 && <MovesForeseen plan={plan} after={after} onAfter={choose} />}
          {found.hints.length > 0 && (
            <section>
              <h3>{t('publish.hints')}</h3>
              <WayFindings findings={found.hints} />
            </section>
          )}
        </aside>
      </div>
      {refusal && <RefusalNote refusal={refusal} />}
      {to !== workspace && left.size > 0 && <p className={classes.note}>{t('publish.left', { count: left.size })}</p>}
      <footer className={classes.foot}>
        {moved === null ? (
          <span className={classes.grow}>{release > 0 ? t('publish.stays', { version: release }) : ''}</span>
        ) : (
          <span className={classes.grow} role="status">
            {t('moves.moving', { done: moved, all: moving })}{' '}
            <Button size="compact-sm" variant="default" onClick={stop}>
              {t('moves.stop')}
            </Button>
          </span>
        )}
        <Button component={Link} href="/designer" variant="subtle" color="gray">
          {texts.t('do.cancel')}
        </Button>
        <Button component={Link} href="/designer/try" variant="default" leftSection={<IconPlayerPlay size={16} />}>
          {t('publish.tryFirst')}
        </Button>
        <Button loading={busy} onClick={go}>
          {moving > 0 ? t('publish.doAndMove', { count: moving }) : t('publish.do')}
        </Button>
      </footer>
    </div>
  )
}
