import type { TemplateSet } from '../../runtime/engine/simulation/template-set.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { People } from '../../schemas/generated/people.ts'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import { definitionsOf, type Workspace } from '../model/workspace.ts'

/**
 * The definitions as they are drawn and the people of this office, as an office in memory is opened with. People keep the ids
 * that the site gave them. Whoever left is not in it: nobody can play them.
 */
export function rehearsalSet(workspace: Workspace): TemplateSet {
  const { languages } = workspace
  return {
    template: { id: 'office', label: 'Office', text: 'This office', version: '1.0.0', languages: languages as [string, ...string[]] },
    types: definitionsOf(workspace, 'document-type'),
    schemas: definitionsOf(workspace, 'approval-schema'),
    rules: definitionsOf(workspace, 'reminder-rule'),
    directories: definitionsOf(workspace, 'directory'),
    printForms: [],
    people: peopleOf(workspace),
    samples: [],
    scenarios: [],
  }
}

function peopleOf({ organisation }: Workspace): People | null {
  if (!organisation) return null
  const present = [...organisation.people.values()].filter(({ left }) => !left)
  const here = new Set(present.map(({ id }) => id))
  return {
    departments: [...organisation.departments.values()].map(({ id, label, parent, head }) => ({
      id,
      label: label as LocalText & object,
      ...(parent !== null && { parent }),
      ...(head !== null && here.has(head) && { head }),
    })),
    roles: [...organisation.roles.values()].map(({ id, label }) => ({ id, label: label as LocalText & object })),
    groups: [...organisation.groups.values()].map(({ id, label, members }) => ({
      id,
      label: label as LocalText & object,
      members: members.filter((member) => here.has(member)),
    })),
    people: present.map(({ id, name, department, manager, roles, language, attributes }) => ({
      id,
      name,
      language,
      roles: [...roles],
      ...(department !== null && { department }),
      ...(manager !== null && here.has(manager) && { manager }),
      ...(typeof attributes.signingLimit === 'number' && { signingLimit: attributes.signingLimit }),
    })),
  }
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const bare = new RegExp(`^${uuid}$`)
const marked = new RegExp(`^of-(${uuid})$`)

/**
 * A rehearsal as it is kept: ids of this site's people and documents begin with a letter there, as the vocabulary wants, so they
 * are marked; everything else stays.
 */
export function keptScenario(scenario: Scenario): Scenario {
  return walked(scenario, (text) => (bare.test(text) ? `of-${text}` : text)) as Scenario
}

/** A kept rehearsal in the ids of this site. */
export function openedScenario(kept: Scenario): Scenario {
  return walked(kept, (text) => marked.exec(text)?.[1] ?? text) as Scenario
}

/** A rehearsal with ids called otherwise: for a set that leaves this office. */
export function renamedScenario(scenario: Scenario, names: ReadonlyMap<string, string>): Scenario {
  return walked(scenario, (text) => names.get(text) ?? text) as Scenario
}

function walked(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value)
  if (Array.isArray(value)) return value.map((each) => walked(each, rename))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walked(each, rename)]))
}
