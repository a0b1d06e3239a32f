/**
 * The shapes that the HTTP API answers with and is asked with: the one thing that the app imports from here.
 * Texts of definitions come as they are defined (`LocalText`), and the screen picks the reader's language.
 * A value that the reader may not see is not in any of these.
 */
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { Directory } from '../../schemas/generated/directory.ts'
import type { DocumentType, View } from '../../schemas/generated/document-type.ts'
import type { StripItem } from '../engine/approval/strip.ts'
import type { WorkingCalendar } from '../engine/calendar/calendar.ts'
import type { Card, CardValue, Rendered } from '../engine/card/card.ts'
import type { Available, AvailableAction, MyAssignment } from '../engine/document/available.ts'
import type { Change } from '../engine/document/command.ts'
import type { Assignment, Id, Instant, Process } from '../engine/document/state.ts'
import type { FailedCheck, Problem } from '../engine/problem.ts'
import type { Department, LocalText, Person } from '../engine/site.ts'

export type { AvailableAction, MyAssignment }

/** RFC 9457, `application/problem+json`. `title` and `detail` are in the caller's language; `problem` carries the facts. */
export interface ProblemAnswer {
  type: string
  title: string
  status: number
  detail: string
  instance?: string
  problem: Problem
}

/** `GET /api/session`: who I am and what this site offers me. */
export interface SessionAnswer {
  site: { name: string; languages: string[]; zone: string; empty: boolean; demo: boolean; release: number }
  person: Me | null
  /** In a demo office: everybody whose shoes may be stepped into. */
  demoPeople: PersonRef[]
  menu: MenuEntry[]
}

export interface Me extends PersonRef {
  email: string | null
  language: string
  roles: string[]
  administrator: boolean
  designer: boolean
}

export interface MenuEntry {
  type: string
  kind: 'document' | 'record' | 'activity' | 'single'
  /** What one of them is called, and the list of them. */
  label: LocalText
  plural: LocalText
  mayCreate: boolean
}

export interface PersonRef {
  id: Id
  name: string
  /** What they do here: the label of their first role, group or department. */
  what: LocalText | null
  left?: boolean
}

/** `GET /api/people/{id}`: a colleague, how to reach them, and who stands in while they are away. */
export interface PersonAnswer extends PersonRef {
  email: string | null
  department: LocalText | null
  manager: PersonRef | null
  away: { to: Instant; substitute: PersonRef | null } | null
}

/** A link's target, by the title that the reader may see. */
export interface DocumentRef {
  type: string
  id: Id
  number: string | null
  title: Rendered
  status: string
}

/** `GET /api/setup`, only while the site is empty. */
export interface SetupAnswer {
  demoAllowed: boolean
  templates: { id: string; label: LocalText; text: LocalText; version: string; people: number; samples: number }[]
  countries: { id: string; label: LocalText; nextHoliday: string | null }[]
  zones: string[]
}

/** `POST /api/setup`. */
export interface SetupRequest {
  organisation: string
  name: string
  email: string
  password: string
  language: string
  zone: string
  country: string | null
  hours: { from: string; to: string }
  templates: string[]
}

/** `GET /api/types/{type}`: what a form and a list of that type need. The same for one program for ever: `GET /api/programs/{hash}`. */
export interface TypeAnswer {
  program: string
  /** As released, less the fields that the reader may never see. */
  type: DocumentType
  schema: ApprovalSchema | null
  /** Directories that its fields choose from, by id. */
  directories: Record<string, Directory>
  mayCreate: boolean
  mayExport: boolean
  views: View[]
}

/** A page of a list: `after` fetches the next one; null at the end. */
export interface Page<Item> {
  items: Item[]
  after: string | null
  /** At most `capped` are counted; more shows as "1,000+". */
  count?: { total: number; capped: boolean }
}

/** A row of `GET /api/documents/{type}?view&filter&sort&search&after&limit`. `filter` is FEEL, `sort` is `field` or `-field`. */
export interface RegistryRow extends DocumentRef {
  author: Id
  createdOn: Instant
  updatedOn: Instant
  /** Only the columns asked for, and only what the reader may see. */
  card: Card
  /** Whom it waits for now. */
  waitsFor: { person: Id | null; pool: LocalText | null; due: Instant | null; node: string }[]
  revision: number
}

export interface RegistryPage extends Page<RegistryRow> {
  /** Titles of what the rows' links point at, by `<type>/<id>`. */
  linked: Record<string, DocumentRef>
  people: Record<Id, PersonRef>
}

/** `GET /api/search?q&limit`: what the words find among what the reader may read; best first, number and title before other words. */
export interface SearchAnswer {
  documents: FoundDocument[]
  people: PersonRef[]
}

export interface FoundDocument extends DocumentRef {
  kind: MenuEntry['kind']
  typeLabel: LocalText
  /** Its status as the newest release calls and colours it; null where the type has none. */
  shownStatus: { label: LocalText; color?: 'green' | 'yellow' | 'red' | 'blue'; closed?: boolean; first: boolean } | null
  updatedOn: Instant
}

/** `GET /api/documents/{type}/{id}`; the `ETag` is its revision. */
export interface DocumentAnswer extends DocumentRef {
  program: string
  author: Id
  createdOn: Instant
  updatedOn: Instant
  closedOn: Instant | null
  revision: number
  /** Visible values, formulas and roll-ups included. */
  card: Card
  /** Fields that are hidden by who may see them are not named; of the rest: what may be changed now. */
  editable: string[]
  process: ProcessAnswer | null
  /** Buttons of the stage, the fork, the bar and anywhere, for this reader. */
  actions: readonly AvailableAction[]
  /** What waits for this reader here. */
  mine: readonly MyAssignment[]
  /** Commands on the whole document that the reader may give now: `withdraw`, `suspend`, `return`… */
  commands: readonly string[]
  /** Commands that the reader may give on what is asked of others: `reassign`, `skip`, `extend`… */
  others: Available['others']
  failing: FailedCheck[]
  linked: Record<string, DocumentRef>
  people: Record<Id, PersonRef>
  /** Commands of the clock or of other documents that were refused and want somebody's eye. */
  refused: { at: Instant; what: string; problem: Problem }[]
}

/** The process as its state, with each node's place in the route strip computed. */
export interface ProcessAnswer {
  state: Process
  strip: readonly StripItem[]
}

/** A row of `GET /api/assignments`: what waits for me. */
export interface InboxRow {
  assignment: Id
  document: DocumentRef & { author: Id; typeLabel: LocalText }
  node: string
  label: LocalText
  /** The person in whose pool or hands it is. */
  state: 'pool' | 'open'
  pool: LocalText | null
  from: Id | null
  since: Instant
  due: Instant | null
  late: boolean
  /** One figure that tells most about it: the type's first money field. */
  amount: { value: number; currency: string | null } | null
}

export interface InboxPage extends Page<InboxRow> {
  people: Record<Id, PersonRef>
}

/** `POST /api/assignments/{id}/decision`. */
export interface DecisionRequest {
  outcome: string
  comment?: string
  reason?: string
  sawRevision?: number
  password?: string
  changes?: Change[]
  overrides?: Record<string, string>
}

/** `POST /api/documents/{type}/{id}/actions`. */
export interface ActionRequest {
  node: string
  action: string
  comment?: string
  changes?: Change[]
  overrides?: Record<string, string>
  token?: Id
}

/** `PATCH /api/documents/{type}/{id}` with `If-Match`. */
export interface EditRequest {
  changes: Change[]
  /** A reason for each failing check that I may let pass. */
  overrides?: Record<string, string>
}

/** `GET /api/documents/{type}/{id}/history`, newest first. */
export interface HistoryEntry {
  sequence: number
  at: Instant
  by: Id | null
  for: Id | null
  what: string
  node: string | null
  nodeLabel: LocalText | null
  action: string | null
  actionLabel: LocalText | null
  person: Id | null
  comment: string | null
  reason: string | null
  changes: { path: string; label: LocalText; before: CardValue | null; after: CardValue | null }[]
  details: Record<string, string | number | null>
}

export interface HistoryPage extends Page<HistoryEntry> {
  people: Record<Id, PersonRef>
  linked: Record<string, DocumentRef>
}

/** `GET /api/documents/{type}/{id}/at?on=<instant>`: the card as it was, under today's rights. */
export interface PastAnswer {
  at: Instant
  sequence: number
  program: string
  status: string
  number: string | null
  title: Rendered
  card: Card
  linked: Record<string, DocumentRef>
  people: Record<Id, PersonRef>
}

/** A row of `GET /api/notices`, newest first. */
export interface NoticeRow {
  id: Id
  at: Instant
  read: Instant | null
  about: string
  text: Rendered
  document: DocumentRef | null
  assignment: Id | null
}

export interface NoticesPage extends Page<NoticeRow> {
  unread: number
}

/** `GET /api/failures`: deliveries that were given up and commands of the clock that keep failing. */
export interface FailureRow {
  id: string
  kind: string
  document: DocumentRef | null
  to: string | null
  attempts: number
  lastError: string
  at: Instant
}

/** Server-sent on `GET /api/live`: what to ask anew. */
export type LiveMessage =
  | { kind: 'document'; type: string; id: Id; revision: number }
  | { kind: 'inbox' }
  | { kind: 'notices'; unread: number }
  | { kind: 'release'; release: number }

/** `GET /api/releases`, `POST /api/releases`. */
export interface ReleaseRow {
  number: number
  at: Instant
  by: Id | null
  message: string
  items: { kind: DefinitionKind; id: string; hash: string; change: 'added' | 'changed' | 'removed' }[]
}

/** `GET /api/definitions`, for designers: the newest release and the office around it. */
export interface DefinitionsAnswer {
  release: number
  items: { kind: DefinitionKind; id: string; hash: string; body: unknown }[]
  organisation: {
    people: readonly Person[]
    roles: readonly { id: string; label: LocalText }[]
    groups: readonly { id: string; label: LocalText; members: readonly Id[] }[]
    departments: readonly Department[]
    calendar: WorkingCalendar
    /** The names of the webhooks that have an address. */
    webhooks: readonly string[]
    zone: string
    languages: readonly string[]
  }
}

export type DefinitionKind = 'document-type' | 'approval-schema' | 'reminder-rule' | 'directory' | 'print-form'

export interface DraftRow {
  kind: DefinitionKind
  id: string
  body: unknown
  base: string | null
  revision: number
  updatedOn: Instant
  by: Id | null
}

/** Used by the sheet of approvals: an assignment with its seat's line resolved. */
export type SheetAssignment = Assignment

/** `GET /api/office`, for the administrator. */
export interface OfficeAnswer {
  people: OfficePerson[]
  roles: OfficeLabel[]
  groups: OfficeLabel[]
  departments: OfficeDepartment[]
  /** Working calendars that people may have instead of the office's own. */
  calendars: { id: string; label: LocalText }[]
  absences: Absence[]
}

/** A role, group or department; `usedBy`: the definitions in use that name it. */
export interface OfficeLabel {
  id: string
  label: LocalText
  usedBy: { kind: 'document-type' | 'approval-schema' | 'reminder-rule'; id: string; label: LocalText }[]
}

export interface OfficeDepartment extends OfficeLabel {
  /** The department that it belongs to. */
  parent: string | null
  head: Id | null
}

/** A working calendar with its name; the office's own has none. */
export type NamedCalendar = WorkingCalendar & { readonly label?: LocalText }

/** `GET /api/office/calendars`, for the administrator. */
export interface CalendarsAnswer {
  /** The office's own (`site`) comes first. */
  items: { id: string; calendar: NamedCalendar; people: number }[]
  /** ISO 3166 code of the country whose holidays were taken; null: none. */
  country: string | null
  countries: { id: string; label: string }[]
}

/** `GET /api/office/holidays?country&year`. */
export interface HolidaysAnswer {
  items: { date: string; name: string }[]
}

/** Somebody is away from one moment to another; `openToo`: the substitute takes over what is open, too. */
export interface Absence {
  id: Id
  person: Id
  substitute: Id
  from: Instant
  to: Instant
  openToo: boolean
}

/** `GET /api/office/absences`: what has not ended of my own absences and of those where I stand in, the earliest first. */
export interface AbsencesAnswer {
  items: Absence[]
  after: null
  people: Record<Id, PersonRef>
}

export interface OfficePerson extends PersonRef {
  email: string | null
  language: string
  department: string | null
  manager: Id | null
  /** Their own working calendar; null: the office's. */
  calendar: string | null
  /** The amount up to which they may sign, for steps that ask only who may; null: none is said. */
  signingLimit: number | null
  roles: string[]
  groups: string[]
  /** Whether they have a password. */
  maySignIn: boolean
}

/** `GET /api/office/webhooks`, for the administrator: their addresses by the names that schemas use, and the key that receivers check them by. */
export interface WebhooksAnswer {
  /** `usedBy`: the definitions in use that call it; one without an address, which nothing would reach, has no `url`. */
  items: { id: string; url: string | null; usedBy: OfficeLabel['usedBy'] }[]
  /** `whsec_…`, as Standard Webhooks libraries take it. */
  key: string
}

/** `POST /api/definitions/reminder-preview`: what a drafted reminder rule would say on the site's real documents, the earliest first. */
export interface ReminderPreviewAnswer {
  from: Instant
  to: Instant
  items: ReminderPreviewItem[]
  /** How many more there are on documents that the reader may not read. */
  hidden: number
  /** Whether there are so many that not all were looked at. */
  more: boolean
  people: Record<Id, PersonRef>
  /** Days off of the office in that time that are no weekend, `2026-12-01`. */
  holidays: string[]
}

export interface ReminderPreviewItem {
  at: Instant
  /** When it would have come, where a day off moved it to another day. */
  movedFrom: Instant | null
  /** The step of the rule, and for the how many-th time it speaks, from 0. */
  step: number
  round: number
  document: DocumentRef
  by: ('program' | 'email' | 'webhook')[]
  text: Rendered
  /** Who is told, and by which entry of the step's audience. */
  to: { person: Id; because: number }[]
}

/** A rehearsal that was kept while trying out: `GET /api/scenarios`. */
export interface ScenarioRow {
  id: string
  body: unknown
  revision: number
  updatedOn: Instant
  by: Id | null
}

/** A ready-made set as the gallery shows it: `GET /api/templates`. */
export interface TemplateRow {
  id: string
  label: LocalText
  text: LocalText
  version: string
  languages: string[]
  counts: { types: number; schemas: number; rules: number; directories: number; scenarios: number }
  /** Whether the office has its definitions, by their ids. */
  installed: 'no' | 'partly' | 'yes'
  /** How many of them the office has otherwise. */
  otherwise: number
  /** Its largest approval schema, for the picture. */
  schema: ApprovalSchema | null
}

/** `GET /api/templates/{id}`: what installing it would add and change here. */
export interface TemplateAnswer extends TemplateRow {
  definitions: { kind: DefinitionKind; id: string; body: object; standing: 'new' | 'same' | 'otherwise' }[]
  /** Roles, groups and departments that the office has not. */
  structure: { roles: Labelled[]; groups: Labelled[]; departments: Labelled[] }
}

interface Labelled {
  id: string
  label: LocalText
}

/** `GET /api/moves`: how many running documents of each type are not on the newest release; types without any are left out. */
export interface BehindAnswer {
  items: { type: string; count: number }[]
}

/** `POST /api/moves` as a dry run: a page of what would become of documents; `after`: where the next page begins. */
export interface MoveLookAnswer {
  items: PlannedMove[]
  after: Id | null
}

/** `POST /api/moves`: a page of what was moved, and of what was not and stays as it is. */
export interface MovedAnswer {
  moved: Id[]
  refused: PlannedMove[]
  after: Id | null
}

export interface PlannedMove extends Omit<PlannedDocument, 'obstacles'> {
  /** The steps because of which it cannot move, with those of the newest release that each may stand for. */
  obstacles: (PlannedDocument['obstacles'][number] & { to: PlannedDocument['at'] })[]
  /** Why it cannot move, or was not moved; null where it can. */
  problem: Problem | null
}

/** `POST /api/moves/plan`: what would become of the running documents if these drafts were in use. */
export interface MovesPlanAnswer {
  items: PlannedDocument[]
  counts: { follows: number; canMove: number; cannotMove: number; stays: number }
  /** Whether there are so many that not all were looked at. */
  more: boolean
}

export interface PlannedDocument {
  type: string
  id: Id
  /** Null where the reader may not read the document. */
  title: Rendered | null
  number: string | null
  fate: 'follows' | 'can-move' | 'cannot-move' | 'stays'
  /** The steps where it is. */
  at: { node: string; label: LocalText }[]
  /** The steps because of which it cannot move. */
  obstacles: { node: string; label: LocalText; why: 'missing' | 'other-kind' | 'other-block' }[]
}
