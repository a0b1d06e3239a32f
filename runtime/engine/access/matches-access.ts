import type { LinkValue } from '../card/card.ts'
import { evaluate } from '../card/expression.ts'
import { linkFields } from '../card/links.ts'
import { valuesAt } from '../card/path.ts'
import { scopeOf } from '../card/scope.ts'
import type { FactReader } from '../document/fact-reader.ts'
import type { Target } from './access.ts'
import type { AccessTree } from './list-access.ts'

/** What a tree of conditions says of one document: the reading that its SQL must have too. */
export function matchesAccess(tree: AccessTree, document: Target, reader: FactReader): boolean {
  const type = reader.facts.site.types.get(document.type)
  if (!type) return false
  switch (tree.kind) {
    case 'everything':
      return true
    case 'none':
      return false
    case 'any':
      return tree.of.some((part) => matchesAccess(part, document, reader))
    case 'all':
      return tree.of.every((part) => matchesAccess(part, document, reader))
    case 'author':
      return tree.of.includes(document.author)
    case 'readers':
      return (document.readers ?? []).some((key) => tree.keys.includes(key))
    case 'holds':
      return valuesAt({ type }, document, reader, tree.path).some((value) => typeof value === 'string' && tree.of.includes(value))
    case 'linked':
      return (
        linkFields(type).some(({ key }) => key === tree.field) &&
        valuesAt({ type }, document, reader, tree.field).some((value) => {
          const { type: to, id } = value as LinkValue
          const target = reader.document(to, id)
          const of = tree.types.find((each) => each.type === to)
          return target !== null && of !== undefined && matchesAccess(of.tree, target, reader)
        })
      )
    case 'when':
      return evaluate(tree.source, scopeOf({ type }, document, reader, { me: tree.me }), reader, 'access') === true
  }
}
