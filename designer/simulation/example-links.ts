import type { RegistryPage } from '../../runtime/api/answers.ts'
import { get } from '../../runtime/app/data/client.ts'
import { linkFilter } from '../../runtime/app/document/form/link-filter.ts'
import type { Card, CardValue } from '../../runtime/engine/card/card.ts'
import type { Document } from '../../runtime/engine/document/state.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'

/**
 * For each link that must be given and is blank, the first document of the office that may be chosen there. Where there is
 * none, or it may not be seen, the link stays blank.
 */
export async function exampleLinks(type: DocumentType, document: Document): Promise<Card> {
  const { card } = document
  const found = await Promise.all(
    type.fields.map(async (field): Promise<[string, CardValue][]> => {
      if (field.type !== 'link' || !field.required || field.retired || card[field.id] !== undefined) return []
      const filter = linkFilter(type, document, field)
      const asked = new URLSearchParams({ limit: '1', ...(filter ? { filter } : {}) })
      for (const to of field.to) {
        const first = await get<RegistryPage>(`/api/documents/${to}?${asked}`).then(
          ({ items }) => items[0],
          () => undefined,
        )
        const link = first && { type: first.type, id: first.id }
        if (link) return [[field.id, field.many ? [link] : link]]
      }
      return []
    }),
  )
  return Object.fromEntries(found.flat())
}
