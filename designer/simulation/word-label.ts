import { outcomesOf } from '../../runtime/engine/approval/outcomes.ts'
import type { Program } from '../../runtime/engine/approval/program.ts'
import type { LocalText } from '../../runtime/engine/site.ts'

/** What an action or a decision is called on its button; empty for a word that the schema does not have. */
export function actionLabel({ schema, nodes }: Program, word: string, at: string | undefined): LocalText {
  const anywhere = schema?.anywhere?.find(({ id }) => id === word)
  if (anywhere && (at === undefined || at === 'anywhere')) return anywhere.label
  if (at === 'bar') return nodes.get(word)?.label ?? word
  for (const node of nodes.values()) {
    if (at !== undefined && node.id !== at) continue
    const action = 'actions' in node ? node.actions?.find(({ id }) => id === word) : undefined
    if (action) return action.label
    const outcome = node.kind === 'approval' || node.kind === 'task' ? outcomesOf(node).find(({ id }) => id === word) : undefined
    if (outcome) return outcome.label
  }
  return ''
}
