import type { Finding, FindingFact, ScreenLanguage } from '../../schemas/finding.ts'
import { at, step } from '../../schemas/pointer.ts'
import { textIn } from './card/local-text.ts'
import { definitionSentence } from './check-text.ts'
import type { LocalText } from './site.ts'

type Identified = {
  readonly id?: string
  readonly label?: LocalText
  readonly tab?: LocalText
  readonly from?: string
  readonly to?: string
}

const kinds: Readonly<Record<string, Record<ScreenLanguage, string>>> = {
  'document-type': { en: 'document type', ro: 'tipul de document' },
  'approval-schema': { en: 'approval schema', ro: 'schema de aprobare' },
  'reminder-rule': { en: 'reminder', ro: 'mementoul' },
  directory: { en: 'list of choices', ro: 'nomenclatorul' },
  'print-form': { en: 'print form', ro: 'formularul tipărit' },
}

/** How people call an item of a list, by the key of the list. Lists that are not here say nothing to them. */
const items: Readonly<Record<string, Record<ScreenLanguage, string>>> = {
  nodes: { en: 'step', ro: 'pasul' },
  fields: { en: 'field', ro: 'câmpul' },
  columns: { en: 'column', ro: 'coloana' },
  statuses: { en: 'status', ro: 'starea' },
  checks: { en: 'rule', ro: 'regula' },
  views: { en: 'view', ro: 'vederea' },
  actions: { en: 'button', ro: 'butonul' },
  anywhere: { en: 'button', ro: 'butonul' },
  ask: { en: 'line', ro: 'rândul' },
  items: { en: 'choice', ro: 'opțiunea' },
  options: { en: 'choice', ro: 'opțiunea' },
  layout: { en: 'tab', ro: 'fila' },
  conversions: { en: 'button', ro: 'butonul' },
  routes: { en: 'arrow', ro: 'săgeata' },
}

/**
 * Where a finding is, as a person would say it: `approval schema "Contract approval", step "Board"`. `definition` is the one that
 * it was found in; `set` names the folder, where there is one.
 */
export function placeInWords(finding: Finding, definition: object | undefined, language: string, set?: string): string {
  const screen: ScreenLanguage = language.startsWith('ro') ? 'ro' : 'en'
  const name = (what: Record<ScreenLanguage, string>, called: string) =>
    `${what[screen]} ${screen === 'ro' ? `„${called}”` : `"${called}"`}`
  const words: string[] = set === undefined ? [] : [set]
  if (finding.definition) {
    const kind = kinds[finding.definition.kind]
    const called = nameOf(definition as Identified | undefined, language) ?? finding.definition.id
    words.push(kind ? name(kind, called) : `${finding.definition.kind} ${called}`)
  }
  let pointer = ''
  let list = ''
  for (const key of finding.path.split('/').slice(1)) {
    pointer = step(pointer, key.replaceAll('~1', '/').replaceAll('~0', '~'))
    const item = at(definition, pointer)
    const called = /^\d+$/.test(key) && typeof item === 'object' ? nameOf(item as Identified, language, definition) : undefined
    const what = items[list]
    if (called !== undefined && what) words.push(name(what, called))
    list = key
  }
  return words.join(', ')
}

/** Facts that are ids of steps and fields. */
const namedFacts = ['node', 'nodes', 'from', 'to', 'fork', 'join', 'joins', 'passed', 'wait', 'field', 'fields']

/** A finding in one sentence with its place: `…, step "Board": No group "directors" exists on this site.` Steps and fields go by their labels. */
export function findingInWords(finding: Finding, definition: object | undefined, language: string, set?: string): string {
  const facts = Object.fromEntries(
    Object.entries(finding.facts).map(([key, fact]) => [key, namedFacts.includes(key) ? labelled(fact, definition, language) : fact]),
  )
  const place = placeInWords(finding, definition, language, set)
  const sentence = definitionSentence({ ...finding, facts }, language)
  return place === '' ? sentence : `${place}: ${sentence}`
}

function labelled(fact: FindingFact, definition: object | undefined, language: string): FindingFact {
  if (Array.isArray(fact)) return fact.map((one) => String(labelled(one, definition, language)))
  if (typeof fact !== 'string') return fact
  const { nodes = [], fields = [] } = (definition ?? {}) as { nodes?: readonly Identified[]; fields?: readonly Identified[] }
  const found = [...nodes, ...fields].find(({ id }) => id === fact)
  return (found && nameOf(found, language)) ?? fact
}

function nameOf(thing: Identified | null | undefined, language: string, definition?: object): string | undefined {
  if (!thing) return undefined
  if (thing.from !== undefined && thing.to !== undefined && definition) {
    const ends = [thing.from, thing.to].map((id) => labelled(id, definition, language))
    return ends.join(' → ')
  }
  const text = thing.label ?? thing.tab
  return text === undefined ? thing.id : textIn(text, language)
}
