import { useState } from 'react'
import { Redirect } from 'wouter'
import type { PersonRef } from '../../api/answers.ts'
import { useEntrance } from '../data/entrance.ts'
import type { Refusal } from '../data/refusal.ts'
import { useSession } from '../data/session.ts'
import { useLanguageChoice } from '../language/language-choice.tsx'
import { useTexts } from '../language/texts.tsx'
import { Doorstep } from '../shell/doorstep.tsx'
import { usePage } from '../shell/page.tsx'
import { PersonAvatar } from '../ui/person.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './demo-screen.module.css'

/** The door of a demo office: who would you like to be? */
export function DemoScreen() {
  const { t } = useTexts()
  const session = useSession().data
  const { stepInto } = useEntrance()
  const { language, choose } = useLanguageChoice()
  const [going, setGoing] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  usePage(t('demo.title'))
  if (session && !session.site.demo) return <Redirect to="/" replace />
  const step = async (person: PersonRef) => {
    setGoing(person.id)
    // Whoever looks around keeps reading in the language of this screen, whosever shoes they are in.
    choose(language)
    const reply = await stepInto(person.id)
    setGoing(null)
    if (!reply.ok) setRefusal(reply.refusal)
  }
  return (
    <Doorstep>
      <div className={classes.who}>
        <h1>{t('demo.who')}</h1>
        <p className={classes.lead}>{t('demo.lead')}</p>
        {refusal && <RefusalNote refusal={refusal} />}
        <ul className={classes.people}>
          {session?.demoPeople.map((person) => (
            <li key={person.id}>
              <Person person={person} busy={going !== null} onStep={() => step(person)} />
            </li>
          ))}
        </ul>
      </div>
    </Doorstep>
  )
}

function Person({ person, busy, onStep }: { person: PersonRef; busy: boolean; onStep: () => void }) {
  const { of } = useTexts()
  return (
    <button type="button" className={classes.person} disabled={busy} onClick={onStep}>
      <PersonAvatar name={person.name} size="large" />
      <span className={classes.words}>
        <span className={`${classes.name} cut`}>{person.name}</span>
        {person.what && <span className={`${classes.what} cut`}>{of(person.what)}</span>}
      </span>
    </button>
  )
}
