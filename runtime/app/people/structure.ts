import type { OfficeAnswer, OfficeDepartment, OfficeLabel, OfficePerson } from '../../api/answers.ts'
import type { Texts } from '../language/texts.tsx'

/** What an office is made of beside its people. */
export type StructureKind = 'roles' | 'groups' | 'departments'

/** One of them as a line of its list; `depth`: how many departments it lies within. */
export interface StructureRow {
  readonly one: OfficeLabel | OfficeDepartment
  readonly name: string
  readonly depth: number
  readonly people: readonly OfficePerson[]
}

/** Who works here and has the role, is in the group or belongs to the department. */
export const peopleOf = (office: OfficeAnswer, kind: StructureKind, id: string): OfficePerson[] =>
  office.people.filter((person) => !person.left && (kind === 'departments' ? person.department === id : person[kind].includes(id)))

/** The lines of a list, by name; departments below the one that they belong to. */
export function structureRows(office: OfficeAnswer, kind: StructureKind, { of, locale }: Pick<Texts, 'of' | 'locale'>): StructureRow[] {
  const collator = new Intl.Collator(locale)
  const rows = office[kind]
    .map((one) => ({ one, name: of(one.label), depth: 0, people: peopleOf(office, kind, one.id) }))
    .sort((a, b) => collator.compare(a.name, b.name))
  if (kind !== 'departments') return rows
  const known = new Set(office.departments.map(({ id }) => id))
  const parentOf = (row: StructureRow) => {
    const { parent } = row.one as OfficeDepartment
    return parent !== null && known.has(parent) ? parent : null
  }
  const below = Map.groupBy(rows, parentOf)
  const tree = (parent: string | null, depth: number): StructureRow[] =>
    (below.get(parent) ?? []).flatMap((row) => [{ ...row, depth }, ...tree(row.one.id, depth + 1)])
  return tree(null, 0)
}

/** The departments that another may belong to: neither itself nor what lies within it. */
export function possibleParents(office: OfficeAnswer, id: string | null): OfficeDepartment[] {
  const within = (department: OfficeDepartment): boolean => {
    for (let at: OfficeDepartment | undefined = department, steps = 0; at && steps <= office.departments.length; steps++) {
      if (at.id === id) return true
      const { parent }: OfficeDepartment = at
      at = office.departments.find((one) => one.id === parent)
    }
    return false
  }
  return office.departments.filter((department) => !within(department))
}
