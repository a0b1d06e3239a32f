import { Button, Select } from '@mantine/core'
import { IconArrowBackUp, IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useParams } from 'wouter'
import { useSession } from '../../runtime/app/data/session.ts'
import { useNow } from '../../runtime/app/language/use-now.ts'
import { usePage } from '../../runtime/app/shell/page.tsx'
import { Empty } from '../../runtime/app/ui/list-faces.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import { useWidth } from '../../runtime/app/ui/use-width.ts'
import { compileProgram } from '../../runtime/engine/approval/program.ts'
import type { Card } from '../../runtime/engine/card/card.ts'
import { previewSite } from '../forms/preview-site.ts'
import { useWords } from '../language/words.tsx'
import { definitionAt, definitionsOf, editedKinds, travellersOf, type Workspace } from '../model/workspace.ts'
import { PublishButton } from '../shell/designer-bar.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { bringAlong } from './bring-along.ts'
import { problemInWords } from './problem-in-words.ts'
import { rehearsalSet } from './rehearsal-set.ts'
import { Rehearsals } from './rehearsals.tsx'
import { playRun, type Run, type RunStep } from './run.ts'
import classes from './try.module.css'
import { TryForm } from './try-form.tsx'
import { useOfficePeople } from './try-office.ts'
import { TryRunning } from './try-running.tsx'
import { whoMayCreate } from './who-may-create.ts'

/** Which type is tried where somebody comes from a definition: itself, what travels it, what it watches. */
function typeOf(workspace: Workspace, kind: string | undefined, id: string): string | undefined {
  if (kind === 'document-type') return id
  if (kind === 'approval-schema') return travellersOf(workspace, id)[0]?.id
  return kind === 'reminder-rule' ? definitionAt(workspace, kind, id)?.type : undefined
}

/** The definition from which somebody came, to go back to. */
function drawnAt(workspace: Workspace, kind: string | undefined, id: string | undefined) {
  const known = editedKinds.find((each) => each === kind)
  return known && id !== undefined ? definitionAt(workspace, known, id) : undefined
}

/** Try it: an office in memory, with the real engine and the definitions as they are drawn. Nothing of it reaches anybody. */
export function TryScreen() {
  const { kind, id } = useParams<{ kind?: string; id?: string }>()
  const { t, of } = useWords()
  const { workspace, office } = useWorkspace()
  const people = useOfficePeople()
  const me = useSession().data?.person?.id ?? ''
  const now = useNow()
  const width = useWidth()
  const types = definitionsOf(workspace, 'document-type')
  const first = id === undefined ? undefined : typeOf(workspace, kind, id)
  const [chosen, choose] = useState<string | null>(null)
  const type = types.find((each) => each.id === (chosen ?? first)) ?? types.find(({ approval }) => approval?.length) ?? types[0]
  const [asPerson, play] = useState<string | null>(null)
  const [run, setRun] = useState<Run | null>(null)
  const [busy, setBusy] = useState(false)
  const from = drawnAt(workspace, kind, id)
  usePage(t('try.title'), [
    { label: t('designer.title'), href: '/designer' },
    ...(from ? [{ label: of(from.label) || from.id, href: `/designer/${kind}/${id}` }] : []),
  ])
  const creators = useMemo(
    () => (type ? whoMayCreate(previewSite(workspace, office.calendar), type.id) : []),
    [workspace, office.calendar, type],
  )
  // Whoever tries plays themselves where they may; else somebody who may.
  const person = asPerson ?? (creators.includes(me) ? me : (creators[0] ?? (me in people ? me : (Object.keys(people)[0] ?? ''))))
  const set = useMemo(() => rehearsalSet(workspace), [workspace])
  const played = useMemo(() => (run ? playRun(set, office.calendar, run) : null), [run, set, office.calendar])
  if (!type || person === '') return <Empty icon={IconPlayerPlay} title={t('try.nothing')} text={t('try.nothing.text')} />

  const bareRun = (card: Card): Run => ({
    now: `${now.slice(0, 16)}:00.000Z`,
    given: [],
    document: { type: type.id, author: person, card },
    steps: [],
  })
  const begin = async (card: Card) => {
    setBusy(true)
    const given = await bringAlong(type, card, types, person, new Set(Object.keys(people)))
    setBusy(false)
    setRun({ ...bareRun(card), given })
  }
  /** What somebody fills in on the way may point at documents that are not in the office in memory yet. */
  const goOn = async (from: Run, step: RunStep) => {
    const card = step.kind === 'do' ? (step.card as Card | undefined) : undefined
    const more = card ? await bringAlong(type, card, types, from.document.author, new Set(Object.keys(people)), from.given) : []
    setRun((at) => (at === from ? { ...from, given: [...from.given, ...more], steps: [...from.steps, step] } : at))
  }
  const judge = (card: Card) => playRun(set, office.calendar, bareRun(card)).steps[0]?.problem ?? null
  const refused = played && !played.kept ? played.steps[0]?.problem : null
  const speech = { t, of, name: (who: string) => people[who]?.name ?? who }
  const running = run && played?.kept ? { run, played, kept: played.kept } : null
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div>
          <h1>{t('try.title')}</h1>
          <p>{t('try.text')}</p>
        </div>
        <div className={classes.buttons}>
          <Select
            aria-label={t('try.type')}
            allowDeselect={false}
            data={types.map(({ id: value, label }) => ({ value, label: of(label) }))}
            value={type.id}
            onChange={(next) => {
              choose(next)
              play(null)
              setRun(null)
            }}
          />
          {run && (
            <>
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={16} />}
                onClick={() => setRun(run.steps.length > 0 ? { ...run, steps: run.steps.slice(0, -1) } : null)}
              >
                {t('try.back')}
              </Button>
              <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={() => setRun(null)}>
                {t('try.again')}
              </Button>
            </>
          )}
          {width !== 'phone' && <PublishButton size="sm" />}
        </div>
      </header>
      {refused && (
        <Note tone="red" alert>
          {t('try.notCreated')} {problemInWords(refused, compileProgram(type, null), speech)}
        </Note>
      )}
      {played?.missing.map(({ given, problem }) => {
        const linked = types.find((each) => each.id === given.type)
        return (
          <Note key={given.as} tone="amber">
            {t('try.notBrought', { type: of(linked?.label) || given.type })}{' '}
            {linked && problemInWords(problem, compileProgram(linked, null), speech)}
          </Note>
        )
      })}
      {running ? (
        <TryRunning {...running} set={set} onStep={(step) => void goOn(running.run, step)} />
      ) : (
        <div hidden={running !== null}>
          <TryForm
            key={type.id}
            type={type}
            person={person}
            creators={creators}
            onPerson={play}
            onBegin={begin}
            judge={judge}
            busy={busy}
          />
        </div>
      )}
      <Rehearsals />
    </div>
  )
}
