import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { Directory } from '../../../schemas/generated/directory.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { WorkingCalendar } from '../calendar/calendar.ts'
import type { Department, Person, Site, Substitution } from '../site.ts'

/** Weekdays from nine to five in Bucharest; 30 November is a holiday. */
export const officeHours: WorkingCalendar = {
  zone: 'Europe/Bucharest',
  hours: {
    monday: [['09:00', '17:00']],
    tuesday: [['09:00', '17:00']],
    wednesday: [['09:00', '17:00']],
    thursday: [['09:00', '17:00']],
    friday: [['09:00', '17:00']],
  },
  holidays: ['2026-11-30'],
}

/** A person of the office, valid as it stands. */
export function aPerson(id: string, given: Partial<Person> = {}): Person {
  const name = id.charAt(0).toUpperCase() + id.slice(1)
  return {
    id,
    name,
    email: `${id}@example.org`,
    language: 'en',
    department: null,
    manager: null,
    roles: [],
    calendar: null,
    left: false,
    attributes: {},
    ...given,
  }
}

const staff: readonly Person[] = [
  aPerson('mihai', { roles: ['director'], department: 'office' }),
  aPerson('stefan', { department: 'legal', manager: 'mihai', roles: ['lawyer'] }),
  aPerson('ana', { department: 'legal', manager: 'stefan', roles: ['lawyer'], language: 'ro' }),
  aPerson('radu', { department: 'money', manager: 'mihai' }),
  aPerson('ioana', { department: 'money', manager: 'radu' }),
  aPerson('elena', { department: 'sales', manager: 'mihai' }),
  aPerson('daria', { department: 'office', roles: ['office-manager', 'administrator'] }),
  aPerson('vlad', { department: 'sales', manager: 'elena' }),
  aPerson('petru', { department: 'sales', left: true, roles: ['lawyer'] }),
]

const departments: readonly Department[] = [
  { id: 'office', label: 'Office', parent: null, head: 'mihai' },
  { id: 'legal', label: 'Legal', parent: 'office', head: 'stefan' },
  { id: 'money', label: 'Finance', parent: 'office', head: 'radu' },
  { id: 'sales', label: 'Sales', parent: 'office', head: 'elena' },
]

export const overdueReasons: Directory = {
  id: 'overdue-reasons',
  label: 'Reasons for being late',
  items: [
    { id: 'papers-missing', label: 'Papers are missing' },
    { id: 'fax', label: 'The fax was broken', retired: true },
  ],
}

export interface SiteParts {
  readonly people?: readonly Person[]
  readonly substitutions?: readonly Substitution[]
  readonly types?: readonly DocumentType[]
  readonly schemas?: readonly ApprovalSchema[]
  readonly directories?: readonly Directory[]
  readonly calendar?: WorkingCalendar
}

/**
 * An office: Mihai directs it, Ștefan and Ana are lawyers, Radu and Ioana are finance, Elena sells with Vlad, Daria manages
 * the office and administers the site, Petru has left. Further people are added; one of the same id takes the place.
 */
export function aSite({
  people = [],
  substitutions = [],
  types = [],
  schemas = [],
  directories = [overdueReasons],
  calendar = officeHours,
}: SiteParts = {}): Site {
  return {
    rev: 1,
    name: 'Office',
    languages: ['en', 'ro'],
    zone: calendar.zone,
    calendar,
    people: byId([...staff, ...people]),
    departments: byId(departments),
    roles: byId(['lawyer', 'director', 'office-manager'].map((id) => ({ id, label: id }))),
    groups: byId([{ id: 'finance', label: 'Finance', members: ['radu', 'ioana'] }]),
    substitutions,
    release: 1,
    types: byId(types),
    schemas: byId(schemas),
    rules: new Map(),
    directories: byId(directories),
  }
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}
