// Generated from ../approval-schema.schema.json by generate.ts. Do not edit.
import type { Audience } from './audience.ts'
import type { Automation } from './automation.ts'
import type { Color, Counting, DayOff, Duration, Feel, FieldId, Hour, Id, Path, SchemaAddress, SchemaVersion, Text } from './common.ts'
import type { TimeStep } from './time-step.ts'

/**
 * A node of the way.
 */
export type SchemaNode = StageNode | ApprovalNode | TaskNode | DecisionNode | ForkNode | JoinNode | WaitNode | AutomationNode | EndNode
/**
 * Something that a person may do with what waits for somebody.
 */
export type AllowedCommand =
  | 'delegate'
  | 'forward'
  | 'ask-opinion'
  | 'add-approver'
  | 'reassign'
  | 'drop-seat'
  | 'withdraw'
  | 'suspend'
  | 'resume'
  | 'skip'
  | 'return'
  | 'extend'
  | 'close-vote'
  | 'move'
/**
 * By when, and what happens before and after.
 */
export type Deadline = (
  | {
      /**
       * How long after the document came here.
       */
      within: Duration
      on?: undefined
    }
  | {
      within?: undefined
      /**
       * The date field that says when.
       */
      on: Path
    }
) & {
  /**
   * What is counted; round the clock if left out.
   */
  in?: Counting
  /**
   * The hour of the day at which it is due.
   */
  hour?: Hour
  /**
   * What happens when it falls on a day off.
   */
  dayOff?: DayOff
  /**
   * Of the schema: the node from which it counts; the start if left out.
   */
  from?: Id
  /**
   * The nodes where it stops.
   */
  pauseAt?: Id[]
  /**
   * The directory from which a late answer must give a reason.
   */
  reason?: Id
  /**
   * What happens before, on and after.
   */
  steps?: TimeStep[]
}
/**
 * One thing to wait for.
 */
export type WaitFor = (
  | {
      /**
       * The date field; at the beginning of that day, or at `hour`.
       */
      date: Path
      after?: undefined
      when?: undefined
      passed?: undefined
    }
  | {
      date?: undefined
      /**
       * How long.
       */
      after: Duration
      when?: undefined
      passed?: undefined
    }
  | {
      date?: undefined
      after?: undefined
      /**
       * What has to become true.
       */
      when: Feel
      passed?: undefined
    }
  | {
      date?: undefined
      after?: undefined
      when?: undefined
      /**
       * The node of a parallel branch that must be passed.
       */
      passed: Id
    }
) & {
  /**
   * What `after` counts.
   */
  in?: Counting
  /**
   * The hour of the day.
   */
  hour?: Hour
  /**
   * What happens when it falls on a day off.
   */
  dayOff?: DayOff
  /**
   * The outcome; `done` if left out.
   */
  on?: Id
}

/**
 * The way that a document travels: nodes joined by routes.
 */
export interface ApprovalSchema {
  /**
   * The address of the JSON Schema, for editors.
   */
  $schema?: SchemaAddress
  /**
   * The version of the language; may be left out for 1.
   */
  schemaVersion?: SchemaVersion
  /**
   * Its id.
   */
  id: Id
  /**
   * What people call it.
   */
  label: Text
  /**
   * The node at which documents begin.
   */
  start: Id
  /**
   * By when the whole way has to be done.
   */
  deadline?: Deadline
  /**
   * Who may delegate, reassign, suspend and so on.
   */
  allow?: AllowRule[]
  /**
   * Buttons that work wherever the document is.
   */
  anywhere?: AnywhereAction[]
  /**
   * Stages that people walk along a bar.
   */
  bar?: StatusBar
  /**
   * What documents come through.
   */
  nodes: SchemaNode[]
  /**
   * The arrows between the nodes.
   */
  routes: Route[]
}
/**
 * What every node may have, of whatever kind.
 */
export interface NodeBase {
  /**
   * The name by which routes know it.
   */
  id: Id
  /**
   * What people see.
   */
  label?: Text
  /**
   * The status that the document gets here; it keeps the one it had if left out.
   */
  status?: Id
  /**
   * The colour of its drawing.
   */
  color?: Color
  /**
   * Where it stands on the canvas.
   *
   * @minItems 2
   * @maxItems 2
   */
  xy?: [number, number]
  /**
   * The fork in whose block it lies.
   */
  in?: Id
}
/**
 * The document rests until somebody takes an action.
 */
export interface StageNode extends NodeBase {
  /**
   * Which kind this is.
   */
  kind: 'stage'
  /**
   * Who may change what while the document is here; nobody if left out.
   */
  edit?: EditRule[]
  /**
   * The buttons of this node.
   */
  actions?: Action[]
  /**
   * By when, and what happens before and after.
   */
  deadline?: Deadline
  /**
   * What the program does when the document comes here.
   */
  onEnter?: Automation[]
  /**
   * Who may delegate, reassign, suspend and so on here; takes the place of what the schema says for the same commands.
   */
  allow?: AllowRule[]
  /**
   * What those who are asked read.
   */
  text?: Text
  /**
   * What must be filled to come here, by any way.
   */
  needs?: Path[]
  /**
   * A document that rests here moves along with the newest version.
   */
  follows?: 'newest'
}
/**
 * People give their decisions.
 */
export interface ApprovalNode extends NodeBase {
  /**
   * Which kind this is.
   */
  kind: 'approval'
  /**
   * Who may change what while the document is here; nobody if left out.
   */
  edit?: EditRule[]
  /**
   * The buttons of this node.
   */
  actions?: Action[]
  /**
   * By when, and what happens before and after.
   */
  deadline?: Deadline
  /**
   * What the program does when the document comes here.
   */
  onEnter?: Automation[]
  /**
   * Who may delegate, reassign, suspend and so on here; takes the place of what the schema says for the same commands.
   */
  allow?: AllowRule[]
  /**
   * What those who are asked read.
   */
  text?: Text
  /**
   * What must be filled to come here, by any way.
   */
  needs?: Path[]
  /**
   * Who is asked: the lines of the approval sheet.
   */
  ask: ApprovalLine[]
  /**
   * Who is never asked here.
   */
  except?: Audience
  /**
   * When it is decided; all of them if left out.
   */
  rule?:
    | ('all' | 'any' | 'majority' | 'lead')
    | {
        /**
         * How many must be for it.
         */
        atLeast: number
      }
  /**
   * All at once, one after the other, or the responsible one last.
   */
  order?: 'together' | 'in-order' | 'lead-last'
  /**
   * Whether one that is against ends it at once or after all have spoken.
   */
  rejection?: 'at-once' | 'after-all'
  /**
   * Who is asked when the document comes back: everybody, or who had not approved.
   */
  again?: 'everybody' | 'who-had-not-approved'
  /**
   * What becomes of those who have not answered when it is decided.
   */
  late?: 'withdraw' | 'let-finish'
  /**
   * Who is asked in place of a line that finds nobody.
   */
  ifNobody?: IfNobody
  /**
   * Whether a decision is signed.
   */
  sign?: 'none' | 'password'
  /**
   * Who may close the vote before all have answered.
   */
  close?: Audience
}
/**
 * People do a job and report.
 */
export interface TaskNode extends NodeBase {
  /**
   * Which kind this is.
   */
  kind: 'task'
  /**
   * Who may change what while the document is here; nobody if left out.
   */
  edit?: EditRule[]
  /**
   * The buttons of this node.
   */
  actions?: Action[]
  /**
   * By when, and what happens before and after.
   */
  deadline?: Deadline
  /**
   * What the program does when the document comes here.
   */
  onEnter?: Automation[]
  /**
   * Who may delegate, reassign, suspend and so on here; takes the place of what the schema says for the same commands.
   */
  allow?: AllowRule[]
  /**
   * What those who are asked read.
   */
  text?: Text
  /**
   * What must be filled to come here, by any way.
   */
  needs?: Path[]
  /**
   * Who is asked: the lines of the approval sheet.
   */
  ask: ApprovalLine[]
  /**
   * Who is never asked here.
   */
  except?: Audience
  /**
   * When it is decided; all of them if left out.
   */
  rule?:
    | ('all' | 'any' | 'majority' | 'lead')
    | {
        /**
         * How many must be for it.
         */
        atLeast: number
      }
  /**
   * All at once, one after the other, or the responsible one last.
   */
  order?: 'together' | 'in-order' | 'lead-last'
  /**
   * Whether one that is against ends it at once or after all have spoken.
   */
  rejection?: 'at-once' | 'after-all'
  /**
   * Who is asked when the document comes back: everybody, or who had not approved.
   */
  again?: 'everybody' | 'who-had-not-approved'
  /**
   * What becomes of those who have not answered when it is decided.
   */
  late?: 'withdraw' | 'let-finish'
  /**
   * Who is asked in place of a line that finds nobody.
   */
  ifNobody?: IfNobody
  /**
   * Whether a decision is signed.
   */
  sign?: 'none' | 'password'
  /**
   * Who may close the vote before all have answered.
   */
  close?: Audience
}
/**
 * The way divides: the first of its routes whose condition holds.
 */
export interface DecisionNode extends NodeBase {
  /**
   * Which kind this is.
   */
  kind: 'decision'
}
/**
 * Several ways go on at the same time.
 */
export interface ForkNode extends NodeBase {
  /**
   * Which kind this is.
   */
  kind: 'fork'
  /**
   * The table or list of which each item starts a branch.
   */
  each?: Path
  /**
   * The name of the item inside its branch.
   */
  as?: FieldId
  /**
   * Buttons that work while the block runs; each leaves it.
   */
  actions?: Action[]
  /**
   * By when the block has to be done.
   */
  deadline?: Deadline
  /**
   * Who may change what while the block runs.
   */
  edit?: EditRule[]
}
/**
 * Waits for the ways that its fork started.
 */
export interface JoinNode extends NodeBase {
  /**
   * Which kind this is.
   */
  kind: 'join'
  /**
   * The fork whose branches end here.
   */
  fork: Id
  /**
   * How many must arrive; all of them if left out.
   */
  rule?:
    | ('all' | 'any')
    | {
        /**
         * How many must arrive.
         */
        atLeast: number
      }
  /**
   * What becomes of the branches that still run.
   */
  rest?: 'withdraw' | 'let-finish'
}
/**
 * Waits until something comes true.
 */
export interface WaitNode extends NodeBase {
  /**
   * Which kind this is.
   */
  kind: 'wait'
  /**
   * What it waits for; the first that comes true wins.
   */
  until: WaitFor[]
  /**
   * By when, and what happens before and after.
   */
  deadline?: Deadline
}
/**
 * The program does something by itself.
 */
export interface AutomationNode extends NodeBase {
  /**
   * Which kind this is.
   */
  kind: 'automation'
  /**
   * What it does, in this order.
   */
  does: Automation[]
}
/**
 * The document is done, or this branch is.
 */
export interface EndNode extends NodeBase {
  /**
   * Which kind this is.
   */
  kind: 'end'
  /**
   * A word of the office for reports, as in won or lost.
   */
  result?: string
}
/**
 * A button that a person may press.
 */
export interface Action {
  /**
   * The outcome that its route names.
   */
  id: Id
  /**
   * What the button says.
   */
  label: Text
  /**
   * Who may press it; an empty list leaves it to a deadline. Whoever is asked, where people are asked.
   */
  who?: Audience
  /**
   * When it may be pressed.
   */
  when?: Feel
  /**
   * Why not, when it may not.
   */
  whenNot?: Text
  /**
   * What must be filled before.
   */
  needs?: Path[]
  /**
   * Whether a comment may or must be written.
   */
  comment?: 'allowed' | 'none' | 'required'
  /**
   * What the decision counts as, or that its route is taken without waiting for the others.
   */
  counts?: 'for' | 'against' | 'neither' | 'at-once'
  /**
   * The conversion that it runs.
   */
  convert?: Id
  /**
   * The colour of the button.
   */
  color?: Color
  /**
   * Whether it is out of use.
   */
  retired?: true
}
/**
 * A button that works wherever the document is.
 */
export interface AnywhereAction {
  /**
   * The outcome that its route names.
   */
  id: Id
  /**
   * What the button says.
   */
  label: Text
  /**
   * Who may press it; an empty list leaves it to a deadline. Whoever is asked, where people are asked.
   */
  who?: Audience
  /**
   * When it may be pressed.
   */
  when?: Feel
  /**
   * Why not, when it may not.
   */
  whenNot?: Text
  /**
   * What must be filled before.
   */
  needs?: Path[]
  /**
   * Whether a comment may or must be written.
   */
  comment?: 'allowed' | 'none' | 'required'
  /**
   * What the decision counts as, or that its route is taken without waiting for the others.
   */
  counts?: 'for' | 'against' | 'neither' | 'at-once'
  /**
   * The conversion that it runs.
   */
  convert?: Id
  /**
   * The colour of the button.
   */
  color?: Color
  /**
   * Whether it is out of use.
   */
  retired?: true
  /**
   * The nodes where it does not work.
   */
  notIn?: Id[]
}
/**
 * Who may change which fields.
 */
export interface EditRule {
  /**
   * Who may.
   */
  who: Audience
  /**
   * Which fields; all if left out.
   */
  fields?: Path[]
}
/**
 * Permits commands beyond deciding.
 */
export interface AllowRule {
  /**
   * Which commands.
   */
  can: AllowedCommand[]
  /**
   * Who may.
   */
  who: Audience
}
/**
 * A line of the approval sheet: whom to ask.
 */
export interface ApprovalLine {
  /**
   * Its id.
   */
  id: Id
  /**
   * Who is asked.
   */
  who: Audience
  /**
   * Each of them, one of them, the next in turn, or the one with the least to do.
   */
  take?: 'each' | 'one' | 'in-turn' | 'least-busy'
  /**
   * When the line is asked.
   */
  when?: Feel
  /**
   * The table of which every row makes a line.
   */
  each?: Path
  /**
   * Who is the responsible one; `row.` is the row.
   */
  lead?: Feel
  /**
   * Who is never asked in this line.
   */
  except?: Audience
  /**
   * Nodes: whoever acted there is preferred.
   */
  prefer?: Id[]
  /**
   * Which fields they see; all that they may if left out.
   */
  sees?: Path[]
  /**
   * Who writes down their answer for them.
   */
  recordedBy?: Audience
  /**
   * What they read.
   */
  text?: Text
}
/**
 * Who is asked in place of a line that finds nobody.
 */
export interface IfNobody {
  /**
   * The lines that take its place.
   */
  ask: ApprovalLine[]
}
/**
 * Stages that people walk along a bar.
 */
export interface StatusBar {
  /**
   * The stages, from left to right.
   */
  stages: Id[]
  /**
   * To any of them, or only to the next.
   */
  move: 'any' | 'next'
  /**
   * Who may.
   */
  who?: Audience
}
/**
 * An arrow between two nodes.
 */
export interface Route {
  /**
   * The node that it leaves, or `anywhere`.
   */
  from: Id
  /**
   * The outcome on which it is taken.
   */
  on?: Id
  /**
   * The node that it leads to.
   */
  to: Id
  /**
   * The condition under which it is taken.
   */
  when?: Feel
  /**
   * Whether it is taken when no other is.
   */
  otherwise?: true
  /**
   * How many times at most.
   */
  atMost?: number
  /**
   * Where it leads after that.
   */
  then?: Id
  /**
   * Arrives at the join without counting.
   */
  arrives?: 'uncounted'
}
