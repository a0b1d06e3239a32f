import type { DocumentAnswer } from '../../../api/answers.ts'
import type { StripItem, StripStep } from '../../../engine/approval/strip.ts'
import type { Texts } from '../../language/texts.tsx'

/** Whom a document now waits for at steps where it was not before, by name: "Sent to Ana and to finance."; null where there is nobody. */
export function sentTo(document: DocumentAnswer, before: DocumentAnswer, { t, of, locale }: Texts): string | null {
  const was = new Set(asked(before).map(({ node }) => node))
  const asking = asked(document).filter(({ node }) => !was.has(node))
  const names = [...new Set(asking.flatMap(({ people }) => people))].flatMap((id) => document.people[id]?.name ?? [])
  const pools = [...new Set(asking.flatMap(({ pool }) => (pool ? [lowerFirst(of(pool), locale)] : [])))]
  const list = (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
  if (names.length > 0 && pools.length > 0) return t('sent.both', { people: names.join(', '), pools: list(pools) })
  if (names.length > 0) return t('sent.people', { people: list(names) })
  return pools.length > 0 ? t('sent.pools', { pools: list(pools) }) : null
}

/** The steps at which people are asked now. */
const asked = ({ process }: DocumentAnswer): StripStep[] =>
  steps(process?.strip ?? []).filter(({ state, kind }) => (state === 'now' || state === 'late') && (kind === 'approval' || kind === 'task'))

const steps = (items: readonly StripItem[]): StripStep[] =>
  items.flatMap((item) => (item.kind === 'block' ? steps(item.lanes.flat()) : [item]))

/** A label in the middle of a sentence; a word in capitals stays. */
function lowerFirst(label: string, locale: string): string {
  const [first = '', second = ''] = label
  return second === second.toLocaleUpperCase(locale) && second !== second.toLocaleLowerCase(locale)
    ? label
    : first.toLocaleLowerCase(locale) + label.slice(first.length)
}
