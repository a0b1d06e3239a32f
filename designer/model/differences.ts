import type { LocalText } from '../../runtime/engine/site.ts'
import type { ApprovalSchema, Deadline, Route } from '../../schemas/generated/approval-schema.ts'
import type { Audience } from '../../schemas/generated/audience.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import { type Pointer, step } from '../../schemas/pointer.ts'
import { deadlineWords, kindWords, outcomeWords } from './reading.ts'
import { reminderSentence, sentenceText } from './reminder-sentence.ts'
import { sameValue } from './same-value.ts'
import { proseText, tellSchema } from './sentences.ts'
import { audienceWords } from './words/audience-words.ts'
import { conditionWords } from './words/condition-words.ts'
import { durationWords } from './words/duration-words.ts'
import { propertyName } from './words/property-words.ts'
import { called, capital, fieldName, listed, nodeName, quoted, type Speech, say, statusName } from './words/speech.ts'
import {
  type Definition,
  definitionAt,
  type EditedKind,
  releasedAt,
  type Target,
  targetOf,
  travellersOf,
  type Workspace,
} from './workspace.ts'

/** What differs between two versions of a definition: one thing, in one sentence. */
export interface Difference {
  readonly change: 'added' | 'changed' | 'removed'
  /** Where it is now; of what was removed, where it was. */
  readonly at: Pointer
  /** What kind of thing, for the icon: `step`, `arrow`, `field`, …, or `property` of the definition itself. */
  readonly what: string
  readonly sentence: string
  readonly before: unknown
  readonly after: unknown
}

export interface DefinitionDifferences {
  readonly target: Target
  readonly name: string
  readonly change: 'added' | 'changed' | 'removed'
  readonly differences: readonly Difference[]
}

/** What each draft changes over what is in use, for the dialog that puts it in use; definitions in the order of their kinds. */
export function draftDifferences(workspace: Workspace, speech: Speech): readonly DefinitionDifferences[] {
  return [...workspace.drafts.keys()].sort().map((key): DefinitionDifferences => {
    const target = targetOf(key)
    const before = releasedAt(workspace, target.kind, target.id)
    const after = definitionAt(workspace, target.kind, target.id)
    const name = called(speech, (after ?? before)?.label ?? target.id)
    const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
    return { target, name, change, differences: differencesBetween(target.kind, before, after, speech) }
  })
}

/** What differs between two versions of a definition; undefined for one that is not there. Positions on the canvas make one difference together. */
export function differencesBetween(
  kind: EditedKind,
  before: Definition | undefined,
  after: Definition | undefined,
  speech: Speech,
): readonly Difference[] {
  const body = after ?? before
  if (!body) return []
  const speaking = speakingOf(kind, body, speech)
  if (!before || !after) {
    const name = quoted(speech, called(speech, body.label))
    const sentence = after
      ? say(speech, `${name} is new.`, `${name} este nou.`)
      : say(speech, `${name} is taken out.`, `${name} este scos.`)
    const told = after && tellNew(kind, after, speaking)
    return [{ change: after ? 'added' : 'removed', at: '', what: kind, sentence: told ? `${sentence} ${told}` : sentence, before, after }]
  }
  return new Comparing(kind, before, after, speaking).compare()
}

/** What something new does, in its first sentence; nothing where its parts have to be looked at. */
function tellNew(kind: EditedKind, body: Definition, speech: Speech): string | undefined {
  if (kind === 'approval-schema') return proseText(tellSchema(body as ApprovalSchema, speech)).split('\n')[0]
  return kind === 'reminder-rule' ? sentenceText(reminderSentence(body as ReminderRule, speech)) : undefined
}

function speakingOf(kind: EditedKind, body: Definition, speech: Speech): Speech {
  if (kind === 'document-type') return { ...speech, type: body as DocumentType }
  if (kind === 'approval-schema')
    return { ...speech, schema: body as ApprovalSchema, type: speech.type ?? travellersOf(speech.workspace, body.id)[0] }
  if (kind === 'reminder-rule') return { ...speech, type: definitionAt(speech.workspace, 'document-type', (body as { type: string }).type) }
  return speech
}

type Keyed = Record<string, unknown>
interface Thing extends Keyed {
  readonly id: string
  readonly label?: LocalText
}

/** Lists of things that people know, by the key under which they stand; and the lists inside those. */
const lists: Readonly<
  Record<string, { readonly what: string; readonly en: string; readonly ro: string; readonly inner?: readonly string[] }>
> = {
  nodes: { what: 'step', en: 'step', ro: 'pasul', inner: ['actions', 'ask'] },
  anywhere: { what: 'button', en: 'button', ro: 'butonul' },
  actions: { what: 'button', en: 'button', ro: 'butonul' },
  ask: { what: 'line', en: 'line', ro: 'rândul' },
  fields: { what: 'field', en: 'field', ro: 'câmpul', inner: ['fields', 'options'] },
  columns: { what: 'field', en: 'column', ro: 'coloana', inner: ['options'] },
  options: { what: 'choice', en: 'choice', ro: 'opțiunea' },
  items: { what: 'choice', en: 'choice', ro: 'opțiunea' },
  statuses: { what: 'status', en: 'status', ro: 'starea' },
  checks: { what: 'rule', en: 'rule', ro: 'regula' },
  views: { what: 'view', en: 'view', ro: 'vederea' },
  conversions: { what: 'button', en: 'button', ro: 'butonul' },
}
const drawing = new Set(['xy', '$schema'])

class Comparing {
  readonly found: Difference[] = []
  readonly kind: EditedKind
  readonly before: Definition
  readonly after: Definition
  readonly speech: Speech

  constructor(kind: EditedKind, before: Definition, after: Definition, speech: Speech) {
    this.kind = kind
    this.before = before
    this.after = after
    this.speech = speech
  }

  say = (en: string, ro: string): string => say(this.speech, en, ro)
  quote = (words: string): string => quoted(this.speech, words)

  compare(): readonly Difference[] {
    this.properties('', this.before as unknown as Keyed, this.after as unknown as Keyed, '', 'property')
    if (this.kind === 'approval-schema') {
      this.routes(this.before as ApprovalSchema, this.after as ApprovalSchema)
      const moved = (this.after as ApprovalSchema).nodes.some((node) => {
        const old = (this.before as ApprovalSchema).nodes.find(({ id }) => id === node.id)
        return old && !sameValue(old.xy, node.xy)
      })
      if (moved && this.found.length === 0)
        this.add(
          'changed',
          '/nodes',
          'drawing',
          this.say('Only the drawing is different; no document is moved by it.', 'Doar desenul e altfel; niciun document nu este mutat.'),
        )
    }
    return this.found
  }

  add(change: Difference['change'], at: Pointer, what: string, sentence: string, before?: unknown, after?: unknown): void {
    this.found.push({ change, at, what, sentence: capital(sentence), before, after })
  }

  /** The properties of one thing; those that are lists of things are gone into. */
  properties(at: Pointer, before: Keyed, after: Keyed, name: string, what: string, inner?: readonly string[]): void {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (drawing.has(key) || key === 'routes' || sameValue(before[key], after[key])) continue
      const here = step(at, key)
      const list = lists[key]
      const both = [before[key] ?? [], after[key] ?? []]
      const goesIn =
        list &&
        (at === '' || inner?.includes(key)) &&
        both.every((one) => Array.isArray(one) && one.every((item) => typeof (item as Thing)?.id === 'string'))
      if (goesIn) this.things(here, key, both[0] as Thing[], both[1] as Thing[], name)
      else this.property(here, key, before, after, name, what)
    }
  }

  things(at: Pointer, key: string, before: readonly Thing[], after: readonly Thing[], owner: string): void {
    const { what, en, ro, inner } = lists[key]!
    const of = owner === '' ? '' : `${owner}: `
    for (const [index, thing] of before.entries()) {
      if (after.some(({ id }) => id === thing.id)) continue
      const name = this.quote(this.nameOf(thing, key))
      const asked = key === 'nodes' && (thing.kind === 'approval' || thing.kind === 'task')
      this.add(
        'removed',
        step(at, index),
        what,
        asked
          ? this.say(`${of}${name} is no longer asked.`, `${of}${name} nu mai este întrebat.`)
          : this.say(`${of}the ${en} ${name} is gone.`, `${of}${ro} ${name} nu mai există.`),
        thing,
      )
    }
    for (const [index, thing] of after.entries()) {
      const old = before.find(({ id }) => id === thing.id)
      const here = step(at, index)
      if (old) {
        this.properties(here, old, thing, key === 'ask' ? owner : of + this.nameOf(thing, key), what, inner)
        continue
      }
      const name = this.quote(this.nameOf(thing, key))
      this.add(
        'added',
        here,
        what,
        `${of}${this.say(`the ${en} ${name} is new${this.about(thing, key)}.`, `${ro} ${name} apare nou${this.about(thing, key)}.`)}`,
        undefined,
        thing,
      )
    }
    const shared = (list: readonly Thing[], other: readonly Thing[]) =>
      list.filter(({ id }) => other.some((one) => one.id === id)).map(({ id }) => id)
    if (!sameValue(shared(before, after), shared(after, before)) && key !== 'nodes')
      this.add(
        'changed',
        at,
        what,
        `${of}${this.say(`${propertyName(key, 'en')} stand in another order.`, `${propertyName(key, 'ro')} stau în altă ordine.`)}`,
      )
  }

  /** What a new thing is, in a few words. */
  about(thing: Thing, key: string): string {
    if (key === 'nodes') {
      const told = tellSchema(this.after as ApprovalSchema, this.speech).steps.find(({ node }) => node === thing.id)?.sentences[0]
      const after = told
        ?.slice(told.indexOf(':') + 1)
        .trim()
        .replace(/\.$/, '')
      return after && told?.includes(':') ? `: ${after}` : ` (${kindWords(this.speech, thing.kind as 'stage')})`
    }
    if (key === 'fields' || key === 'columns') {
      const extra = thing.required
        ? this.say(', required', ', obligatoriu')
        : typeof thing.formula === 'string'
          ? this.say(', calculated', ', calculat')
          : thing.rollup
            ? this.say(', a total', ', un total')
            : ''
      return extra
    }
    return ''
  }

  nameOf(thing: Thing, key: string): string {
    if (key === 'checks' && thing.else !== undefined) return called(this.speech, thing.else as LocalText)
    if (key === 'ask') return audienceWords(this.speech, thing.who as Audience)
    return thing.label === undefined
      ? key === 'nodes'
        ? kindWords(this.speech, thing.kind as 'join')
        : thing.id
      : called(this.speech, thing.label)
  }

  property(at: Pointer, key: string, before: Keyed, after: Keyed, name: string, what: string): void {
    const [old, now] = [before[key], after[key]]
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed'
    const of = name === '' ? '' : `${name}: `
    if (key === 'retired') {
      this.add(
        'changed',
        at,
        what,
        now
          ? this.say(`${name} is out of use.`, `${name} este scos din uz.`)
          : this.say(`${name} is used again.`, `${name} este folosit din nou.`),
        old,
        now,
      )
      return
    }
    if (what === 'line' && key === 'who') {
      const [was, is] = [this.words(old, key), this.words(now, key)]
      this.add(
        'changed',
        at,
        what,
        this.say(`${of}now asks ${is} (before: ${was}).`, `${of}acum este întrebat: ${is} (înainte: ${was}).`),
        old,
        now,
      )
      return
    }
    if (key === 'layout') {
      this.add('changed', at, 'form', this.say('the form is arranged differently.', 'formularul este aranjat altfel.'), old, now)
      return
    }
    if (key === 'label') {
      this.add(
        'changed',
        at,
        what,
        this.say(
          `${this.words(old, key)} is now called ${this.words(now, key)}.`,
          `${this.words(old, key)} se numește acum ${this.words(now, key)}.`,
        ),
        old,
        now,
      )
      return
    }
    if (key === 'deadline' && old !== undefined && now !== undefined) {
      const dated = this.deadline(old as Deadline, now as Deadline, name)
      if (dated !== undefined) {
        this.add('changed', at, what, dated, old, now)
        return
      }
    }
    const property = propertyName(key, this.speech.language)
    const [was, is] = [this.words(old, key), this.words(now, key)]
    if (now === undefined)
      this.add(
        change,
        at,
        what,
        this.say(
          `${of}${property}: no longer set${was && ` (before: ${was})`}.`,
          `${of}${property}: nu mai este stabilit${was && ` (înainte: ${was})`}.`,
        ),
        old,
        now,
      )
    else if (is === '') this.add(change, at, what, this.say(`${of}${property} changed.`, `${of}${property}: modificat.`), old, now)
    else
      this.add(
        change,
        at,
        what,
        this.say(`${of}${property}: ${is}${was && ` (before: ${was})`}.`, `${of}${property}: ${is}${was && ` (înainte: ${was})`}.`),
        old,
        now,
      )
  }

  /** "Director is due within 2 working days (before: 3 working days), and says why when late." */
  deadline(old: Deadline, now: Deadline, name: string): string | undefined {
    const [was, is] = [deadlineWords(this.speech, old), deadlineWords(this.speech, now)]
    const why =
      old.reason === undefined && now.reason !== undefined
        ? this.say(', and says why when late', ' și spune de ce la întârziere')
        : old.reason !== undefined && now.reason === undefined
          ? this.say(', and no longer says why when late', ' și nu mai spune de ce la întârziere')
          : ''
    const steps = sameValue(old.steps, now.steps) ? '' : this.say(', with other steps when late', ', cu alți pași la întârziere')
    const subject = name === '' ? this.say('the whole way', 'tot drumul') : name
    if (was === is && why === '' && steps === '') return undefined
    const before = was === is ? '' : this.say(` (before: ${was})`, ` (înainte: ${was})`)
    return now.on === undefined
      ? this.say(`${subject} is due within ${is}${before}${why}${steps}.`, `${subject} are termen ${is}${before}${why}${steps}.`)
      : this.say(`${subject} is due ${is}${before}${why}${steps}.`, `${subject} are termen ${is}${before}${why}${steps}.`)
  }

  /** A value in words, where it has any. */
  words(value: unknown, key: string): string {
    if (value === undefined) return ''
    if (typeof value === 'boolean') return value ? this.say('yes', 'da') : this.say('no', 'nu')
    if (typeof value === 'number') return String(value)
    if (feelKeys.has(key) && typeof value === 'string') return conditionWords(this.speech, value)
    if (audienceKeys.has(key) && Array.isArray(value)) return audienceWords(this.speech, value as Audience)
    if (key === 'within' || key === 'every' || key === 'back')
      return typeof value === 'string' ? durationWords(value, this.speech.language) : ''
    if (key === 'status' && typeof value === 'string') return this.quote(statusName(this.speech, value))
    if (key === 'start' && typeof value === 'string') return this.quote(nodeName(this.speech, value))
    if (textKeys.has(key)) return this.quote(called(this.speech, value as LocalText))
    if (typeof value === 'string') return this.quote(pathKeys.has(key) ? fieldName(this.speech, value) : value)
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
      return listed(
        this.speech,
        value.map((one) => this.quote(fieldName(this.speech, one.replace(/^-/, '')))),
      )
    if (typeof value === 'object' && value !== null && 'atLeast' in value)
      return this.say(`at least ${(value as { atLeast: number }).atLeast}`, `cel puțin ${(value as { atLeast: number }).atLeast}`)
    return ''
  }

  /** Arrows: where each outcome leads. Those of steps that came or went are told with the steps. */
  routes(before: ApprovalSchema, after: ApprovalSchema): void {
    const stays = (id: string) =>
      id === 'anywhere' || (before.nodes.some((node) => node.id === id) && after.nodes.some((node) => node.id === id))
    const groups = (schema: ApprovalSchema) => {
      const made = new Map<string, Route[]>()
      for (const route of schema.routes)
        if (stays(route.from)) made.set(`${route.from} ${route.on ?? ''}`, [...(made.get(`${route.from} ${route.on ?? ''}`) ?? []), route])
      return made
    }
    const [old, now] = [groups(before), groups(after)]
    for (const key of new Set([...old.keys(), ...now.keys()])) {
      const [was = [], is = []] = [old.get(key), now.get(key)]
      if (sameValue(was, is)) continue
      const [from = '', on] = key.split(' ')
      const source = from === 'anywhere' ? this.say('anywhere', 'oriunde') : nodeName(this.speech, from)
      const schema = is.length > 0 ? after : before
      const outcome = outcomeWords(schema, from, on === '' ? undefined : on, this.speech)
      const name = outcome === '' ? source : `${source}: ${this.quote(outcome)}`
      const index = after.routes.indexOf(is[0]!)
      const at = is.length > 0 ? `/routes/${index}` : `/routes/${before.routes.indexOf(was[0]!)}`
      const [past, present] = [this.ways(was), this.ways(is)]
      if (is.length === 0)
        this.add(
          'removed',
          at,
          'arrow',
          this.say(`${name} no longer leads anywhere (before: ${past}).`, `${name} nu mai duce nicăieri (înainte: ${past}).`),
          was,
          is,
        )
      else if (was.length === 0)
        this.add('added', at, 'arrow', this.say(`${name} goes to ${present}.`, `${name} merge la ${present}.`), was, is)
      else
        this.add(
          'changed',
          at,
          'arrow',
          this.say(`${name} now goes to ${present} (before: ${past}).`, `${name} merge acum la ${present} (înainte: ${past}).`),
          was,
          is,
        )
    }
  }

  ways(routes: readonly Route[]): string {
    return routes
      .map(({ to, when, otherwise, atMost }) => {
        const target = this.quote(this.nameIn(to))
        const most = atMost === undefined ? '' : this.say(`, at most ${atMost} times`, `, cel mult de ${atMost} ori`)
        if (otherwise) return this.say(`otherwise ${target}${most}`, `altfel ${target}${most}`)
        return when === undefined
          ? target + most
          : this.say(
              `${target} if ${conditionWords(this.speech, when)}${most}`,
              `${target} dacă ${conditionWords(this.speech, when)}${most}`,
            )
      })
      .join('; ')
  }

  /** A step of either version. */
  nameIn(id: string): string {
    const node = [this.after, this.before].flatMap((one) => (one as ApprovalSchema).nodes.filter((each) => each.id === id))[0]
    return node?.label === undefined ? id : called(this.speech, node.label)
  }
}

const feelKeys = new Set(['when', 'where', 'while', 'must', 'requiredWhen', 'visibleWhen', 'editableWhen', 'lead'])
const audienceKeys = new Set([
  'who',
  'tell',
  'pass',
  'except',
  'close',
  'seenBy',
  'editedBy',
  'among',
  'override',
  'byHand',
  'keepers',
  'recordedBy',
])
const textKeys = new Set(['label', 'plural', 'title', 'help', 'text', 'else', 'tab', 'whenNot'])
const pathKeys = new Set(['copyFrom', 'date', 'group', 'each', 'on'])
