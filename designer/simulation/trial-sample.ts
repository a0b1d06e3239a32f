import { fieldAudienceContext } from '../../runtime/engine/access/access.ts'
import { isAmong } from '../../runtime/engine/audience/resolve.ts'
import type { Card, CardValue, Row } from '../../runtime/engine/card/card.ts'
import type { Problem } from '../../runtime/engine/problem.ts'
import type { LocalText, Site } from '../../runtime/engine/site.ts'
import type { CardField, Column } from '../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { type SampleOf, sampleCard } from '../forms/sample-card.ts'

/**
 * A sample that a trial can begin with: of people only those who may be chosen, and something in the texts that must be
 * filled. Links stay blank here; `exampleLinks` asks the office for them.
 */
export function trialSample(
  type: DocumentType,
  of: SampleOf,
  called: (text: LocalText) => string,
  judge: (card: Card) => Problem | null,
): Card {
  let card = filled(type, of, called)
  // Values made up one by one may break a rule together: those that need not be filled are taken out until none does.
  for (let round = 0; round < 8; round++) {
    const wrong = fieldsOf(judge(card)).filter((id) => card[id] !== undefined)
    const free = wrong.filter((id) => !type.fields.some((field) => field.id === id && field.required))
    if (wrong.length === 0) return card
    const gone = free.length > 0 ? free : wrong
    card = Object.fromEntries(Object.entries(card).filter(([id]) => !gone.includes(id)))
  }
  return card
}

/** The fields that a refusal speaks of. */
function fieldsOf(problem: Problem | null): readonly string[] {
  if (problem?.code === 'check-failed') return problem.checks.flatMap(({ fields }) => fields.map((path) => path.split(/[./]/)[0]!))
  return problem?.code === 'card-invalid' ? problem.errors.map(({ path }) => path.split('/')[0]!) : []
}

function filled(type: DocumentType, of: SampleOf, called: (text: LocalText) => string): Card {
  const card: { [field: string]: CardValue } = { ...sampleCard(type, of) }
  for (const field of type.fields) {
    if (field.retired) continue
    if (field.type === 'table') {
      const rows = card[field.id] as readonly Row[] | undefined
      const picked = field.fields.filter((column) => column.type === 'person')
      if (rows) card[field.id] = rows.map((row) => withPeople(row, picked, type, of.site, of.me))
    } else if (field.type === 'person') Object.assign(card, withPeople({ [field.id]: card[field.id] }, [field], type, of.site, of.me))
    else if (isText(field) && card[field.id] === undefined && field.required) card[field.id] = called(field.label)
    if (card[field.id] === undefined) delete card[field.id]
  }
  return card
}

const isText = (field: CardField): boolean =>
  (field.type === 'text' || field.type === 'long-text') && !('pattern' in field && field.pattern !== undefined)

function withPeople<T extends object>(values: T, fields: readonly (CardField | Column)[], type: DocumentType, site: Site, me: string): T {
  const made = { ...values } as Record<string, unknown>
  for (const field of fields) {
    if (field.type !== 'person' || made[field.id] === undefined || field.among === undefined) continue
    const context = fieldAudienceContext(site, type, me, null)
    const { among } = field
    const person = [...site.people.values()].find(({ id, left }) => !left && isAmong(among, id, context))
    if (person) made[field.id] = field.many ? [person.id] : person.id
    else delete made[field.id]
  }
  return made as T
}
