import type { Finding } from '../../schemas/finding.ts'
import type { Directory } from '../../schemas/generated/directory.ts'
import { repeatedIds } from '../../schemas/repeated-ids.ts'
import { checkSchema } from './approval/check.ts'
import { checkFits } from './card/check-field.ts'
import { checkType } from './card/check-type.ts'
import type { Field } from './card/field.ts'
import { checkLanguages } from './check-languages.ts'
import { checkDirectoryAgainst, checkSchemaAgainst, checkTypeAgainst } from './check-previous.ts'
import { byId, type DefinitionSet, type World, worldOf } from './check-world.ts'
import { Checking } from './checking.ts'
import { checkRule } from './reminder/check-rule.ts'

export type { DefinitionSet, Organisation } from './check-world.ts'

/**
 * What makes definitions fit to be published together, as findings: problems keep them back, hints do not. Pure, and the same
 * in the designer and on the server; linear in what is given. Takes definitions that their schemas admit (`validateDefinition`).
 * The sentences are `checkFindingTexts`; where a finding is, `findingPlace` says as a person would.
 */
export function checkDefinitions(set: DefinitionSet): Finding[] {
  const world = worldOf(set)
  const before = set.previous
  const types = byId(before?.types ?? [])
  const schemas = byId(before?.schemas ?? [])
  const directories = byId(before?.directories ?? [])
  return [
    ...each('document-type', set.types, set, (type, checking) => {
      checkType(world, type, checking)
      const old = types.get(type.id)
      if (old) checkTypeAgainst(type, old, checking)
    }),
    ...each('approval-schema', set.schemas, set, (schema, checking) => {
      checkSchema(world, schema, checking)
      const old = schemas.get(schema.id)
      if (old) checkSchemaAgainst(schema, old, checking)
    }),
    ...each('reminder-rule', set.rules, set, (rule, checking) => checkRule(world, rule, checking)),
    ...each('directory', set.directories, set, (directory, checking) => {
      checkDirectory(world, directory, checking)
      const old = directories.get(directory.id)
      if (old) checkDirectoryAgainst(directory, old, checking)
    }),
    ...each('print-form', set.printForms ?? [], set, (form, checking) => {
      checking.hint('not-supported-yet', '', { what: 'print-form' })
      checking.exists('unknown-type', '/type', form.type, world.types)
    }),
    ...deleted('document-type', types, world.types),
    ...deleted('directory', directories, world.directories),
  ]
}

function each<T extends { readonly id: string }>(
  kind: string,
  definitions: readonly T[],
  { languages }: DefinitionSet,
  check: (definition: T, checking: Checking) => void,
): Finding[] {
  const seen = new Set<string>()
  return definitions.flatMap((definition) => {
    const checking = new Checking(kind, definition.id)
    if (seen.has(definition.id)) checking.problem('repeated-definition', '/id', { found: definition.id })
    seen.add(definition.id)
    if (repeatsAName(definition)) for (const { code, path, facts } of repeatedIds(definition)) checking.problem(code, path, facts)
    check(definition, checking)
    checkLanguages(definition, languages, checking)
    return checking.findings
  })
}

/** Whether some list has two things of one name; where, is asked only then. */
function repeatsAName(value: object): boolean {
  const seen = new Set<string>()
  const isList = Array.isArray(value)
  for (const key of Object.keys(value)) {
    const child = (value as Record<string, unknown>)[key]
    if (typeof child !== 'object' || child === null) continue
    const { id, as } = child as { id?: unknown; as?: unknown }
    const name = id ?? as
    if (isList && typeof name === 'string') {
      if (seen.has(name)) return true
      seen.add(name)
    }
    if (repeatsAName(child)) return true
  }
  return false
}

/** Documents, cards and rules name types and directories by their ids: they stay. */
function deleted(kind: string, before: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): Finding[] {
  return [...before.keys()].flatMap((id) => {
    if (now.has(id)) return []
    const checking = new Checking(kind, id)
    checking.problem('definition-deleted', '', { found: id })
    return checking.findings
  })
}

/** A list of choices: what its columns name exists. */
function checkDirectory(world: World, { columns, items }: Directory, checking: Checking): void {
  for (const [index, column] of ((columns ?? []) as readonly Field[]).entries()) {
    const at = `/columns/${index}`
    if (column.type === 'file' || column.type === 'signature')
      checking.hint('not-supported-yet', at, { what: column.type, field: column.id })
    if (column.type === 'link')
      for (const [nth, id] of (column.to ?? []).entries()) checking.exists('unknown-type', `${at}/to/${nth}`, id, world.types)
    for (const [nth, item] of items.entries())
      if (item[column.id] !== undefined) checkFits(column, item[column.id], checking, `/items/${nth}/${column.id}`)
    if (column.type !== 'choice') continue
    if (typeof column.options === 'string' && !checking.exists('unknown-directory', `${at}/options`, column.options, world.directories))
      continue
    const options = typeof column.options === 'string' ? world.directories.get(column.options)?.items : column.options
    const ids = new Set((options ?? []).map(({ id }) => id))
    for (const [nth, item] of items.entries()) {
      const value = item[column.id]
      if (typeof value === 'string') checking.exists('unknown-item', `/items/${nth}/${column.id}`, value, ids)
    }
  }
}
