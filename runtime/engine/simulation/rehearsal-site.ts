import type { WorkingCalendar, WorkingHours } from '../calendar/calendar.ts'
import type { LocalText, Person, Site } from '../site.ts'
import type { TemplateSet } from './template-set.ts'

const day: readonly WorkingHours[] = [['09:00', '18:00']]

/**
 * The calendar of rehearsals: Monday to Friday, nine to six, without holidays, in one zone that has summer time. It is the
 * same on every machine and in every year, so that a rehearsal means the same wherever it runs.
 */
export const rehearsalCalendar: WorkingCalendar = {
  zone: 'Europe/Bucharest',
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  holidays: [],
}

/** The office that a template describes: its people under the ids that it gives them, its definitions as the newest release. */
export function rehearsalSite(set: TemplateSet, calendar: WorkingCalendar = rehearsalCalendar): Site {
  const { departments = [], roles = [], groups = [], people = [] } = set.people ?? {}
  const languages = set.template?.languages ?? ['en']
  const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
    new Map(items.map((item) => [item.id, item]))
  return {
    rev: 1,
    name: set.template?.id ?? '',
    languages,
    zone: calendar.zone,
    calendar,
    people: byId(
      people.map(
        ({ id, name, email, language, department, manager, roles: has, signingLimit }): Person => ({
          id,
          name,
          email: email ?? null,
          language: language ?? languages[0] ?? 'en',
          department: department ?? null,
          manager: manager ?? null,
          roles: has ?? [],
          calendar: null,
          left: false,
          attributes: signingLimit === undefined ? {} : { signingLimit },
        }),
      ),
    ),
    departments: byId(
      departments.map(({ id, label, parent, head }) => ({ id, label: label as LocalText, parent: parent ?? null, head: head ?? null })),
    ),
    roles: byId(roles.map(({ id, label }) => ({ id, label: label as LocalText }))),
    groups: byId(groups.map(({ id, label, members }) => ({ id, label: label as LocalText, members }))),
    substitutions: [],
    release: 1,
    types: byId(set.types),
    schemas: byId(set.schemas),
    rules: byId(set.rules),
    directories: byId(set.directories),
  }
}
