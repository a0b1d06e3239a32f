import { requiredMissing } from '../card/visibility.ts'
import { changeCard } from './change-card.ts'
import type { CommandOf } from './command.ts'
import type { Run } from './run.ts'

/** Edits the card. A record, and every card that has no process, must be complete whenever it is saved. */
export function editCardOf(run: Run, { changes, overrides }: CommandOf<'edit-card'>): undefined {
  changeCard(run, changes, overrides)
  if (run.stopped || (run.program.schema && run.program.type.kind !== 'record')) return
  const fields = requiredMissing(run.program, run.document, run.reader, { around: { me: run.by } })
  if (fields.length > 0) run.refuse({ code: 'card-incomplete', fields })
}
