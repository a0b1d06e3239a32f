import type { DocumentAnswer } from '../../runtime/api/answers.ts'
import { get } from '../../runtime/app/data/client.ts'
import type { Card, CardValue, LinkValue } from '../../runtime/engine/card/card.ts'
import { fieldsOf } from '../../runtime/engine/card/field.ts'
import { linksOf } from '../../runtime/engine/card/links.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { GivenDocument } from './run.ts'

/**
 * The real documents that a card points at, copied for an office in memory. Of their values come along what the designer
 * may see and what others may know: nothing personal or confidential, no files, no further links, nothing calculated.
 * What cannot be read is left out; the trial then says that it is missing. What is given already does not come again.
 */
export async function bringAlong(
  type: DocumentType,
  card: Card,
  types: readonly DocumentType[],
  fallback: string,
  people: ReadonlySet<string>,
  given: readonly GivenDocument[] = [],
): Promise<readonly GivenDocument[]> {
  const there = new Set(given.map(({ type: of, as }) => `${of}/${as}`))
  const links = new Map(linksOf(type, card).map(({ to }) => [`${to.type}/${to.id}`, to as LinkValue]))
  const found = await Promise.all(
    [...links].map(async ([key, to]): Promise<GivenDocument[]> => {
      if (there.has(key)) return []
      const linked = types.find(({ id }) => id === to.type)
      if (!linked) return []
      try {
        const document = await get<DocumentAnswer>(`/api/documents/${to.type}/${to.id}`)
        const author = people.has(document.author) ? document.author : fallback
        return [{ type: to.type, as: to.id, author, card: copied(linked, document.card) }]
      } catch {
        return []
      }
    }),
  )
  return found.flat()
}

function copied(type: DocumentType, card: Card): Card {
  const values: { [field: string]: CardValue } = {}
  for (const field of fieldsOf(type).values()) {
    const value = card[field.id]
    const kept = field.formula === undefined && field.rollup === undefined && !field.personal && !field.confidential && !field.retired
    if (value !== undefined && kept && !['link', 'file', 'signature', 'table'].includes(field.type)) values[field.id] = value
  }
  return values
}
