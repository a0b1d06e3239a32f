/**
 * What is live for everybody: the organisation, the directories, the calendars and the newest release. It changes
 * rarely, is loaded whole, and is kept in the process under the site's `rev`; a new `rev` is a new value.
 */
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { Directory } from '../../schemas/generated/directory.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'
import type { WorkingCalendar } from './calendar/calendar.ts'
import type { Id, Instant } from './document/state.ts'

export interface Site {
  readonly rev: number
  readonly name: string
  /** First language is the office's own: what a title falls back to. */
  readonly languages: readonly string[]
  readonly zone: string
  readonly calendar: WorkingCalendar
  /** Every working calendar by its id; the office's own is `site`. */
  readonly calendars?: ReadonlyMap<string, WorkingCalendar>
  readonly people: ReadonlyMap<Id, Person>
  readonly departments: ReadonlyMap<string, Department>
  readonly roles: ReadonlyMap<string, { readonly id: string; readonly label: LocalText }>
  readonly groups: ReadonlyMap<string, { readonly id: string; readonly label: LocalText; readonly members: readonly Id[] }>
  readonly substitutions: readonly Substitution[]
  /** The newest release. */
  readonly release: number
  readonly types: ReadonlyMap<string, DocumentType>
  readonly schemas: ReadonlyMap<string, ApprovalSchema>
  readonly rules: ReadonlyMap<string, ReminderRule>
  readonly directories: ReadonlyMap<string, Directory>
  /** Where other programs are told, by the names that automations use. */
  readonly webhooks?: ReadonlyMap<string, { readonly url: string }>
}

export type LocalText = string | { readonly [language: string]: string }

export interface Person {
  readonly id: Id
  readonly name: string
  readonly email: string | null
  readonly language: string
  readonly department: string | null
  readonly manager: Id | null
  /** Office roles, and the site's own `administrator` and `designer`. */
  readonly roles: readonly string[]
  /** Their own working calendar, where it differs from the site's. */
  readonly calendar: WorkingCalendar | null
  /** No longer works here: is never asked, stays in the history. */
  readonly left: boolean
  /** Further attributes for `where` over `person.`, such as a signing limit. */
  readonly attributes: { readonly [name: string]: string | number | boolean }
}

export interface Department {
  readonly id: string
  readonly label: LocalText
  readonly parent: string | null
  readonly head: Id | null
}

export interface Substitution {
  readonly id: Id
  readonly person: Id
  readonly substitute: Id
  readonly from: Instant
  readonly to: Instant
  /** Take over what is already open too. */
  readonly openToo: boolean
}
