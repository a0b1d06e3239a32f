import { textIn } from '../engine/card/local-text.ts'
import type { TemplateSet } from '../engine/simulation/template-set.ts'
import type { DefinitionChange } from './publish-release.ts'
import type { Equipment } from './set-up-office.ts'

/** What a ready-made set brings, as publications take it. */
export function equipmentOf(set: TemplateSet, language: string): Equipment {
  const of = <T extends { readonly id: string }>(kind: DefinitionChange['kind'], items: readonly T[]): DefinitionChange[] =>
    items.map((body) => ({ kind, id: body.id, body }))
  return {
    definitions: [
      ...of('directory', set.directories),
      ...of('approval-schema', set.schemas),
      ...of('document-type', set.types),
      ...of('reminder-rule', set.rules),
      ...of('print-form', set.printForms),
    ],
    people: set.people,
    label: set.template ? `${textIn(set.template.label, language)} ${set.template.version}` : '',
  }
}
