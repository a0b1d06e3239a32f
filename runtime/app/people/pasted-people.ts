import type { OfficeAnswer, OfficePerson } from '../../api/answers.ts'
import type { Texts } from '../language/texts.tsx'
import { withoutDiacritics } from '../language/without-diacritics.ts'
import { pastedCells } from '../ui/pasted-cells.ts'

/** A column of a list of people. */
export const peopleColumns = ['name', 'email', 'department', 'manager', 'roles', 'groups', 'language'] as const
export type PeopleColumn = (typeof peopleColumns)[number]

/** What stands in a cell and cannot be taken as it is. */
export interface PastedFault {
  readonly column: PeopleColumn
  readonly found: string
}

/** A line of a pasted list: who comes of it, whether they are here already, and what of it was not understood. */
export interface PastedPerson {
  readonly person: Pick<OfficePerson, 'id' | 'name' | 'email' | 'department' | 'manager' | 'roles' | 'groups' | 'language'>
  readonly known: boolean
  readonly faults: readonly PastedFault[]
}

/** More than this at once is not sent. */
export const mostPeople = 500

interface Reading {
  readonly office: OfficeAnswer
  /** What a column may be called in the first line. */
  readonly heads: Readonly<Record<PeopleColumn, readonly string[]>>
  readonly texts: Pick<Texts, 'of' | 'language'>
  readonly newId: () => string
}

/**
 * Reads people from a spreadsheet. A first line that names the columns says what stands where; otherwise they come in the
 * order of `peopleColumns`. Somebody is known by their e-mail address, or by their name where that is only theirs; of whom is
 * known, cells that are blank or not pasted change nothing. Departments, roles and groups are meant by their names or ids,
 * several of them apart by commas; a manager by name or address, also one of the same list.
 */
export function readPeople(text: string, { office, heads, texts, newId }: Reading): readonly PastedPerson[] {
  const lines = pastedCells(text)
  const named = lines[0]?.map((cell) => peopleColumns.find((column) => heads[column].some((head) => same(head, cell)))) ?? []
  const hasHead = named.filter(Boolean).length > (named.length > 1 ? 1 : 0)
  const order = hasHead ? named : peopleColumns
  const rows = lines.slice(hasHead ? 1 : 0, mostPeople + (hasHead ? 1 : 0)).flatMap((line) => {
    const cells: Partial<Record<PeopleColumn, string>> = {}
    for (const [index, cell] of line.entries()) {
      const column = order[index]
      if (column && cell !== '') cells[column] = cell
    }
    if (!cells.name && !cells.email) return []
    const present = presentPerson(office, cells)
    return [{ cells, present, id: present?.id ?? newId() }]
  })
  const others = rows.map(({ id, cells, present }) => ({
    id,
    name: cells.name ?? present?.name ?? '',
    email: cells.email ?? present?.email ?? null,
  }))
  return rows.map(({ cells, present, id }) => {
    const faults: PastedFault[] = []
    const fault = (column: PeopleColumn, found: string) => {
      faults.push({ column, found })
      return undefined
    }
    const among = (column: 'department' | 'roles' | 'groups', cell: string): string | undefined => {
      const list = office[column === 'department' ? 'departments' : column]
      return list.find((one) => same(one.id, cell) || same(texts.of(one.label), cell))?.id ?? fault(column, cell)
    }
    const several = (column: 'roles' | 'groups'): string[] =>
      cells[column] === undefined
        ? [...(present?.[column] ?? [])]
        : [...new Set(cells[column].split(/[,;]/).flatMap((cell) => (cell.trim() === '' ? [] : (among(column, cell.trim()) ?? []))))]
    if (!cells.name && !present) fault('name', '')
    const email =
      cells.email === undefined ? (present?.email ?? null) : /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(cells.email) ? cells.email : null
    if (cells.email !== undefined && email === null) fault('email', cells.email)
    const manager = cells.manager === undefined ? undefined : managerIn([...others, ...office.people], cells.manager)
    if (cells.manager !== undefined && (!manager || manager === id)) fault('manager', cells.manager)
    const language = cells.language === undefined ? undefined : /^(ro|en)/i.exec(cells.language)?.[1]?.toLowerCase()
    if (cells.language !== undefined && !language) fault('language', cells.language)
    return {
      known: present !== undefined,
      faults,
      person: {
        id,
        name: cells.name ?? present?.name ?? '',
        email,
        department: cells.department === undefined ? (present?.department ?? null) : (among('department', cells.department) ?? null),
        manager: manager && manager !== id ? manager : (present?.manager ?? null),
        roles: several('roles'),
        groups: several('groups'),
        language: language ?? present?.language ?? texts.language,
      },
    }
  })
}

const same = (a: string, b: string): boolean => withoutDiacritics(a.trim()) === withoutDiacritics(b.trim())

function presentPerson(office: OfficeAnswer, cells: { readonly name?: string; readonly email?: string }): OfficePerson | undefined {
  const here = office.people.filter(({ left }) => !left)
  const byEmail = cells.email === undefined ? undefined : here.find(({ email }) => email !== null && same(email, cells.email!))
  if (byEmail || cells.name === undefined) return byEmail
  const byName = here.filter(({ name }) => same(name, cells.name!))
  // The same name with another address is somebody else.
  return byName.length === 1 && (cells.email === undefined || byName[0]!.email === null) ? byName[0] : undefined
}

function managerIn(
  people: readonly { id: string; name: string; email: string | null; left?: boolean }[],
  cell: string,
): string | undefined {
  return people.find(({ name, email, left }) => !left && (same(name, cell) || (email !== null && same(email, cell))))?.id
}
