import { fromNumber } from '../expression/decimal.ts'
import type { Reference, Value } from '../expression/value.ts'
import type { Site } from '../site.ts'
import type { CardValue } from './card.ts'
import type { Field } from './field.ts'
import { toFeel } from './field-value.ts'
import { textIn } from './local-text.ts'

/** What stands behind a dot after a choice, a person or a department; null where there is none. */
export function organisationMember(site: Site, reference: Reference, member: string): Value {
  switch (reference.kind) {
    case 'choice':
      return reference.directory === undefined ? null : itemMember(site, reference.directory, reference.id, member)
    case 'person':
      return personMember(site, reference.id, member)
    case 'department':
      return departmentMember(site, reference.id, member)
    case 'link':
      return null
  }
}

function itemMember(site: Site, directoryId: string, itemId: string, member: string): Value {
  const directory = site.directories.get(directoryId)
  const item = directory?.items.find(({ id }) => id === itemId)
  if (!directory || !item) return null
  if (member === 'label') return textIn(item.label, site.languages[0] ?? 'en', site.languages)
  const column = (directory.columns as readonly Field[] | undefined)?.find(({ id }) => id === member)
  return column ? toFeel(column, item[member] as CardValue | undefined, site) : null
}

function personMember(site: Site, id: string, member: string): Value {
  const person = site.people.get(id)
  if (!person) return null
  switch (member) {
    case 'name':
    case 'email':
    case 'language':
      return person[member]
    case 'department':
      return person.department === null ? null : { kind: 'department', id: person.department }
    case 'manager':
      return person.manager === null ? null : { kind: 'person', id: person.manager }
    case 'roles':
      return [...person.roles]
    case 'groups':
      return [...site.groups.values()].filter(({ members }) => members.includes(id)).map((group) => group.id)
  }
  const attribute = Object.hasOwn(person.attributes, member) ? person.attributes[member] : undefined
  return typeof attribute === 'number' ? fromNumber(attribute) : (attribute ?? null)
}

function departmentMember(site: Site, id: string, member: string): Value {
  const department = site.departments.get(id)
  if (!department) return null
  switch (member) {
    case 'label':
    case 'name':
      return textIn(department.label, site.languages[0] ?? 'en', site.languages)
    case 'parent':
      return department.parent === null ? null : { kind: 'department', id: department.parent }
    case 'head':
      return department.head === null ? null : { kind: 'person', id: department.head }
    default:
      return null
  }
}
