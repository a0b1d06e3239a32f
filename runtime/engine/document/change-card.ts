import { forbiddenPaths } from '../access/editable.ts'
import type { Card, CardValue } from '../card/card.ts'
import { editCard, settleCard } from '../card/edit-card.ts'
import { namesRead } from '../card/expression.ts'
import { isComputed } from '../card/field.ts'
import { planOf } from '../card/formulas.ts'
import { pathsIn } from '../card/render-text.ts'
import type { Change } from './command.ts'
import { cardLeaves, titleLeaves } from './evolve.ts'
import { mayOverride } from './rights.ts'
import type { Run } from './run.ts'

/** Makes the changes of a person to the card: those that the person may make, with everything that is calculated from them. */
export function changeCard(run: Run, changes: readonly Change[], overrides: Readonly<Record<string, string>> = {}): undefined {
  if (run.stopped || changes.length === 0) return
  const { program, document, reader, by } = run
  const [forbidden] = by
    ? forbiddenPaths(
        run,
        by,
        changes.filter(({ path }) => isField(run, path)),
      )
    : []
  if (forbidden !== undefined) return run.refuse({ code: 'not-allowed', what: 'edit', type: document.type, field: forbidden })
  const edited = editCard(program, document, changes, reader, {
    me: by,
    overrides,
    mayOverride: (audience) => mayOverride(run, by, audience),
  })
  if (!edited.ok) return run.refuse(edited.problem)
  const { card, fields, title, overridden } = edited
  const titles = titleLeaves(document.title, title)
  if (fields.length === 0 && titles.length === 0) return
  const reasons = overridden.map((check) => ({ path: `override.${check}`, value: overrides[check] ?? null }))
  run.did({ type: 'card-edited', fields, ...(overridden.length > 0 && { overridden }) }, [
    ...cardLeaves(card, fields),
    ...titles,
    ...reasons,
  ])
}

/** Fills fields by the process itself: an automation's `set`. Undefined blanks one. */
export function setFields(run: Run, values: { readonly [field: string]: CardValue | undefined }): undefined {
  if (run.stopped) return
  const card: { [field: string]: CardValue } = { ...run.document.card }
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined) delete card[field]
    else card[field] = value
  }
  recalculate(run, card)
}

/** Calculates the card and the title anew where they name the status or the number, which events of the process change. */
export function refreshCard(run: Run, before: { readonly status: string; readonly number: string | null }): undefined {
  const { status, number } = run.document
  if (run.stopped || (status === before.status && number === before.number) || !namesProcess(run)) return
  recalculate(run, run.document.card)
}

function recalculate(run: Run, card: Card): undefined {
  const settled = settleCard(run.program, run.document, card, run.reader)
  if (!settled.ok) return run.refuse(settled.problem)
  const titles = titleLeaves(run.document.title, settled.title)
  if (settled.fields.length === 0 && titles.length === 0) return
  run.emit({ type: 'card-edited', fields: settled.fields }, [...cardLeaves(settled.card, settled.fields), ...titles])
}

/** A path that no typed field has is not forbidden but wrong, which tells more: `editCard` says so. */
function isField({ program }: Run, path: string): boolean {
  const field = program.fields.get(path.split('/', 1)[0]!)
  return field !== undefined && !isComputed(field)
}

const known = new WeakMap<object, boolean>()

function namesProcess({ program: { type } }: Run): boolean {
  const found = known.get(type)
  if (found !== undefined) return found
  const names = ['status', 'number']
  const inTitle = pathsIn(type.title ?? '').some((path) => names.includes(path))
  const inFormula = planOf(type).stored.some(
    ({ field }) => field.formula !== undefined && namesRead(field.formula).some((n) => names.includes(n)),
  )
  known.set(type, inTitle || inFormula)
  return inTitle || inFormula
}
