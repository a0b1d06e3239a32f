import { Link } from 'wouter'
import { useWords } from '../language/words.tsx'
import { offsetWords } from '../model/words/duration-words.ts'
import { definitionsOf } from '../model/workspace.ts'
import { useEditing } from '../types/parts/editing.tsx'
import classes from './reminder-list.module.css'
import { inOrder } from './sentence.ts'

/** All reminders of the office, each with when it speaks. */
export function ReminderList({ current }: { current: string }) {
  const { t, of, language } = useWords()
  const { workspace } = useEditing('reminder-rule')
  return (
    <nav className={classes.list} aria-label={t('kind.reminder-rule')}>
      <h2>{t('kind.reminder-rule')}</h2>
      <ul>
        {definitionsOf(workspace, 'reminder-rule').map((rule) => (
          <li key={rule.id}>
            <Link href={`/designer/reminder-rule/${rule.id}`} aria-current={rule.id === current ? 'page' : undefined}>
              <span className="cut">{of(rule.label)}</span>
              <span className={`cut ${classes.when}`}>
                {inOrder(rule.steps)
                  .map((index) => offsetWords(rule.steps[index]!.at, language, rule.in))
                  .join(', ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
