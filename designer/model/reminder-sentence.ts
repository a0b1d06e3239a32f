import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import type { TimeStep } from '../../schemas/generated/time-step.ts'
import { sameValue } from './same-value.ts'
import { audienceWords } from './words/audience-words.ts'
import { conditionWords } from './words/condition-words.ts'
import { counted, durationWords } from './words/duration-words.ts'
import { called, fieldName, listed, quoted, type Speech, say, statusName } from './words/speech.ts'
import { definitionAt } from './workspace.ts'

/**
 * A reminder as a sentence with choices. The sentence is a translation with slots, not glued words: each language says it in its
 * own order. Steps that tell the same people in the same way stand together.
 */
export type SentencePart = { readonly kind: 'words'; readonly text: string } | Slot

/** What can be changed where it stands; `index` is the step, `list` its people or times. */
export interface Slot {
  readonly kind: 'slot'
  readonly slot: 'type' | 'around' | 'at' | 'add-at' | 'tell' | 'by' | 'every' | 'atMost' | 'while' | 'dayOff' | 'hour'
  readonly index?: number
  readonly text: string
}

/** The sentence of a reminder, in one language, in reading order. */
export function reminderSentence(rule: ReminderRule, speech: Speech): readonly SentencePart[] {
  const speaking: Speech = { ...speech, type: definitionAt(speech.workspace, 'document-type', rule.type) }
  const clauses = groups(rule.steps).map((indices) => clause(rule, indices, speaking))
  const words = (text: string): SentencePart => ({ kind: 'words', text })
  const joined = clauses.flatMap((parts, index) => (index === 0 ? parts : [words(say(speech, '; ', '; ')), ...parts]))
  const type = speaking.type ? called(speaking, speaking.type.label) : rule.type
  const whileSlot: Slot = {
    kind: 'slot',
    slot: 'while',
    text: rule.while === undefined ? say(speech, 'in any case', 'în orice caz') : conditionWords(speaking, rule.while),
  }
  const dayOffs: Record<string, readonly [string, string]> = {
    keep: ['on that day all the same', 'tot în ziua aceea'],
    before: ['the working day before', 'în ziua lucrătoare dinainte'],
    after: ['the next working day', 'în următoarea zi lucrătoare'],
  }
  const dayOff: Slot = { kind: 'slot', slot: 'dayOff', text: say(speech, ...dayOffs[rule.dayOff ?? 'keep']!) }
  const hour: Slot = { kind: 'slot', slot: 'hour', text: rule.hour ?? say(speech, 'the hour of the date', 'ora din dată') }
  const typeSlot: Slot = { kind: 'slot', slot: 'type', text: type }
  return speech.language === 'ro'
    ? [
        words('Pentru fiecare '),
        typeSlot,
        words(': '),
        ...joined,
        words('. Numai '),
        ...(rule.while === undefined ? [] : [words('cât timp ')]),
        whileSlot,
        words(', la '),
        hour,
        words('. Dacă e zi liberă, se anunță '),
        dayOff,
        words('.'),
      ]
    : [
        words('For each '),
        typeSlot,
        words(': '),
        ...joined,
        words('. Only '),
        ...(rule.while === undefined ? [] : [words('as long as ')]),
        whileSlot,
        words(', at '),
        hour,
        words('. If that is a day off, tell them '),
        dayOff,
        words('.'),
      ]
}

/** The sentence as plain text. */
export const sentenceText = (parts: readonly SentencePart[]): string =>
  parts.flatMap((part) => (part.kind === 'slot' && part.slot === 'add-at' ? [] : [part.text])).join('')

/** Steps one after the other that differ in nothing but when. */
function groups(steps: readonly TimeStep[]): number[][] {
  const made: number[][] = []
  for (const [index, { at: _, ...step }] of steps.entries()) {
    const last = made.at(-1)
    const before = last && steps[last[0]!]!
    const same = before && sameValue({ ...before, at: undefined }, step) && step.every === undefined
    if (same) last.push(index)
    else made.push([index])
  }
  return made
}

function clause(rule: ReminderRule, indices: readonly number[], speech: Speech): SentencePart[] {
  const first = rule.steps[indices[0]!]!
  const ro = speech.language === 'ro'
  const words = (text: string): SentencePart => ({ kind: 'words', text })
  const times = indices.flatMap((index, nth): SentencePart[] => [
    ...(nth === 0 ? [] : [words(nth === indices.length - 1 ? (ro ? ' și ' : ' and ') : ', ')]),
    { kind: 'slot', slot: 'at', index, text: timeWords(rule, index, nth === indices.length - 1, speech) },
  ])
  const add: Slot = { kind: 'slot', slot: 'add-at', index: indices.at(-1)!, text: '+' }
  const around: Slot = { kind: 'slot', slot: 'around', text: aroundWords(rule, speech) }
  const index = indices[0]!
  const tell: Slot = { kind: 'slot', slot: 'tell', index, text: audienceWords(speech, first.tell ?? []) }
  const by: Slot = { kind: 'slot', slot: 'by', index, text: channels(first, speech) }
  const again: SentencePart[] =
    first.every === undefined
      ? []
      : [
          words(ro ? ', apoi din nou la fiecare ' : ', then again every '),
          { kind: 'slot', slot: 'every', index, text: durationWords(first.every, speech.language, rule.in) },
        ]
  const most: SentencePart[] =
    first.atMost === undefined
      ? []
      : [
          words(ro ? ', cel mult de ' : ', at most '),
          {
            kind: 'slot',
            slot: 'atMost',
            index,
            text: counted(first.atMost, { en: ['time', 'times'], ro: ['dată', 'ori'] }, speech.language),
          },
        ]
  return [
    ...times,
    add,
    words(' '),
    around,
    words(ro ? ', se anunță ' : ', tell '),
    tell,
    words(ro ? ' prin ' : ' by '),
    by,
    ...again,
    ...most,
  ]
}

/** "30 days before", "1 day after", "on"; in Romanian the last of them takes the preposition before the date. */
function timeWords(rule: ReminderRule, index: number, last: boolean, speech: Speech): string {
  const { at } = rule.steps[index]!
  const length = durationWords(at, speech.language, rule.in)
  if (length === durationWords('P0D', speech.language)) return say(speech, 'on', 'la')
  return at.startsWith('-')
    ? say(speech, `${length} before`, `cu ${length} înainte${last ? ' de' : ''}`)
    : say(speech, `${length} after`, `la ${length} după`)
}

function aroundWords({ around }: ReminderRule, speech: Speech): string {
  const yearly = around.yearly ? say(speech, ', every year', ', în fiecare an') : ''
  if (around.field !== undefined) {
    const rows =
      around.rows === undefined
        ? ''
        : say(
            speech,
            ` of each row of ${quoted(speech, fieldName(speech, around.rows))}`,
            ` din fiecare rând din ${quoted(speech, fieldName(speech, around.rows))}`,
          )
    return `${quoted(speech, fieldName(speech, around.rows === undefined ? around.field : `row.${around.field}`))}${rows}${yearly}`
  }
  if (around.assignment !== undefined)
    return around.assignment === 'due'
      ? say(speech, 'when somebody’s decision is due', 'termenul unei decizii')
      : say(speech, 'when somebody was asked', 'momentul cererii')
  if (around.status !== undefined)
    return say(
      speech,
      `when it became ${quoted(speech, statusName(speech, around.status))}`,
      `momentul în care a devenit ${quoted(speech, statusName(speech, around.status))}`,
    )
  return say(speech, 'when the paper copy must return', 'termenul de întoarcere al exemplarului pe hârtie')
}

function channels({ by }: TimeStep, speech: Speech): string {
  const names: Record<string, readonly [string, string]> = {
    program: ['the program', 'program'],
    email: ['e-mail', 'e-mail'],
    webhook: ['another program', 'alt program'],
  }
  return listed(
    speech,
    (by ?? ['program']).map((one) => say(speech, ...names[one]!)),
  )
}
