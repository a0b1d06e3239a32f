import { Button } from '@mantine/core'
import { type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { Note } from '../../../runtime/app/ui/note.tsx'
import { useWords } from '../../language/words.tsx'
import { shownFindings } from '../../model/findings.ts'
import type { EditedKind } from '../../model/workspace.ts'
import { FindingWays } from '../../shell/finding-ways.tsx'
import { FailingRehearsals } from '../../simulation/failing-rehearsals.tsx'
import { useDraft, useWorkspace } from '../../workspace/workspace-provider.tsx'
import classes from './findings-list.module.css'

/** What the bar above can ask of the list: to show all of itself, and take the focus. */
export interface FindingsHandle {
  readonly focus: () => void
}

const few = 3

/**
 * What was found in a definition: the place, one sentence, the way there and what mends it. Problems stand there at once, hints
 * when they are asked for; a rehearsal that comes out differently is told at once. Nothing where nothing was found.
 */
export function FindingsList({ kind, id, ref }: { kind: EditedKind; id: string; ref?: Ref<FindingsHandle> }) {
  const { t, language } = useWords()
  const { workspace } = useWorkspace()
  const { findings } = useDraft(kind, id)
  const [all, showAll] = useState(false)
  const target = useMemo(() => ({ kind, id }), [kind, id])
  const list = useRef<HTMLElement>(null)
  useImperativeHandle(ref, () => ({
    focus: () => {
      showAll(true)
      requestAnimationFrame(() => list.current?.focus())
    },
  }))
  const found = shownFindings(workspace, findings, language)
  const problems = found.filter(({ level }) => level === 'problem')
  const shown = all ? found : problems.slice(0, few)
  const more = problems.length - shown.length
  return (
    <section className={classes.findings} ref={list} tabIndex={-1} aria-label={t('findings.of')}>
      {shown.map(({ finding, level, place, sentence }) => (
        <Note
          key={`${finding.path} ${finding.code} ${sentence}`}
          tone={level === 'problem' ? 'red' : 'amber'}
          way={
            <span className={classes.ways}>
              <FindingWays finding={finding} />
            </span>
          }
        >
          {place && <b>{place}: </b>}
          {sentence}
        </Note>
      ))}
      <FailingRehearsals of={target} />
      {more > 0 && !all && (
        <Button className={classes.more ?? ''} size="compact-sm" variant="subtle" onClick={() => showAll(true)}>
          {t('findings.more', { count: more })}
        </Button>
      )}
    </section>
  )
}
