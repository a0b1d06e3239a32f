import { IconAlertCircle, IconBell, IconClock } from '@tabler/icons-react'
import { textOf } from '../../runtime/app/language/text-of.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { useFormats } from '../../runtime/app/language/use-formats.ts'
import { PersonAvatar } from '../../runtime/app/ui/person.tsx'
import type { Program } from '../../runtime/engine/approval/program.ts'
import { momentText } from '../../runtime/engine/card/display.ts'
import { noticeSentence } from '../../runtime/engine/document/notice-text.ts'
import type { Document } from '../../runtime/engine/document/state.ts'
import type { SentNotice } from '../../runtime/engine/simulation/office.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import { useWords } from '../language/words.tsx'
import { quoted } from '../model/words/speech.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { problemInWords } from './problem-in-words.ts'
import type { PlayedStep } from './run.ts'
import classes from './try.module.css'
import { useOfficePeople } from './try-office.ts'
import { actionLabel } from './word-label.ts'

interface PlayedStepsProps {
  readonly steps: readonly PlayedStep[]
  readonly program: Program
  readonly document: Document
  readonly author: string
}

/** What happened in the trial, the newest first: who did what, what was refused, who was told what. */
export function PlayedSteps({ steps, program, document, author }: PlayedStepsProps) {
  const { t, of, language } = useWords()
  const texts = useTexts()
  const { office } = useWorkspace()
  const { instant, duration } = useFormats()
  const people = useOfficePeople()
  const nameOf = (id: string) => people[id]?.name ?? texts.t('people.unknown')
  const said = ({ step }: PlayedStep) => {
    if (!step) return t('try.step.created', { person: nameOf(author) })
    if (step.kind === 'wait') return t('try.step.waited', { duration: duration(readable(step.duration)) })
    const action = of(actionLabel(program, step.do, step.at)) || commandLabel(step.do, texts)
    return t('try.step.did', { person: nameOf(step.by), action })
  }
  return (
    <ol className={classes.steps} reversed>
      {steps
        .map((step, index) => ({ step, index }))
        .reverse()
        .map(({ step, index }) => (
          <li key={index}>
            <div className={classes.stepHead}>
              {step.step?.kind === 'wait' ? (
                <span className={classes.byClock} aria-hidden>
                  <IconClock size={14} />
                </span>
              ) : (
                <PersonAvatar name={nameOf(step.step?.by ?? author)} size="small" />
              )}
              <span>{said(step)}</span>
              <span className={classes.at}>{instant(step.at)}</span>
            </div>
            {step.step?.kind === 'do' && step.step.comment && <blockquote>{step.step.comment}</blockquote>}
            {step.problem && (
              <p className={classes.refused}>
                <IconAlertCircle size={14} aria-hidden /> {problemInWords(step.problem, program, { t, of, name: nameOf })}
              </p>
            )}
            {step.notices.length > 0 && (
              <ul className={classes.notices}>
                {told(step.notices).map(({ text, to, key }) => (
                  <li key={key}>
                    <IconBell size={14} aria-hidden />
                    <span>
                      {t('try.told', { people: to.map(nameOf).join(', ') })} {quoted({ language }, text)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
    </ol>
  )

  /** The same words to several people are one line. */
  function told(
    notices: readonly SentNotice[],
  ): readonly { readonly key: string; readonly text: string; readonly to: readonly string[] }[] {
    const lines = new Map<string, string[]>()
    for (const notice of notices) {
      const { text } = noticeSentence(notice, language, {
        title: textOf(document.title as LocalText, language) || document.number || of(program.type.label),
        node: (id) => of(program.nodes.get(id)?.label ?? id),
        person: nameOf,
        moment: (at) => momentText(at, language, office.zone),
      })
      lines.set(text, [...(lines.get(text) ?? []), notice.to])
    }
    return [...lines].map(([text, to]) => ({ key: text, text, to: [...new Set(to)] }))
  }
}

/** Minutes as days, hours and minutes. */
function readable(minutes: string): string {
  const all = Number(/^PT(\d+)M$/.exec(minutes)?.[1] ?? Number.NaN)
  if (Number.isNaN(all)) return minutes
  const [days, hours, rest] = [Math.floor(all / 1440), Math.floor((all % 1440) / 60), all % 60]
  const time = `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`
}

function commandLabel(word: string, { t }: ReturnType<typeof useTexts>): string {
  switch (word) {
    case 'edit-card':
      return t('do.edit')
    case 'claim':
      return t('decision.claim')
    case 'skip':
    case 'drop-seat':
    case 'add-approver':
      return t(`seat.${word}`)
    case 'start-process':
    case 'withdraw':
    case 'return':
    case 'suspend':
    case 'resume':
      return t(`command.${word}`)
    case 'begin':
    case 'give-back':
    case 'delegate':
    case 'forward':
    case 'reassign':
    case 'ask-opinion':
      return t(`hand.${word}`)
    default:
      return word
  }
}
