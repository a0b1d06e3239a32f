/** A reader's access tree as SQL over `document d`: the same documents as the core's own verdict, and no others. */

import type { AccessTree } from '../engine/access/list-access.ts'
import { blankSubject } from '../engine/card/blank-subject.ts'
import { expressionOf } from '../engine/card/expression.ts'
import { fieldsOf } from '../engine/card/field.ts'
import { scopeOf } from '../engine/card/scope.ts'
import { readerOf } from '../engine/document/fact-reader.ts'
import { factsOf } from '../engine/document/facts-of.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import { toSql } from '../engine/expression/sql.ts'
import type { Site } from '../engine/site.ts'
import { isUuid } from '../engine/uuid.ts'
import { cardColumn } from './card-columns.ts'
import { allOf, type Fragment, fragment, joined } from './fragment.ts'
import { typeLiteral } from './type-literal.ts'

/** Null: everything of the type. */
export function accessWhere(site: Site, typeId: string, tree: AccessTree, now: Instant): Fragment | null {
  if (tree.kind === 'everything') return null
  return where(site, typeId, tree, now, 'd')
}

function where(site: Site, typeId: string, tree: AccessTree, now: Instant, alias: string): Fragment {
  switch (tree.kind) {
    case 'everything':
      return fragment('true')
    case 'none':
      return fragment('false')
    case 'all':
      return allOf(tree.of.map((part) => where(site, typeId, part, now, alias)))
    case 'any':
      return anyOf(tree.of.map((part) => where(site, typeId, part, now, alias)))
    case 'author':
      // `{ "field": "author" }` asks for the reader's departments too; no author is one.
      return fragment(`${alias}.author = any($1::uuid[])`, tree.of.filter(isUuid))
    case 'readers':
      return fragment(`${alias}.readers && $1::text[]`, tree.keys)
    case 'holds':
      return holds(site, typeId, tree.path, tree.of, alias)
    case 'linked':
      return anyOf(tree.types.map(({ type, tree: inner }) => linked(site, tree.field, type, inner, now, alias)))
    case 'when':
      return whenHolds(site, typeId, tree.source, tree.me, now, alias)
  }
}

function anyOf(parts: readonly Fragment[]): Fragment {
  if (parts.length === 0) return fragment('false')
  return joined(['(', ...parts.flatMap((part, index) => [index > 0 ? ' or (' : '(', part, ')']), ')'])
}

const word = /^[a-z][A-Za-z0-9]*$/

/** A field, or a column in any row, holds one of the ids; lists and single values alike. */
function holds(site: Site, typeId: string, path: string, of: readonly string[], alias: string): Fragment {
  const [head = '', column] = path.split('.')
  const type = site.types.get(typeId)
  const field = type && fieldsOf(type).get(head)
  if (!field || !word.test(head) || (column !== undefined && !word.test(column))) return fragment('false')
  const ids = JSON.stringify(of)
  if (column === undefined) {
    if (field.many) return fragment(`${alias}.card->'${head}' ?| array(select jsonb_array_elements_text($1::jsonb))`, ids)
    return fragment(`${alias}.card->>'${head}' = any($1::text[])`, of)
  }
  return fragment(
    `exists (select from jsonb_array_elements(case when jsonb_typeof(${alias}.card->'${head}') = 'array' then ${alias}.card->'${head}' else '[]' end) r
       where r->>'${column}' = any($1::text[]) or (jsonb_typeof(r->'${column}') = 'array' and r->'${column}' ?| $1::text[]))`,
    of,
  )
}

function linked(site: Site, field: string, type: string, tree: AccessTree, now: Instant, alias: string): Fragment {
  // One letter more for each link further away: `d`, `dd`, `ddd`.
  const inner = `${alias}d`
  return joined([
    fragment(
      `exists (select from link k join document ${inner} on ${inner}.type = ${typeLiteral(type)} and ${inner}.id = k.to_id
       where k.from_id = ${alias}.id and k.field = $1 and k.to_type = ${typeLiteral(type)} and `,
      field,
    ),
    '(',
    where(site, type, tree, now, inner),
    '))',
  ])
}

/** A condition of an access rule; one that has no SQL reading grants nothing here, as the check says before it is published. */
function whenHolds(site: Site, typeId: string, source: string, me: Id, now: Instant, alias: string): Fragment {
  const type = site.types.get(typeId)
  const expression = expressionOf(source)
  if (!type || !expression) return fragment('false')
  const host = scopeOf({ type }, blankSubject(type), readerOf({ ...factsOf(site), now }, { rollups: 'kept' }), { me })
  const read = toSql(expression, {
    host,
    columns: (path) => {
      const column = cardColumn(type, path)
      return column && { ...column, text: column.text.replace(/\bd\./g, `${alias}.`) }
    },
  })
  return read.ok ? fragment(read.text, ...read.params) : fragment('false')
}
