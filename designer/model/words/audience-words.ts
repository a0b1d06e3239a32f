import type { ApprovalLine } from '../../../schemas/generated/approval-schema.ts'
import type { Audience, AudienceEntry, Whose } from '../../../schemas/generated/audience.ts'
import { conditionWords } from './condition-words.ts'
import { called, fieldName, listed, nodeName, quoted, type Speech, say, small } from './speech.ts'

/** Who, in words that stand inside a sentence: "the lawyers and the author's manager". Nobody, where the list is empty. */
export function audienceWords(speech: Speech, audience: Audience | undefined, how: { readonly take?: ApprovalLine['take'] } = {}): string {
  if (!audience || audience.length === 0) return say(speech, 'nobody', 'nimeni')
  const pool = how.take !== undefined && how.take !== 'each'
  if (pool && audience.length === 1) return oneOf(speech, audience[0]!, how.take)
  const words = audience.map((entry) => entryWords(speech, entry))
  if (!pool) return listed(speech, words)
  const each = listed(speech, words, 'disjunction')
  return say(speech, `one of ${each}`, `una dintre persoane: ${each}`)
}

/** Whether "is" is said of it, not "are". */
export const isOnePerson = (audience: Audience): boolean => audience.length === 1 && audience[0]!.role === undefined

/** Who decides on a line: one, the next in turn, the one with the least to do, or each of them. */
export function lineWords(speech: Speech, line: Pick<ApprovalLine, 'who' | 'take' | 'each' | 'when'>): string {
  const who = audienceWords(speech, line.who, { ...(line.take !== undefined && { take: line.take }) })
  const rows =
    line.each === undefined
      ? who
      : say(
          speech,
          `${who}, for each row of ${quoted(speech, fieldName(speech, line.each))}`,
          `${who}, pentru fiecare rând din ${quoted(speech, fieldName(speech, line.each))}`,
        )
  return line.when === undefined
    ? rows
    : say(speech, `${rows}, if ${conditionWords(speech, line.when)}`, `${rows}, dacă ${conditionWords(speech, line.when)}`)
}

/** One entry of an audience. */
export function entryWords(speech: Speech, entry: AudienceEntry): string {
  const words = plainWords(speech, entry)
  return entry.where === undefined
    ? words
    : say(speech, `${words} for whom ${conditionWords(speech, entry.where)}`, `${words} pentru care ${conditionWords(speech, entry.where)}`)
}

function plainWords(speech: Speech, entry: AudienceEntry): string {
  const { organisation } = speech.workspace
  if (entry.role !== undefined) {
    const label = labelOf(speech, organisation?.roles.get(entry.role), entry.role)
    return say(speech, `the ${plural(small(label))}`, `cine are rolul ${quoted(speech, label)}`)
  }
  if (entry.group !== undefined) {
    const label = labelOf(speech, organisation?.groups.get(entry.group), entry.group)
    return say(speech, `the group ${quoted(speech, label)}`, `grupul ${quoted(speech, label)}`)
  }
  if (entry.department !== undefined) {
    const label = labelOf(speech, organisation?.departments.get(entry.department), entry.department)
    return say(speech, `the department ${quoted(speech, label)}`, `departamentul ${quoted(speech, label)}`)
  }
  if (entry.person !== undefined) return organisation?.people.get(entry.person)?.name ?? entry.person
  if (entry.field !== undefined) return inField(speech, entry.field)
  if (entry.managerOf !== undefined) return relative(speech, entry.managerOf, 'manager')
  if (entry.headOf !== undefined) return relative(speech, entry.headOf, 'head')
  if (entry.whoActedAt !== undefined)
    return say(
      speech,
      `whoever acted at ${quoted(speech, nodeName(speech, entry.whoActedAt))}`,
      `cine a acționat la ${quoted(speech, nodeName(speech, entry.whoActedAt))}`,
    )
  if (entry.readersOf !== undefined)
    return say(
      speech,
      `whoever may read ${quoted(speech, fieldName(speech, entry.readersOf))}`,
      `cine poate citi ${quoted(speech, fieldName(speech, entry.readersOf))}`,
    )
  if (entry.guest !== undefined)
    return say(
      speech,
      `the guest in ${quoted(speech, fieldName(speech, entry.guest))}`,
      `persoana din afară din ${quoted(speech, fieldName(speech, entry.guest))}`,
    )
  switch (entry.the) {
    case 'author':
      return say(speech, 'the author', 'autorul')
    case 'assignee':
      return say(speech, 'whoever is asked', 'cine este întrebat')
    case 'me':
      return say(speech, 'whoever looks', 'cine se uită')
    default:
      return say(speech, 'everybody', 'toată lumea')
  }
}

const inField = (speech: Speech, path: string): string =>
  say(speech, `the person in ${quoted(speech, fieldName(speech, path))}`, `persoana din ${quoted(speech, fieldName(speech, path))}`)

/** The manager of somebody, or the head of somebody's department. */
function relative(speech: Speech, whose: Whose, what: 'manager' | 'head'): string {
  const en =
    typeof whose === 'object'
      ? inField(speech, whose.field)
      : { author: 'the author', assignee: 'whoever is asked', me: 'whoever looks' }[whose]
  const ro =
    typeof whose === 'object'
      ? `persoanei din ${quoted(speech, fieldName(speech, whose.field))}`
      : { author: 'autorului', assignee: 'persoanei întrebate', me: 'persoanei care se uită' }[whose]
  if (what === 'manager') return say(speech, whose === 'author' ? 'the author’s manager' : `the manager of ${en}`, `superiorul ${ro}`)
  return say(
    speech,
    whose === 'author' ? 'the head of the author’s department' : `the head of the department of ${en}`,
    `șeful departamentului ${ro}`,
  )
}

function oneOf(speech: Speech, entry: AudienceEntry, take: ApprovalLine['take']): string {
  const words = entryWords(speech, entry)
  if (entry.role === undefined && entry.group === undefined && entry.department === undefined && entry.the !== 'everyone') return words
  const ro =
    entry.role !== undefined
      ? `unul dintre cei cu ${words.replace(/^cine are /, '')}`
      : entry.the === 'everyone'
        ? 'oricine'
        : `cineva din ${words}`
  if (take === 'in-turn')
    return say(
      speech,
      `the next in turn of ${words}`,
      `următorul la rând dintre ${entry.role !== undefined ? `cei cu ${words.replace(/^cine are /, '')}` : words}`,
    )
  if (take === 'least-busy')
    return say(
      speech,
      `the least busy of ${words}`,
      `cel mai puțin ocupat dintre ${entry.role !== undefined ? `cei cu ${words.replace(/^cine are /, '')}` : words}`,
    )
  return say(speech, `one of ${words}`, ro)
}

function labelOf(speech: Speech, one: { readonly label: Parameters<typeof called>[1] } | undefined, id: string): string {
  return one ? called(speech, one.label) : id
}

/** The plural of what a role is called: of the word before "of", where there is one. */
export function plural(label: string): string {
  const of = / (of|for|in|at) /.exec(label)
  const [head, rest] = of ? [label.slice(0, of.index), label.slice(of.index)] : [label, '']
  if (/(?<![a-z])(staff|personnel)$/i.test(head) || /[^s]s$/.test(head)) return label
  const many =
    /(^|[^a-z])(wo)?man$/i.test(head) || /[a-z]{3}man$/.test(head)
      ? head.replace(/man$/, 'men')
      : /[^aeiou]y$/.test(head)
        ? head.replace(/y$/, 'ies')
        : /(s|x|z|ch|sh)$/.test(head)
          ? `${head}es`
          : `${head}s`
  return many + rest
}
