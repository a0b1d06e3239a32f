import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { languages } from '../../runtime/app/language/language.ts'
import { useWidth } from '../../runtime/app/ui/use-width.ts'
import { useSchema } from '../canvas/schema-editing.tsx'
import { ofSteps } from '../canvas/selection.ts'
import { useWords } from '../language/words.tsx'
import { tellSchema } from '../model/sentences.ts'
import { capital } from '../model/words/speech.ts'
import classes from './sentences-view.module.css'

/** The schema told in sentences, in the reader's language or the other: a step's name leads to it on the canvas. */
export function SentencesView() {
  const words = useWords()
  const { t, of } = words
  const { schema, speech, select, findings, id } = useSchema()
  const [language, speak] = useState(words.language)
  const [, go] = useLocation()
  const width = useWidth()
  const prose = useMemo(() => tellSchema(schema, { ...speech, language }), [schema, speech, language])
  const open = (step: string) => {
    select(ofSteps(step))
    go(`/designer/approval-schema/${id}/canvas`)
  }
  return (
    <div className={classes.scroll}>
      <article className={classes.prose} lang={language} aria-label={of(schema.label)}>
        <div className={classes.head}>
          <SegmentedControl
            size="xs"
            aria-label={t('sentences.language')}
            value={language}
            onChange={(next) => speak(next as typeof language)}
            data={languages.map((each) => ({ value: each.id, label: each.label }))}
          />
        </div>
        {prose.opening.length > 0 && <p>{prose.opening.join(' ')}</p>}
        <ol>
          {prose.steps.map((step) => (
            <li
              key={step.node}
              style={{ marginLeft: step.depth * (width === 'phone' ? 14 : 28) }}
              data-nested={step.depth > 0 || undefined}
            >
              <button type="button" className={classes.step} onClick={() => open(step.node)}>
                {step.title}
              </button>
              <p>{withoutTitle(step.sentences.join(' '), step.title)}</p>
              {findings
                .filter(({ jump }) => jump?.node === step.node)
                .map((shown) => (
                  <p key={shown.finding.code + shown.finding.path} className={classes.mark} data-level={shown.level}>
                    {shown.sentence}
                  </p>
                ))}
            </li>
          ))}
        </ol>
        {prose.closing.length > 0 && <p>{prose.closing.join(' ')}</p>}
      </article>
    </div>
  )
}

/** The name stands above already. */
function withoutTitle(text: string, title: string): string {
  return text.startsWith(`${title}: `) ? capital(text.slice(title.length + 2)) : text
}
