import type { WorkingCalendar } from '../../runtime/engine/calendar/calendar.ts'
import type { Site } from '../../runtime/engine/site.ts'
import { definitionsOf, type EditedKind, type Workspace } from '../model/workspace.ts'

const made = new WeakMap<Workspace, Site>()

/** The office as the drafts would have it: what the engine is asked with while somebody draws. The same value for the same workspace. */
export function previewSite(workspace: Workspace, calendar: WorkingCalendar): Site {
  const known = made.get(workspace)
  if (known && known.calendar === calendar) return known
  const byId = <K extends EditedKind>(kind: K) => new Map(definitionsOf(workspace, kind).map((body) => [body.id, body]))
  const nobody = new Map<never, never>()
  const { organisation } = workspace
  const site: Site = {
    rev: 0,
    name: '',
    languages: workspace.languages,
    zone: calendar.zone,
    calendar,
    people: organisation?.people ?? nobody,
    departments: organisation?.departments ?? nobody,
    roles: organisation?.roles ?? nobody,
    groups: organisation?.groups ?? nobody,
    substitutions: [],
    release: 0,
    types: byId('document-type'),
    schemas: byId('approval-schema'),
    rules: byId('reminder-rule'),
    directories: byId('directory'),
  }
  made.set(workspace, site)
  return site
}
