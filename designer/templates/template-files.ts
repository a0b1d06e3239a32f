import { textIn } from '../../runtime/engine/card/local-text.ts'
import { rehearsalCalendar } from '../../runtime/engine/simulation/rehearsal-site.ts'
import { runScenario } from '../../runtime/engine/simulation/run-scenario.ts'
import { folderOfKind } from '../../schemas/definition-kind.ts'
import type { People } from '../../schemas/generated/people.ts'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import type { Template } from '../../schemas/generated/template.ts'
import { idFrom } from '../model/ids.ts'
import { sourceOf } from '../model/source.ts'
import { type Definition, definitionAt, type EditedKind, type TargetKey, targetOf, type Workspace } from '../model/workspace.ts'
import { openedScenario, rehearsalSet, renamedScenario } from '../simulation/rehearsal-set.ts'
import { inReadingOrder } from '../source/in-reading-order.ts'
import type { ZipFile } from './zip.ts'

/** What the set is called. */
export interface SetNames {
  readonly label: string
  readonly text: string
  readonly version: string
}

export interface TemplateFiles {
  readonly id: string
  readonly files: readonly ZipFile[]
  /** Rehearsals about these types that do not pass in the office of the set, which works by other hours: they stay here. */
  readonly leftOut: readonly Scenario[]
}

/**
 * The files of a ready-made set of the chosen definitions, as they are drawn. The office comes along as examples: everybody
 * by what they do here instead of by name, without addresses, so that whoever tries the set finds somebody in each role.
 */
export function templateFiles(
  workspace: Workspace,
  chosen: readonly TargetKey[],
  { label, text, version }: SetNames,
  kept: readonly Scenario[],
): TemplateFiles {
  const whole = rehearsalSet(workspace)
  const { people, names } = examplesOf(whole.people, workspace)
  const bodies = chosen.map((key): readonly [EditedKind, Definition] => {
    const { kind, id } = targetOf(key)
    return [kind, renamed(definitionAt(workspace, kind, id)!, names)]
  })
  const of = <T>(kind: EditedKind) => bodies.filter(([each]) => each === kind).map(([, body]) => body) as unknown as readonly T[]
  const id = idFrom(label, 'kebab', [], 'exported')
  const template = { id, label, text, version, languages: [...workspace.languages] } as unknown as Template
  const set = {
    ...whole,
    template,
    people,
    types: of<(typeof whole.types)[number]>('document-type'),
    schemas: of<(typeof whole.schemas)[number]>('approval-schema'),
    rules: of<(typeof whole.rules)[number]>('reminder-rule'),
    directories: of<(typeof whole.directories)[number]>('directory'),
  }
  const types = new Set(set.types.map((type) => type.id))
  const about = kept
    .map(openedScenario)
    .filter(({ document, given = [] }) => [document, ...given].every(({ type }) => types.has(type)))
    .map((scenario) => renamedScenario(scenario, new Map([...names, ...documentNames(scenario)])))
  const passing = about.filter((scenario) => runScenario(set, scenario, rehearsalCalendar).passed)
  const file = (path: string, body: object): ZipFile => ({ path, text: sourceOf(inReadingOrder(body) as unknown as Definition) })
  return {
    id,
    files: [
      file('template.json', template),
      file('people.json', people),
      ...bodies.map(([kind, body]) => file(`${folderOfKind(kind)}/${body.id}.json`, body)),
      ...passing.map((scenario) => file(`scenarios/${scenario.id}.json`, scenario)),
    ],
    leftOut: about.filter((scenario) => !passing.includes(scenario)),
  }
}

/** The office with everybody called by what they do, and what each id is called now. */
function examplesOf(
  people: People | null,
  { organisation, languages }: Workspace,
): { readonly people: People; readonly names: ReadonlyMap<string, string> } {
  const labels = new Map(
    [...(organisation?.roles.values() ?? []), ...(organisation?.departments.values() ?? [])].map((one) => [one.id, one.label]),
  )
  const taken: string[] = []
  const names = new Map<string, string>()
  const shown = new Map<string, string>()
  for (const { id, roles = [], department } of people?.people ?? []) {
    const what = [...roles, department].find((each) => each !== undefined && labels.has(each))
    const said =
      what === undefined ? (languages[0] === 'ro' ? 'Coleg' : 'Colleague') : textIn(labels.get(what)!, languages[0] ?? 'en', languages)
    const count = [...shown.values()].filter((name) => name === said || name.startsWith(`${said} `)).length
    const name = idFrom(`${said} ${count + 1}`, 'kebab', taken, 'person')
    taken.push(name)
    names.set(id, name)
    shown.set(id, `${said} ${count + 1}`)
  }
  const call = <T extends string | undefined>(id: T): T => (id === undefined ? id : ((names.get(id) ?? id) as T))
  return {
    names,
    people: {
      ...people,
      departments: (people?.departments ?? []).map(({ head, ...one }) => ({ ...one, ...(head !== undefined && { head: call(head) }) })),
      groups: (people?.groups ?? []).map((group) => ({ ...group, members: group.members.map((member) => call(member)) })),
      people: (people?.people ?? []).map(({ id, manager, ...one }) => ({
        ...one,
        id: call(id),
        name: shown.get(id)!,
        ...(manager !== undefined && { manager: call(manager) }),
      })),
    },
  }
}

/** The documents of a rehearsal by what they are, for ids of this site mean nothing elsewhere. */
function documentNames({ given = [] }: Scenario): ReadonlyMap<string, string> {
  return new Map(given.map(({ as, type }, index) => [as, `${type}-${index + 1}`]))
}

function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  return JSON.parse(JSON.stringify(value), (_, each: unknown) => (typeof each === 'string' ? (names.get(each) ?? each) : each)) as T
}
