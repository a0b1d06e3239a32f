import type { Automation } from '../../../schemas/generated/automation.ts'
import { resolveAudience } from '../audience/resolve.ts'
import type { CardValue } from '../card/card.ts'
import { fromFeel } from '../card/field-value.ts'
import { renderEverywhere } from '../card/render-text.ts'
import { rowIn } from '../card/scope.ts'
import { setFields } from '../document/change-card.ts'
import type { Run } from '../document/run.ts'
import type { Id } from '../document/state.ts'
import { audienceAt, type Place, valueAt } from './place.ts'
import { register } from './register.ts'

/** Does the steps of an automation, in their order, at a node. One that does not run yet refuses the command: the check keeps it from being published. */
export function automate(
  run: Run,
  steps: readonly Automation[],
  node: string,
  branch: Id | null,
  place: Place = { in: branch },
): undefined {
  for (const [index, step] of steps.entries()) {
    if (run.stopped) return
    switch (step.do) {
      case 'register':
        register(run)
        break
      case 'set':
        set(run, step.set, node, place)
        break
      case 'notify': {
        const row = place.row ? rowIn(run.program, run.document.card, place.row) : null
        const text = renderEverywhere(step.text, run.program, run.document, run.reader, row ? { row } : {})
        run.tell(resolveAudience(step.who, audienceAt(run, place)), { about: 'told', text, facts: { node }, by: step.by ?? ['program'] })
        run.emit({ type: 'automation-done', node, step: index, does: step.do })
        break
      }
      case 'webhook': {
        const url = run.facts.site.webhooks?.get(step.webhook)?.url ?? ''
        run.webhooks.push({ webhook: step.webhook, url, event: `${run.document.type}.${node}`, body: webhookBody(run, step.fields) })
        run.emit({ type: 'automation-done', node, step: index, does: step.do })
        break
      }
      default:
        run.refuse({ code: 'not-supported', what: step.do })
    }
  }
}

function set(run: Run, values: Readonly<Record<string, string>>, node: string, place: Place): undefined {
  const filled: { [field: string]: CardValue | undefined } = {}
  for (const [id, source] of Object.entries(values)) {
    const field = run.program.fields.get(id)
    if (field) filled[id] = fromFeel(field, valueAt(run, source, place, `node "${node}", set "${id}"`))
  }
  setFields(run, filled)
}

/** What another program gets: the fields that were listed, or all that are not confidential. */
function webhookBody(run: Run, fields: readonly string[] | undefined): unknown {
  const { id, type, number, status, card, derived } = run.document
  const shown = fields ?? [...run.program.fields.values()].filter((field) => !field.confidential && !field.seenBy).map((field) => field.id)
  const values = Object.fromEntries(shown.flatMap((name) => (name in card || name in derived ? [[name, card[name] ?? derived[name]]] : [])))
  return { id, type, number, status, card: values }
}
