import type { Ref } from 'react'
import { Note } from '../../../runtime/app/ui/note.tsx'
import { definitionSentence } from '../../../runtime/engine/check-text.ts'
import { useWords } from '../../language/words.tsx'
import type { EditedKind } from '../../model/workspace.ts'
import { useDraft } from '../../workspace/workspace-provider.tsx'
import { placeWords } from './finding-place.ts'
import classes from './findings-list.module.css'

/** What was found in a definition: the place, one sentence. Nothing where nothing was found. */
export function FindingsList({ kind, id, ref }: { kind: EditedKind; id: string; ref?: Ref<HTMLDivElement> }) {
  const { t, of, language } = useWords()
  const { findings, body } = useDraft(kind, id)
  const problems = findings.filter(({ level }) => level === 'problem')
  return (
    <section
      className={classes.findings}
      ref={ref}
      tabIndex={-1}
      aria-label={t('findings.of')}
      data-empty={problems.length === 0 || undefined}
    >
      {problems.slice(0, 4).map((finding) => {
        const place = body && placeWords(body, finding.path ?? '', of)
        return (
          <Note key={`${finding.path} ${finding.code}`} tone="red">
            {place && <b>{place}: </b>}
            {definitionSentence(finding, language)}
          </Note>
        )
      })}
      {problems.length > 4 && <p className={classes.more}>{t('findings.more', { count: problems.length - 4 })}</p>}
    </section>
  )
}
