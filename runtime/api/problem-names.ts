import { fieldAt } from '../engine/card/field.ts'
import { textIn } from '../engine/card/local-text.ts'
import type { Id } from '../engine/document/state.ts'
import { readDocument } from '../store/documents.ts'
import type { ApiContext } from './context.ts'
import type { ProblemNames } from './problem-text.ts'

/** How the fields, steps and buttons of a document are called on the screen, for the sentences of refusals. */
export async function namesIn(c: ApiContext, typeId: string, id: Id | null): Promise<Partial<ProblemNames>> {
  const { edges } = c.get('parts')
  const site = c.get('site')
  const stored = id === null ? null : await readDocument(edges.database, typeId, id)
  const program = stored && (await edges.programs.get(edges.database, stored.document.program))
  const type = program?.type ?? site.types.get(typeId)
  if (!type) return {}
  const language = c.get('language')
  const schema = program?.schema ?? null
  const own = (text: Parameters<typeof textIn>[0]) => textIn(text, language, site.languages)
  const actions = [...(schema?.anywhere ?? []), ...(schema?.nodes ?? []).flatMap((node) => ('actions' in node ? (node.actions ?? []) : []))]
  return {
    field: (path) => {
      const [head = '', , column] = path.split('/')
      const field = fieldAt(type, head)
      const inner = column === undefined ? undefined : fieldAt(type, `${head}.${column}`)
      return [field && own(field.label), inner && own(inner.label)].filter(Boolean).join(', ') || path
    },
    node: (node) => own(schema?.nodes.find(({ id: one }) => one === node)?.label ?? node),
    action: (action) => own(actions.find(({ id: one }) => one === action)?.label ?? action),
    status: (status) => own(type.statuses?.find(({ id: one }) => one === status)?.label ?? status),
  }
}
