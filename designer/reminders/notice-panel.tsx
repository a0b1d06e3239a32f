import { IconArrowBarToRight, IconMail } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ReminderPreviewAnswer, ReminderPreviewItem } from '../../runtime/api/answers.ts'
import { useFormats } from '../../runtime/app/language/use-formats.ts'
import { Note } from '../../runtime/app/ui/note.tsx'
import { PersonAvatar } from '../../runtime/app/ui/person.tsx'
import { localDateAt } from '../../runtime/engine/calendar/zone.ts'
import { useWords } from '../language/words.tsx'
import { entryWords } from '../model/words/audience-words.ts'
import { definitionAt } from '../model/workspace.ts'
import { useEditing } from '../types/parts/editing.tsx'
import classes from './notice-panel.module.css'

/** What goes out on the chosen day: about what, why on that day, who gets it and why, and what they read. */
export function NoticePanel({ answer, day }: { answer: ReminderPreviewAnswer | undefined; day: string | null }) {
  const { t } = useWords()
  const { zone, fullDate } = useFormats()
  const items = day && answer ? answer.items.filter(({ at }) => localDateAt(zone, at) === day) : []
  return (
    <section className={classes.panel} aria-label={t('notice.title')}>
      {items.length === 0 ? (
        <p className={classes.hint}>{t('notice.hint')}</p>
      ) : (
        <>
          <h2>{fullDate(day!)}</h2>
          {items.map((item) => (
            <Item key={`${item.document.id} ${item.step} ${item.at}`} item={item} answer={answer!} />
          ))}
        </>
      )}
    </section>
  )
}

function Item({ item, answer }: { item: ReminderPreviewItem; answer: ReminderPreviewAnswer }) {
  const { t, of, language } = useWords()
  const { body: rule, workspace } = useEditing('reminder-rule')
  const { fullDate, time, zone } = useFormats()
  const type = definitionAt(workspace, 'document-type', rule.type)
  const speech = { language, workspace, type }
  const step = rule.steps[item.step]
  const texts = Object.entries(item.text)
  return (
    <article className={classes.item}>
      <h3>
        <Link href={`/documents/${item.document.type}/${item.document.id}`}>{of(item.document.title)}</Link>
      </h3>
      <p className={classes.when}>
        {time(item.at)}
        {item.round > 0 && ` · ${t('notice.again', { count: item.round + 1 })}`}
      </p>
      {item.movedFrom && <Note icon={IconArrowBarToRight}>{t('notice.moved', { from: fullDate(localDateAt(zone, item.movedFrom)) })}</Note>}
      <h4>{t('notice.who')}</h4>
      <ul className={classes.people}>
        {item.to.map(({ person, because }) => {
          const name = answer.people[person]?.name ?? person
          const entry = step?.tell?.[because]
          return (
            <li key={person}>
              <PersonAvatar name={name} size="small" />
              <span>
                {name}
                {entry && <span className={classes.why}>{entryWords(speech, entry)}</span>}
              </span>
              {item.by.includes('email') && <IconMail size={16} role="img" aria-label={t('channel.email')} />}
            </li>
          )
        })}
      </ul>
      <h4>{t('notice.reads')}</h4>
      {texts.map(([tongue, text]) => (
        <p key={tongue} className={classes.text} lang={tongue}>
          {texts.length > 1 && <span>{tongue.toUpperCase()}</span>}
          {text}
        </p>
      ))}
    </article>
  )
}
