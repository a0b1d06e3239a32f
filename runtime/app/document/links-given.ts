import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { Card } from '../../engine/card/card.ts'

/** The links that an address fills on a new document: `?contract=contract/<id>`. Anything else in it is left alone. */
export function linksGiven(type: DocumentType, asked: URLSearchParams): Card {
  return Object.fromEntries(
    type.fields.flatMap((field) => {
      if (field.type !== 'link') return []
      const [to = '', id = ''] = asked.get(field.id)?.split('/') ?? []
      if (!field.to.includes(to) || !/^[\w-]+$/.test(id)) return []
      const link = { type: to, id }
      return [[field.id, field.many ? [link] : link]]
    }),
  )
}
