/**
 * The sentences of the program's own notices, in English and Romanian. A notice that a definition words itself (an
 * automation, a reminder) brings its text; for the rest the sentence is made of facts, when it is read.
 */

import type { Rendered } from '../card/card.ts'
import { textIn } from '../card/local-text.ts'
import type { Notice } from '../decision.ts'
import type { LocalText } from '../site.ts'
import type { Instant } from './state.ts'

/** How the things that a notice names are called. */
export interface NoticeNames {
  /** The document's title, in the reader's language. */
  readonly title: string
  node(id: string): string
  person(id: string): string
  /** A moment as the reader writes it. */
  moment(at: Instant): string
}

export interface NoticeSentence {
  /** One line: what it is about. */
  readonly subject: string
  /** A whole sentence. */
  readonly text: string
}

type Facts = Notice['facts']

/** The sentence of a notice for a reader of a language. */
export function noticeSentence(
  { about, text, facts }: Pick<Notice, 'about' | 'text' | 'facts'>,
  language: string,
  names: NoticeNames,
): NoticeSentence {
  if (text !== null) {
    const own = textIn(text as LocalText, language)
    return { subject: own.length <= 90 ? own : names.title, text: own }
  }
  return (language.startsWith('ro') ? romanian : english)(about, facts, names)
}

/** The same for every language of the site. */
export function noticeTexts(
  notice: Pick<Notice, 'about' | 'text' | 'facts'>,
  languages: readonly string[],
  names: (language: string) => NoticeNames,
): Rendered {
  return Object.fromEntries(languages.map((language) => [language, noticeSentence(notice, language, names(language)).text]))
}

const text = (value: Facts[string] | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

function english(about: Notice['about'], facts: Facts, { title, node, person, moment }: NoticeNames): NoticeSentence {
  const step = text(facts.node) ? node(text(facts.node)!) : null
  const from = text(facts.from) ? person(text(facts.from)!) : null
  const due = text(facts.due) ? moment(text(facts.due)!) : null
  const who = text(facts.who) ? person(text(facts.who)!) : null
  const at = step ? ` (${step})` : ''
  switch (about) {
    case 'asked':
      return { subject: `Waits for you: ${title}`, text: `${title} waits for you${at}${due ? `, due ${due}` : ''}.` }
    // Read a day later it must still be true, so it names the moment and not how near it is.
    case 'due-soon':
      return {
        subject: `Due soon: ${title}`,
        text: `${due ? `Due ${due}` : 'Due soon'}: ${title}${at}${who ? `; it waits for ${who}` : ''}.`,
      }
    case 'overdue':
      return { subject: `Overdue: ${title}`, text: `${title}${at} was due ${due ?? 'already'}${who ? ` and still waits for ${who}` : ''}.` }
    case 'passed-on':
      if (facts.what === 'extended') return { subject: `More time: ${title}`, text: `${title} is now due ${due ?? 'later'}.` }
      return {
        subject: `Waits for you: ${title}`,
        text: `${from ?? 'The program'} passed ${title} on to you${at}${due ? `, due ${due}` : ''}.`,
      }
    case 'returned':
      return { subject: `Returned: ${title}`, text: `${from ?? 'The program'} sent ${title} back${step ? ` to ${step}` : ''}.` }
    case 'ended':
      return { subject: `Finished: ${title}`, text: `${title} has come to its end${at}.` }
    case 'taken-away':
      return { subject: `No longer with you: ${title}`, text: `${title}${at} no longer waits for you.` }
    case 'told':
    case 'reminder':
      return facts.what === 'opinion'
        ? { subject: `An opinion: ${title}`, text: `${from ?? 'Somebody'} gave the opinion that you asked for on ${title}.` }
        : { subject: title, text: `${title}${at}.` }
  }
}

function romanian(about: Notice['about'], facts: Facts, { title, node, person, moment }: NoticeNames): NoticeSentence {
  const step = text(facts.node) ? node(text(facts.node)!) : null
  const from = text(facts.from) ? person(text(facts.from)!) : null
  const due = text(facts.due) ? moment(text(facts.due)!) : null
  const who = text(facts.who) ? person(text(facts.who)!) : null
  const at = step ? ` (${step})` : ''
  switch (about) {
    case 'asked':
      return { subject: `Te așteaptă: ${title}`, text: `${title} te așteaptă${at}${due ? `, termen ${due}` : ''}.` }
    case 'due-soon':
      return {
        subject: `Termen apropiat: ${title}`,
        text: `${due ? `Termen ${due}` : 'Termen apropiat'}: ${title}${at}${who ? `; este la ${who}` : ''}.`,
      }
    case 'overdue':
      return {
        subject: `Întârziat: ${title}`,
        text: `${title}${at} a avut termen ${due ?? 'deja'}${who ? ` și este încă la ${who}` : ''}.`,
      }
    case 'passed-on':
      if (facts.what === 'extended')
        return { subject: `Termen prelungit: ${title}`, text: `${title} are acum termen ${due ?? 'mai târziu'}.` }
      return {
        subject: `Te așteaptă: ${title}`,
        text: `${from ?? 'Programul'} ți-a transmis ${title}${at}${due ? `, termen ${due}` : ''}.`,
      }
    case 'returned':
      return { subject: `Întors: ${title}`, text: `${from ?? 'Programul'} a trimis înapoi ${title}${step ? ` la ${step}` : ''}.` }
    case 'ended':
      return { subject: `Încheiat: ${title}`, text: `${title} a ajuns la capăt${at}.` }
    case 'taken-away':
      return { subject: `Nu mai este la tine: ${title}`, text: `${title}${at} nu te mai așteaptă.` }
    case 'told':
    case 'reminder':
      return facts.what === 'opinion'
        ? { subject: `O părere: ${title}`, text: `${from ?? 'Cineva'} ți-a trimis părerea cerută despre ${title}.` }
        : { subject: title, text: `${title}${at}.` }
  }
}
