/** Finds the documents that a reminder rule may speak on, through an index on the date where there is one. */
import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import { fieldsOf } from '../engine/card/field.ts'
import type { Id, Instant } from '../engine/document/state.ts'
import type { SweepWindow } from '../engine/reminder/sweep-window.ts'
import type { Site } from '../engine/site.ts'
import { cardColumn } from './card-columns.ts'
import type { Queryable } from './database.ts'
import { documentColumns, storedDocument } from './document-row.ts'
import { allOf, type Fragment, fragment, joined } from './fragment.ts'
import { typeLiteral } from './type-literal.ts'
import type { StoredDocument } from './write.ts'

/** Documents of the rule's type with a moment in the window, by id; `after` is the last id of the page before. */
export async function watchedDocuments(
  db: Queryable,
  site: Site,
  rule: ReminderRule,
  window: SweepWindow,
  { after, limit }: { readonly after: Id | null; readonly limit: number },
): Promise<StoredDocument[]> {
  const { text, params } = joined([
    `select ${documentColumns} from document d where d.type = ${typeLiteral(rule.type)} and `,
    allOf([inWindow(site, rule, window), after ? fragment('d.id > $1::uuid', after) : null]),
    fragment(' order by d.id limit $1', limit),
  ])
  return (await db.query(text, params)).map(storedDocument)
}

/** Since when a document has its status: when it last came to a node that set one, else since it was made. */
export async function statusSince(db: Queryable, id: Id): Promise<Instant | null> {
  const [row] = await db.query<{ at: Instant }>(
    `select at from event where stream = $1 and kind = 'document' and body ? 'status' order by sequence desc limit 1`,
    [id],
  )
  return row?.at ?? null
}

const day = (column: string) => `left(${column}, 10) collate "C"`

/** A date or an instant of the window; wide rather than exact, because the core decides. */
function between(column: string, { after, until, yearly }: SweepWindow): Fragment {
  if (yearly) return fragment(`${day(column)} <= $1`, until)
  return after === null ? fragment(`${day(column)} <= $1`, until) : fragment(`${day(column)} between $1 and $2`, after, until)
}

function inWindow(site: Site, { type: typeId, around }: ReminderRule, window: SweepWindow): Fragment {
  const type = site.types.get(typeId)
  if (!type) return fragment('false')
  if (around.assignment !== undefined) {
    const column = around.assignment === 'due' ? 'a.due_at' : 'a.opened_at'
    const { after, until } = window
    return joined([
      `exists (select from assignment a where a.document = d.id and a.state = 'open' and `,
      after === null
        ? fragment(`${column} < $1::date + 1`, until)
        : fragment(`${column} >= $1::date and ${column} < $2::date + 1`, after, until),
      ')',
    ])
  }
  if (around.status !== undefined) return fragment('d.status = $1', around.status)
  if (around.field === undefined) return fragment('false')
  if (around.rows !== undefined) {
    const table = fieldsOf(type).get(around.rows)
    if (!table?.fields?.some(({ id }) => id === around.field)) return fragment('false')
    return joined([
      `exists (select from jsonb_array_elements(case when jsonb_typeof(d.card->'${table.id}') = 'array' then d.card->'${table.id}' else '[]' end) r where `,
      between(`r->>'${around.field}'`, window),
      ')',
    ])
  }
  const column = cardColumn(type, around.field)
  if (!column) return fragment('false')
  if (column.many) return fragment(`${column.text} is not null`)
  return between(column.text.replace(/ collate "C"$/, ''), window)
}
