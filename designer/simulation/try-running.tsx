import { Button } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Field } from '../../runtime/app/fields/field.tsx'
import { FieldSurroundingsProvider } from '../../runtime/app/fields/surroundings.tsx'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import { RouteStrip } from '../../runtime/app/ui/route-strip.tsx'
import { DocumentStatus } from '../../runtime/app/ui/status.tsx'
import { Tag } from '../../runtime/app/ui/tag.tsx'
import type { KeptDocument } from '../../runtime/engine/simulation/office-shelf.ts'
import type { TemplateSet } from '../../runtime/engine/simulation/template-set.ts'
import type { CardField } from '../../schemas/generated/card-field.ts'
import { useWords } from '../language/words.tsx'
import { type Act, ActDialog } from './act-dialog.tsx'
import { ClockBar } from './clock-bar.tsx'
import { KeepDialog } from './keep-dialog.tsx'
import { standingOf } from './look-at-run.ts'
import { PlayedSteps } from './played-steps.tsx'
import { PlayerRow } from './player-row.tsx'
import { problemInWords } from './problem-in-words.ts'
import type { Played, Run, RunStep } from './run.ts'
import classes from './try.module.css'
import { linkedIn, useOfficePeople, useTrialSurroundings } from './try-office.ts'

interface TryRunningProps {
  readonly run: Run
  readonly played: Played
  readonly kept: KeptDocument
  readonly set: TemplateSet
  readonly onStep: (step: RunStep) => void
}

/** A trial on its way: where the document is, who can do what, the clock, what happened, who was told. */
export function TryRunning({ run, played, kept, set, onStep }: TryRunningProps) {
  const { t, of } = useWords()
  const texts = useTexts()
  const people = useOfficePeople()
  const [act, setAct] = useState<Act | null>(null)
  const [others, showOthers] = useState(false)
  const [keeping, keep] = useState(false)
  const { document, program } = kept
  const { office } = played.office
  const standing = useMemo(() => standingOf(kept, office), [kept, office])
  const linked = useMemo(() => linkedIn(office), [office])
  const surroundings = useTrialSurroundings(standing.card, linked)
  const status = program.type.statuses?.find(({ id }) => id === document.status)
  const asked = standing.players.filter((player) => player.asked)
  const free = standing.players.filter((player) => !player.asked)
  const shownFree = asked.length === 0 || others ? free : []
  const last = played.steps.at(-1)
  const failures = office.failures
  const visited = Object.keys(document.process?.visits ?? {}).flatMap((node) => {
    const found = program.nodes.get(node)
    return found && found.kind !== 'fork' && found.kind !== 'join' ? [{ node, label: of(found.label ?? node) }] : []
  })
  const speech = { t, of, name: (id: string) => people[id]?.name ?? id }
  return (
    <>
      <div className={classes.documentHead}>
        {document.number && <Tag>{document.number}</Tag>}
        {status && <DocumentStatus status={status} first={program.type.statuses?.[0] === status} />}
        <h2>{of(document.title) || of(program.type.label)}</h2>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBookmark size={14} />}
          disabled={run.steps.length === 0}
          onClick={() => keep(true)}
        >
          {t('try.keep')}
        </Button>
      </div>
      <div className={classes.strip}>
        <RouteStrip key={`${played.steps.length} ${document.sequence}`} items={standing.strip} people={people} me="" />
      </div>
      {last?.problem && (
        <Note tone="red" alert>
          {t('try.refused')} {problemInWords(last.problem, program, speech)}
        </Note>
      )}
      {failures.slice(-1).map(({ problem, at }) => (
        <Note key={at} tone="red">
          {t('try.clockFailed')} {problemInWords(problem, program, speech)}
        </Note>
      ))}
      <ClockBar now={office.now} next={standing.next} onWait={(duration) => onStep({ kind: 'wait', duration })} />
      <div className={classes.columns}>
        <section aria-labelledby="try-players">
          <h3 id="try-players">{t('try.players')}</h3>
          {asked.length === 0 && <p className={classes.quiet}>{document.process?.ended ? t('try.ended') : t('try.nobodyAsked')}</p>}
          <ul className={classes.players}>
            {[...asked, ...shownFree].map((player) => (
              <PlayerRow key={player.person} player={player} program={program} visited={visited} onAct={setAct} />
            ))}
          </ul>
          {asked.length > 0 && free.length > 0 && (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              aria-expanded={others}
              rightSection={others ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
              onClick={() => showOthers(!others)}
            >
              {t('try.others', { count: free.length })}
            </Button>
          )}
        </section>
        <section aria-labelledby="try-steps">
          <h3 id="try-steps">{t('try.steps')}</h3>
          <PlayedSteps steps={played.steps} program={program} document={document} author={run.document.author} />
        </section>
        <section aria-labelledby="try-card">
          <h3 id="try-card">{texts.t('form.form')}</h3>
          <FieldSurroundingsProvider value={surroundings}>
            <div className={classes.card}>
              {program.type.fields
                .filter(({ id, retired }) => !retired && standing.card[id] !== undefined)
                .map((field) => (
                  <Field key={field.id} field={field as CardField} mode="read" value={standing.card[field.id]} />
                ))}
            </div>
          </FieldSurroundingsProvider>
        </section>
      </div>
      {act && (
        <ActDialog
          key={`${act.person} ${act.word} ${act.at ?? ''}`}
          act={act}
          type={program.type}
          card={standing.card}
          linked={linked}
          onClose={() => setAct(null)}
          onDo={(step) => {
            setAct(null)
            onStep(step)
          }}
        />
      )}
      {keeping && <KeepDialog run={run} set={set} onClose={() => keep(false)} />}
    </>
  )
}
