import { isActionOf } from '../../runtime/engine/approval/block-graph.ts'
import type { ApprovalSchema, Deadline, Route, SchemaNode } from '../../schemas/generated/approval-schema.ts'
import type { Automation } from '../../schemas/generated/automation.ts'
import type { Channel, Color } from '../../schemas/generated/common.ts'
import type { TimeStep } from '../../schemas/generated/time-step.ts'
import { FRAME, layoutSchema, sizeOf } from './layout.ts'
import {
  joinOf,
  levelOfSource,
  levelOfTarget,
  membersOf,
  nodeById,
  outcomeLabel,
  pathTo,
  type RouteKey,
  routeKeys,
  routesFrom,
} from './schema-graph.ts'
import { audienceWords, lineWords } from './words/audience-words.ts'
import { shortCondition } from './words/condition-words.ts'
import { counted, durationWords, offsetWords } from './words/duration-words.ts'
import { called, fieldName, listed, nodeName, quoted, type Speech, say, statusName } from './words/speech.ts'

/** What the canvas draws, read from a schema. Nothing here is stored; the words are in one language. */
export interface SchemaReading {
  readonly nodes: readonly NodeReading[]
  readonly routes: readonly RouteReading[]
  readonly blocks: readonly BlockReading[]
  readonly anywhere: readonly { readonly action: string; readonly label: string; readonly to: string | undefined }[]
  /** The deadline of the whole way. */
  readonly deadline: string | undefined
}

export interface NodeReading {
  readonly id: string
  /** Which drawing and icon: of each kind its own. */
  readonly kind: SchemaNode['kind']
  readonly title: string
  /** The block that it lies in. */
  readonly in: string | undefined
  /** The upper left corner, absolute. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Who acts, or what happens: one line for each line of the approval sheet. */
  readonly who: readonly string[]
  /** When it is decided, where more than one is asked. */
  readonly rule: string | undefined
  readonly deadline: string | undefined
  /** What happens when it is late, short. */
  readonly late: string | undefined
  readonly chips: readonly Chip[]
  /** The colour that somebody gave it. */
  readonly color?: Color
  /** Whether documents begin here. */
  readonly start: boolean
  /** What an arrow may leave it on, with what each is called; null for a plain arrow. */
  readonly outcomes: readonly { readonly id: string | null; readonly label: string; readonly routed: boolean }[]
  /** All of it in one sentence, for a screen reader. */
  readonly spoken: string
}

/** `status`: the status that it sets. The others say that there is more behind the step than its drawing shows. */
export interface Chip {
  readonly kind: 'status' | 'edit' | 'by-itself' | 'signed' | 'follows' | 'result'
  readonly text: string
  readonly color?: string
}

export interface RouteReading {
  readonly key: RouteKey
  readonly from: string
  readonly to: string
  /** Outcome and condition; empty for a plain arrow. */
  readonly label: string
  readonly otherwise: boolean
  /** What taking it ends, where it leaves a block: the innermost first. */
  readonly leaves: readonly string[]
  /** What else runs in those blocks, and would be withdrawn. */
  readonly ends: readonly string[]
  /** "rejected: ends “Finance” and “Technical review” too" */
  readonly words: string
  /** The same where there is little room: "rejected: ends 2 others" */
  readonly brief: string
  /** Whether it leads back to a step that comes before on the way. */
  readonly back: boolean
  /** After so many times it leads there. */
  readonly limit: { readonly atMost: number; readonly then: string } | undefined
}

export interface BlockReading {
  readonly fork: string
  readonly join: string | undefined
  readonly in: string | undefined
  readonly title: string
  /** "At the same time, wait for all" */
  readonly rule: string
  /** Drawn as stacked sheets: one branch for each item of a list. */
  readonly each: string | undefined
  /** The colour that somebody gave it. */
  readonly color?: Color
  readonly deadline: string | undefined
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly members: readonly string[]
}

/** Reads a schema for its drawing. Steps without a place of their own stand where the layout would put them. */
export function readSchema(schema: ApprovalSchema, speech: Speech): SchemaReading {
  const speaking = { ...speech, schema }
  const places = placesOf(schema)
  const blocks = readBlocks(schema, speaking, places)
  const order = orderOf(schema)
  return {
    nodes: schema.nodes.map((node) => readNode(schema, node, speaking, places)),
    routes: schema.routes
      .map((route, index) => readRoute(schema, route, routeKeys(schema)[index]!, speaking, order))
      .filter((route) => route !== undefined),
    blocks,
    anywhere: (schema.anywhere ?? [])
      .filter(({ retired }) => !retired)
      .map(({ id, label }) => ({
        action: id,
        label: called(speaking, label),
        to: schema.routes.find(({ from, on }) => from === 'anywhere' && on === id)?.to,
      })),
    deadline: schema.deadline && deadlineWords(speaking, schema.deadline),
  }
}

const drawn = new WeakMap<readonly SchemaNode[], ReadonlyMap<string, readonly [number, number]>>()

function placesOf(schema: ApprovalSchema): ReadonlyMap<string, readonly [number, number]> {
  const known = drawn.get(schema.nodes)
  if (known) return known
  const all = schema.nodes.every(({ xy }) => xy)
  const laid = all ? undefined : layoutSchema(schema)
  // A drawing with a step here and there that has no place would be a heap: then all of it is laid out.
  const some = schema.nodes.filter(({ xy }) => xy).length * 2 > schema.nodes.length
  const made = new Map(
    schema.nodes.map((node) => [node.id, (all || (some && node.xy) ? node.xy! : laid!.get(node.id)!) as readonly [number, number]]),
  )
  drawn.set(schema.nodes, made)
  return made
}

function readNode(
  schema: ApprovalSchema,
  node: SchemaNode,
  speech: Speech,
  places: ReadonlyMap<string, readonly [number, number]>,
): NodeReading {
  const [x, y] = places.get(node.id)!
  const title = node.label === undefined ? defaultTitle(speech, node.kind) : called(speech, node.label)
  const who = whoLines(node, speech)
  const rule = ruleWords(node, speech)
  const deadline = 'deadline' in node && node.deadline ? deadlineWords(speech, node.deadline) : undefined
  const late = 'deadline' in node && node.deadline ? lateWords(speech, node.deadline) : undefined
  const outcomes = outcomesOfNode(schema, node, speech)
  const size = sizeOf(node)
  const chips = chipsOf(node, speech)
  const kind = kindWords(speech, node.kind)
  const spoken = [`${title}, ${kind}`, ...who, rule, deadline, late].filter((part) => part !== undefined && part !== '').join('; ')
  return {
    id: node.id,
    kind: node.kind,
    title,
    in: node.in,
    x,
    y,
    width: size.width,
    height: size.height,
    who,
    rule,
    deadline,
    late,
    chips,
    ...(node.color && { color: node.color }),
    start: schema.start === node.id,
    outcomes,
    spoken,
  }
}

/** What a kind of step is called. */
export function kindWords(speech: Pick<Speech, 'language'>, kind: SchemaNode['kind']): string {
  const words: Readonly<Record<SchemaNode['kind'], readonly [string, string]>> = {
    stage: ['stage', 'etapă'],
    approval: ['approval', 'avizare'],
    task: ['task', 'sarcină'],
    decision: ['decision', 'decizie'],
    fork: ['at the same time', 'în paralel'],
    join: ['waits for all', 'se așteaptă toți'],
    wait: ['wait until', 'se așteaptă până'],
    automation: ['by itself', 'automat'],
    end: ['end', 'încheiere'],
  }
  return say(speech, ...words[kind])
}

const defaultTitle = (speech: Speech, kind: SchemaNode['kind']): string =>
  kindWords(speech, kind).replace(/^./, (letter) => letter.toLocaleUpperCase('ro'))

function whoLines(node: SchemaNode, speech: Speech): string[] {
  switch (node.kind) {
    case 'approval':
    case 'task':
      return node.ask.map((line) => lineWords(speech, line))
    case 'stage': {
      const editors = (node.edit ?? []).flatMap(({ who }) => who)
      const pressing = (node.actions ?? []).filter(({ retired }) => !retired).flatMap(({ who }) => who ?? [])
      if (editors.length > 0)
        return [
          say(speech, `${audienceWords(speech, distinct(editors))} may edit`, `poate edita: ${audienceWords(speech, distinct(editors))}`),
        ]
      return pressing.length > 0 ? [audienceWords(speech, distinct(pressing))] : []
    }
    case 'automation':
      return node.does.map((step) => automationWords(speech, step))
    case 'wait':
      return node.until.map((until) => {
        if (until.after !== undefined) return durationWords(until.after, speech.language, until.in)
        if (until.date !== undefined) return fieldName(speech, until.date)
        if (until.when !== undefined) return shortCondition(speech, until.when)
        return say(
          speech,
          `${quoted(speech, nodeName(speech, until.passed!))} is passed`,
          `s-a trecut de ${quoted(speech, nodeName(speech, until.passed!))}`,
        )
      })
    default:
      return []
  }
}

const distinct = <T>(entries: readonly T[]): T[] => [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()]

/** When an approval, a task or a join is done: "2 of them", "all". Undefined where only one is asked anyway. */
export function ruleWords(node: SchemaNode, speech: Pick<Speech, 'language'>): string | undefined {
  if (node.kind === 'join') {
    if (node.rule === 'any') return say(speech, 'wait for the first', 'se așteaptă primul')
    if (typeof node.rule === 'object')
      return say(speech, `wait for at least ${node.rule.atLeast}`, `se așteaptă cel puțin ${node.rule.atLeast}`)
    return say(speech, 'wait for all', 'se așteaptă toți')
  }
  if (node.kind !== 'approval' && node.kind !== 'task') return undefined
  if (typeof node.rule === 'object') return say(speech, `at least ${node.rule.atLeast}`, `cel puțin ${node.rule.atLeast}`)
  switch (node.rule) {
    case 'any':
      return say(speech, 'one is enough', 'ajunge unul')
    case 'majority':
      return say(speech, 'the majority', 'majoritatea')
    case 'lead':
      return say(speech, 'until the responsible one has reported', 'până raportează responsabilul')
    default: {
      const several =
        node.ask.length > 1 ||
        node.ask.some(
          ({ take, who, each }) =>
            each !== undefined ||
            ((take ?? 'each') === 'each' && (who.length > 1 || who.some((entry) => entry.role ?? entry.group ?? entry.department))),
        )
      return several ? say(speech, 'all of them', 'toți') : undefined
    }
  }
}

/** "2 working days", "on Valid until". */
export function deadlineWords(speech: Speech, deadline: Deadline): string {
  const hour = deadline.hour === undefined ? '' : say(speech, `, ${deadline.hour}`, `, ora ${deadline.hour}`)
  if (deadline.on !== undefined)
    return say(
      speech,
      `on ${quoted(speech, fieldName(speech, deadline.on))}${hour}`,
      `la ${quoted(speech, fieldName(speech, deadline.on))}${hour}`,
    )
  return `${durationWords(deadline.within ?? 'P0D', speech.language, deadline.in)}${hour}`
}

function lateWords(speech: Speech, deadline: Deadline): string | undefined {
  const steps = (deadline.steps ?? []).filter(({ at }) => !at.startsWith('-'))
  if (steps.length === 0) return deadline.reason === undefined ? undefined : say(speech, 'asks why', 'întreabă de ce')
  if (steps.length > 1) return counted(steps.length, { en: ['step', 'steps'], ro: ['pas', 'pași'] }, speech.language)
  const [step] = steps
  if (step!.pass) return say(speech, `then ${audienceWords(speech, step!.pass)}`, `apoi ${audienceWords(speech, step!.pass)}`)
  if (step!.choose !== undefined) return say(speech, `then ${quoted(speech, step!.choose)}`, `apoi ${quoted(speech, step!.choose)}`)
  return step!.tell ? say(speech, `tells ${audienceWords(speech, step!.tell)}`, `anunță ${audienceWords(speech, step!.tell)}`) : undefined
}

/** What one step of a deadline or a reminder does: "after 1 day, pass it to the manager of whoever is asked". */
export function timeStepWords(
  speech: Speech,
  step: TimeStep,
  counting?: Deadline['in'],
  choices: ReadonlyMap<string, string> = new Map(),
): string {
  const does: string[] = []
  if (step.tell) does.push(say(speech, `tell ${audienceWords(speech, step.tell)}`, `se anunță: ${audienceWords(speech, step.tell)}`))
  if (step.pass)
    does.push(say(speech, `pass it to ${audienceWords(speech, step.pass)}`, `se dă mai departe: ${audienceWords(speech, step.pass)}`))
  if (step.choose !== undefined) {
    const name = quoted(speech, choices.get(step.choose) ?? step.choose)
    does.push(say(speech, `choose ${name} by itself`, `se alege automat ${name}`))
  }
  if (step.does) {
    const done = listed(
      speech,
      step.does.map((one) => automationWords(speech, one)),
    )
    does.push(say(speech, `the program ${done}`, `programul ${done}`))
  }
  const again =
    step.every === undefined
      ? ''
      : say(
          speech,
          `, again every ${durationWords(step.every, speech.language, counting)}`,
          `, din nou la fiecare ${durationWords(step.every, speech.language, counting)}`,
        )
  const most =
    step.atMost === undefined
      ? ''
      : say(
          speech,
          `, at most ${counted(step.atMost, { en: ['time', 'times'], ro: ['dată', 'ori'] }, speech.language)}`,
          `, cel mult de ${counted(step.atMost, { en: ['time', 'times'], ro: ['dată', 'ori'] }, speech.language)}`,
        )
  return `${offsetWords(step.at, speech.language, counting)}: ${listed(speech, does)}${again}${most}`
}

/** What the program does by itself, short: "gives the number", "tells the accountants". */
export function automationWords(speech: Speech, step: Automation): string {
  switch (step.do) {
    case 'register':
      return say(speech, 'gives the number', 'dă numărul')
    case 'set': {
      const fields = listed(
        speech,
        Object.keys(step.set).map((path) => quoted(speech, fieldName(speech, path))),
      )
      return say(speech, `fills in ${fields}`, `completează ${fields}`)
    }
    case 'notify':
      return say(
        speech,
        `tells ${audienceWords(speech, step.who)}${channelWords(speech, step.by)}`,
        `anunță${channelWords(speech, step.by)}: ${audienceWords(speech, step.who)}`,
      )
    case 'convert':
      return say(speech, 'creates other documents', 'creează alte documente')
    case 'print':
      return step.field === undefined
        ? say(speech, 'prints a file', 'tipărește un fișier')
        : say(
            speech,
            `prints a file into ${quoted(speech, fieldName(speech, step.field))}`,
            `tipărește un fișier în ${quoted(speech, fieldName(speech, step.field))}`,
          )
    case 'hand-over':
      return say(
        speech,
        `hands a paper copy to ${audienceWords(speech, step.to)}`,
        `predă un exemplar pe hârtie: ${audienceWords(speech, step.to)}`,
      )
    case 'absence':
      return say(speech, 'notes an absence', 'notează o absență')
    case 'webhook':
      return say(speech, `sends it to ${quoted(speech, step.webhook)}`, `trimite la ${quoted(speech, step.webhook)}`)
  }
}

/** How somebody is told, where it is otherwise than in the program only. */
function channelWords(speech: Speech, by: readonly Channel[] | undefined): string {
  if (!by?.includes('email')) return ''
  return by.includes('program') ? say(speech, ', also by e-mail', ' și prin e-mail') : say(speech, ' by e-mail', ' prin e-mail')
}

function chipsOf(node: SchemaNode, speech: Speech): Chip[] {
  const chips: Chip[] = []
  if (node.status !== undefined) {
    const color = speech.type?.statuses?.find(({ id }) => id === node.status)?.color
    chips.push({ kind: 'status', text: statusName(speech, node.status), ...(color && { color }) })
  }
  if (node.kind === 'approval' && node.sign === 'password') chips.push({ kind: 'signed', text: say(speech, 'signed', 'semnat') })
  if (node.kind !== 'stage' && 'edit' in node && node.edit?.length) {
    const fields = node.edit.flatMap((rule) => rule.fields ?? [])
    const text =
      fields.length === 0
        ? say(speech, 'may edit', 'poate edita')
        : counted(fields.length, { en: ['field', 'fields'], ro: ['câmp', 'câmpuri'] }, speech.language)
    chips.push({ kind: 'edit', text })
  }
  if ('onEnter' in node && node.onEnter?.length)
    chips.push({
      kind: 'by-itself',
      text: listed(
        speech,
        node.onEnter.map((step) => automationWords(speech, step)),
      ),
    })
  if (node.kind === 'stage' && node.follows)
    chips.push({ kind: 'follows', text: say(speech, 'follows the newest version', 'urmează versiunea cea mai nouă') })
  if (node.kind === 'end' && node.result !== undefined) chips.push({ kind: 'result', text: node.result })
  return chips
}

function outcomesOfNode(schema: ApprovalSchema, node: SchemaNode, speech: Speech): NodeReading['outcomes'] {
  const own = routesFrom(schema, node.id)
  const routed = (on: string | undefined) => own.some((route) => route.on === on)
  const listOf = (ids: readonly (string | undefined)[]) =>
    ids.map((id) => ({ id: id ?? null, label: outcomeWords(schema, node.id, id, speech), routed: routed(id) }))
  switch (node.kind) {
    case 'stage':
      return listOf((node.actions ?? []).filter(({ retired }) => !retired).map(({ id }) => id))
    case 'approval':
    case 'task':
      return listOf(
        node.actions?.length
          ? node.actions.filter(({ retired }) => !retired).map(({ id }) => id)
          : node.kind === 'approval'
            ? ['approved', 'rejected']
            : ['done'],
      )
    case 'fork':
      return listOf([undefined, ...(node.actions ?? []).map(({ id }) => id)])
    case 'join':
      return listOf([undefined, 'unreached'])
    case 'wait':
      return listOf([...new Set(node.until.map(({ on }) => on))])
    case 'end':
      return []
    default:
      return listOf([undefined])
  }
}

/** What an outcome is called on an arrow. */
export function outcomeWords(schema: ApprovalSchema, from: string, on: string | undefined, speech: Speech): string {
  if (on === undefined) return ''
  const node = nodeById(schema, from)
  const own: Readonly<Record<string, readonly [string, string]>> = {
    approved: ['approved', 'avizat'],
    rejected: ['rejected', 'respins'],
    done: ['done', 'rezolvat'],
    unreached: ['not reached', 'nu s-a întrunit'],
  }
  const written = node && 'actions' in node && node.actions?.length
  if (!written && own[on]) return say(speech, ...own[on])
  if (on === 'unreached') return say(speech, ...own.unreached!)
  const label = outcomeLabel(schema, from, on)
  return label === undefined ? (own[on] ? say(speech, ...own[on]) : on.replaceAll('-', ' ')) : called(speech, label)
}

/** How far each step lies from the start: an arrow to a nearer one leads back. */
function orderOf(schema: ApprovalSchema): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>()
  for (const { from, to } of schema.routes) next.set(from, [...(next.get(from) ?? []), to])
  const order = new Map([[schema.start, 0]])
  const open = [schema.start]
  for (const id of open)
    for (const to of next.get(id) ?? []) {
      if (order.has(to)) continue
      order.set(to, order.get(id)! + 1)
      open.push(to)
    }
  return order
}

function readRoute(
  schema: ApprovalSchema,
  route: Route,
  key: RouteKey,
  speech: Speech,
  order: ReadonlyMap<string, number>,
): RouteReading | undefined {
  const { from, to } = route
  if (from === 'anywhere' || !nodeById(schema, from) || !nodeById(schema, to)) return undefined
  const outcome = outcomeWords(schema, from, route.on, speech)
  const condition = route.otherwise
    ? say(speech, 'otherwise', 'altfel')
    : route.when === undefined
      ? ''
      : shortCondition(speech, route.when)
  const source = nodeById(schema, from)
  const around =
    source?.kind === 'fork' && isActionOf(source, route) ? [...levelOfSource(schema, route), from] : levelOfSource(schema, route)
  const inside = levelOfTarget(schema, to)
  const shared = around.findIndex((fork, index) => inside[index] !== fork)
  const leaves = shared < 0 ? [] : around.slice(shared).reverse()
  const outermost = leaves.at(-1)
  const ends =
    outermost === undefined
      ? []
      : membersOf(schema, outermost)
          .filter(({ id, kind }) => id !== from && ['approval', 'task', 'stage', 'wait'].includes(kind))
          .map(({ id }) => id)
  const label = [outcome, condition].filter((part) => part !== '').join(', ')
  const ending = leaves.length === 0 ? '' : endWords(speech, ends)
  const withEnding = (end: string) => [label, end].filter((part) => part !== '').join(': ')
  const words = withEnding(ending)
  const others = counted(ends.length, { en: ['other', 'others'], ro: ['pas', 'pași'] }, speech.language)
  const brief = ends.length > 1 ? withEnding(say(speech, `ends ${others}`, `încheie alți ${others}`)) : words
  const back = (order.get(to) ?? 0) < (order.get(from) ?? 0)
  const limit = route.atMost !== undefined && route.then !== undefined ? { atMost: route.atMost, then: route.then } : undefined
  return { key, from, to, label, otherwise: route.otherwise === true, leaves, ends, words, brief, back, limit }
}

function endWords(speech: Speech, ends: readonly string[]): string {
  if (ends.length === 0) return say(speech, 'leaves the block', 'iese din bloc')
  const names = listed(
    speech,
    ends.slice(0, 3).map((id) => quoted(speech, nodeName(speech, id))),
  )
  const more = ends.length > 3 ? say(speech, ' and more', ' și altele') : ''
  return say(speech, `ends ${names}${more} too`, `încheie și ${names}${more}`)
}

function readBlocks(schema: ApprovalSchema, speech: Speech, places: ReadonlyMap<string, readonly [number, number]>): BlockReading[] {
  // From the inside out: a frame holds the frames within it.
  const forks = schema.nodes.filter(({ kind }) => kind === 'fork').sort((a, b) => pathTo(schema, b.id).length - pathTo(schema, a.id).length)
  const made = new Map<string, BlockReading>()
  for (const fork of forks) {
    if (fork.kind !== 'fork') continue
    const join = joinOf(schema, fork.id)
    const own = [fork, ...schema.nodes.filter((node) => node.in === fork.id), ...(join ? [join] : [])]
    const boxes = own.map((node) => {
      const frame = node.id !== fork.id ? made.get(node.id) : undefined
      const [x, y] = places.get(node.id)!
      const isBar = node.id === fork.id || node.id === join?.id
      return frame ?? { x, y, ...sizeOf(node), ...(isBar && { x: x - 12, width: sizeOf(node).width + 24 }) }
    })
    const left = Math.min(...boxes.map(({ x }) => x))
    const top = Math.min(...boxes.map(({ y }) => y)) - FRAME.top
    const right = Math.max(...boxes.map(({ x, width }) => x + width))
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + FRAME.bottom
    const each = fork.each === undefined ? undefined : fieldName(speech, fork.each)
    const together =
      each === undefined
        ? say(speech, 'At the same time', 'În paralel')
        : say(speech, `For each row of ${quoted(speech, each)}`, `Pentru fiecare rând din ${quoted(speech, each)}`)
    made.set(fork.id, {
      fork: fork.id,
      join: join?.id,
      in: fork.in,
      title: fork.label === undefined ? defaultTitle(speech, 'fork') : called(speech, fork.label),
      rule: join ? `${together}, ${ruleWords(join, speech)}` : together,
      each,
      ...(fork.color && { color: fork.color }),
      deadline: fork.deadline && deadlineWords(speech, fork.deadline),
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      members: own.filter((node) => node.in === fork.id).map(({ id }) => id),
    })
  }
  return [...made.values()].reverse()
}
