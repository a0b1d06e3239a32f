import type { OfficeAnswer, OfficePerson } from '../../api/answers.ts'
import type { Texts } from '../language/texts.tsx'
import { withoutDiacritics } from '../language/without-diacritics.ts'

/** The people who have every word typed somewhere in what the list says of them; those who left only where they are asked for. */
export function peopleFound(office: OfficeAnswer, typed: string, withLeft: boolean, { of, locale }: Texts): OfficePerson[] {
  const words = withoutDiacritics(typed).split(/\s+/).filter(Boolean)
  const collator = new Intl.Collator(locale)
  return office.people
    .filter((person) => {
      if (person.left && !withLeft) return false
      const said = [
        person.name,
        person.email ?? '',
        ...labelsOf(person.roles, office.roles, of),
        ...labelsOf(person.groups, office.groups, of),
        departmentOf(person, office, of),
      ]
      const text = withoutDiacritics(said.join(' '))
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => Number(a.left ?? false) - Number(b.left ?? false) || collator.compare(a.name, b.name))
}

/** What the ids are called, in the reader's language. */
export const labelsOf = (ids: readonly string[], among: OfficeAnswer['roles'], of: Texts['of']): string[] =>
  ids.flatMap((id) => of(among.find((one) => one.id === id)?.label) || id)

export const departmentOf = (person: OfficePerson, office: OfficeAnswer, of: Texts['of']): string =>
  of(office.departments.find(({ id }) => id === person.department)?.label)
