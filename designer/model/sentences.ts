import { isActionOf } from '../../runtime/engine/approval/block-graph.ts'
import type {
  AllowRule,
  ApprovalNode,
  ApprovalSchema,
  Route,
  SchemaNode,
  StageNode,
  TaskNode,
  WaitNode,
} from '../../schemas/generated/approval-schema.ts'
import { askingSentences } from './asking-sentences.ts'
import { buttonSentences, decisionSentences } from './button-sentences.ts'
import { automationWords, deadlineWords, outcomeWords } from './reading.ts'
import { joinOf, pathTo, routesFrom } from './schema-graph.ts'
import { allowedWords } from './words/allowed-words.ts'
import { audienceWords, isOnePerson, lineWords } from './words/audience-words.ts'
import { conditionWords } from './words/condition-words.ts'
import { counted, durationWords, offsetWords } from './words/duration-words.ts'
import {
  called,
  capital,
  fieldName,
  fieldsListed,
  listed,
  nodeName,
  nodesListed,
  quoted,
  type Speech,
  say,
  statusName,
} from './words/speech.ts'

/** A step told in prose: what happens there, and where it goes from there. */
export interface StepProse {
  readonly node: string
  readonly title: string
  /** How deep in blocks it lies. */
  readonly depth: number
  readonly sentences: readonly string[]
}

/** The whole schema as text: how it begins, each step in the order in which a reader meets it, and what holds everywhere. */
export interface SchemaProse {
  readonly opening: readonly string[]
  readonly steps: readonly StepProse[]
  readonly closing: readonly string[]
}

/** Tells a schema in sentences, of one language. A view of the same model as the canvas: nothing is stored. */
export function tellSchema(schema: ApprovalSchema, speech: Speech): SchemaProse {
  const speaking: Speech = { ...speech, schema }
  const teller = new Teller(schema, speaking)
  const order = readingOrder(schema)
  const steps = order
    .flatMap((id) => schema.nodes.find((node) => node.id === id) ?? [])
    .filter(({ kind }) => kind !== 'join')
    .map(
      (node): StepProse => ({
        node: node.id,
        title: nodeName(speaking, node.id),
        depth: pathTo(schema, node.id).length,
        sentences: teller.tell(node),
      }),
    )
  return { opening: teller.opening(), steps, closing: teller.closing() }
}

/** The same as plain text, a paragraph for each step. */
export function proseText({ opening, steps, closing }: SchemaProse): string {
  return [opening.join(' '), ...steps.map(({ sentences }) => sentences.join(' ')), closing.join(' ')]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Steps as a reader meets them: by the main way first, what a block holds before what comes after it. */
export function readingOrder(schema: ApprovalSchema): readonly string[] {
  const seen = new Set<string>()
  const order: string[] = []
  const known = new Set(schema.nodes.map(({ id }) => id))
  const visit = (first: string) => {
    const stack = [first]
    while (stack.length > 0) {
      const id = stack.pop()!
      if (seen.has(id) || !known.has(id)) continue
      const node = schema.nodes.find((each) => each.id === id)!
      // What waits for a block is told after all that lies in it.
      if (node.kind === 'join' && stack.some((other) => !seen.has(other) && pathTo(schema, other).includes(node.fork))) {
        stack.splice(
          stack.findIndex((other) => pathTo(schema, other).includes(node.fork)),
          0,
          id,
        )
        continue
      }
      seen.add(id)
      order.push(id)
      const next = routesFrom(schema, id).flatMap(({ to, then }) => (then === undefined ? [to] : [to, then]))
      const ends = (to: string) => (schema.nodes.find((each) => each.id === to)?.kind === 'end' ? 1 : 0)
      const inner = (to: string) => (node.kind === 'fork' && pathTo(schema, to).includes(id) ? 0 : 1)
      const sorted = [...next].sort((a, b) => ends(a) - ends(b) || inner(a) - inner(b))
      stack.push(...sorted.reverse())
    }
  }
  visit(schema.start)
  for (const { from, to } of schema.routes) if (from === 'anywhere') visit(to)
  for (const { id } of schema.nodes) visit(id)
  // Where it ends is told last, however early a way leads there.
  const ends = new Set(schema.nodes.filter(({ kind }) => kind === 'end').map(({ id }) => id))
  return [...order.filter((id) => !ends.has(id)), ...order.filter((id) => ends.has(id))]
}

/** Whether who is asked is one in grammar: one of many, a group, or somebody of whom there is one. */
function asksOne({ who, take, each }: ApprovalNode['ask'][number]): boolean {
  return (take !== undefined && take !== 'each') || (each === undefined && who.length === 1 && who[0]!.role === undefined)
}

class Teller {
  readonly schema: ApprovalSchema
  readonly speech: Speech
  constructor(schema: ApprovalSchema, speech: Speech) {
    this.schema = schema
    this.speech = speech
  }

  say = (en: string, ro: string): string => say(this.speech, en, ro)
  name = (id: string): string => quoted(this.speech, nodeName(this.speech, id))
  who = (audience: Parameters<typeof audienceWords>[1]): string => audienceWords(this.speech, audience)

  opening(): string[] {
    const sentences = [
      this.say(`A document begins at ${this.name(this.schema.start)}.`, `Un document începe la ${this.name(this.schema.start)}.`),
    ]
    const { deadline } = this.schema
    if (deadline) {
      const time = deadlineWords(this.speech, deadline)
      const from = deadline.from === undefined ? '' : this.say(` from ${this.name(deadline.from)} on`, ` de la ${this.name(deadline.from)}`)
      const pause = deadline.pauseAt?.length
        ? this.say(`; the clock stops at ${this.names(deadline.pauseAt)}`, `; ceasul se oprește la ${this.names(deadline.pauseAt)}`)
        : ''
      const within = deadline.on === undefined
      sentences.push(
        within
          ? this.say(`The whole way takes at most ${time}${from}${pause}.`, `Tot drumul durează cel mult ${time}${from}${pause}.`)
          : this.say(`The whole way ends by the date ${time}${pause}.`, `Tot drumul se încheie ${time}${pause}.`),
        ...this.steps(deadline.steps, deadline.in),
      )
    }
    return sentences
  }

  closing(): string[] {
    return [...this.anywhere(), ...this.bar(), ...this.allows(this.schema.allow)]
  }

  anywhere(): string[] {
    return (this.schema.anywhere ?? [])
      .filter(({ retired }) => !retired)
      .map((action) => {
        const label = quoted(this.speech, called(this.speech, action.label))
        const to = this.schema.routes.find(({ from, on }) => from === 'anywhere' && on === action.id)?.to
        const not = action.notIn?.length
          ? this.say(`, except at ${this.names(action.notIn)}`, `, în afară de ${this.names(action.notIn)}`)
          : ''
        const leads = to === undefined ? '' : this.say(`; it leads to ${this.name(to)}`, `; duce la ${this.name(to)}`)
        return this.say(
          `Anywhere${not}, ${this.who(action.who)} may press ${label}${leads}.`,
          `Oriunde${not}, ${label} poate fi apăsat de: ${this.who(action.who)}${leads}.`,
        )
      })
  }

  bar(): string[] {
    const { bar } = this.schema
    if (!bar) return []
    const far =
      bar.move === 'any' ? this.say('to any of them', 'la oricare dintre ele') : this.say('only to the next one', 'numai la următoarea')
    return [
      bar.who?.length
        ? this.say(
            `Along the bar of ${this.names(bar.stages)}, ${this.who(bar.who)} may move a document ${far}.`,
            `Pe bara cu ${this.names(bar.stages)}, un document poate fi mutat ${far} de: ${this.who(bar.who)}.`,
          )
        : this.say(
            `Along the bar of ${this.names(bar.stages)}, nobody may move a document.`,
            `Pe bara cu ${this.names(bar.stages)}, nimeni nu poate muta un document.`,
          ),
    ]
  }

  /** Who may do more than decide, on the whole way or at one step. */
  allows(rules: readonly AllowRule[] | undefined): string[] {
    return (rules ?? []).map(({ who, can }) => {
      const words = listed(
        this.speech,
        can.map((command) => allowedWords(this.speech, command)),
      )
      return this.say(`${capital(this.who(who))} may ${words}.`, `Poate ${words}: ${this.who(who)}.`)
    })
  }

  tell(node: SchemaNode): string[] {
    const title = nodeName(this.speech, node.id)
    const status =
      node.status === undefined
        ? []
        : [
            this.say(
              `The document is now ${quoted(this.speech, statusName(this.speech, node.status))}.`,
              `Documentul este acum ${quoted(this.speech, statusName(this.speech, node.status))}.`,
            ),
          ]
    switch (node.kind) {
      case 'approval':
      case 'task':
        return [
          this.asks(node, title),
          ...askingSentences(this.speech, node),
          ...this.nobody(node),
          ...status,
          ...this.late(node),
          ...this.edits(node),
          ...decisionSentences(this.speech, node.actions),
          ...this.allows(node.allow),
          ...this.needs(node),
          ...this.enters(node),
          ...this.onward(node.id),
        ]
      case 'stage':
        return [
          ...this.rests(node, title),
          ...status,
          ...buttonSentences(this.speech, node.actions),
          ...(node.follows
            ? [this.say('What is published later reaches it while it rests here.', 'Ce se publică mai târziu ajunge la el cât stă aici.')]
            : []),
          ...this.late(node),
          ...this.allows(node.allow),
          ...this.needs(node),
          ...this.enters(node),
          ...this.onward(node.id),
        ]
      case 'decision':
        return [this.decides(node.id, title)]
      case 'fork':
        return [
          ...this.divides(node, title),
          ...status,
          ...(node.deadline
            ? [this.say(`All of it is to be done${this.by(node.deadline)}.`, `Totul trebuie încheiat${this.by(node.deadline)}.`)]
            : []),
          ...this.late(node),
          ...buttonSentences(this.speech, node.actions),
          ...this.edits(node),
        ]
      case 'wait':
        return [this.waits(node, title), ...status, ...this.late(node), ...this.onward(node.id)]
      case 'automation':
        return [
          this.say(
            `${title}: the program ${listed(
              this.speech,
              node.does.map((step) => automationWords(this.speech, step)),
            )}.`,
            `${title}: programul ${listed(
              this.speech,
              node.does.map((step) => automationWords(this.speech, step)),
            )}.`,
          ),
          ...status,
          ...this.onward(node.id),
        ]
      case 'end':
        return [
          this.say(`At ${quoted(this.speech, title)} it ends.`, `La ${quoted(this.speech, title)} se încheie.`),
          ...(node.result === undefined ? [] : [this.say(`Its result is “${node.result}”.`, `Rezultatul este „${node.result}”.`)]),
          ...status,
        ]
      case 'join':
        return []
    }
  }

  /** "Legal review: one of the lawyers decides within 2 working days." */
  asks(node: ApprovalNode | TaskNode, title: string): string {
    const lines = node.ask.map((line) => lineWords(this.speech, line))
    const within = node.deadline ? this.by(node.deadline) : ''
    const task = node.kind === 'task'
    const one = lines.length === 1 && asksOne(node.ask[0]!)
    const who = listed(this.speech, lines)
    const rule = this.rule(node)
    const except = node.except?.length ? this.say(`, but never ${this.who(node.except)}`, `, dar niciodată ${this.who(node.except)}`) : ''
    const order =
      node.order === 'in-order' && node.ask.length + node.ask.flatMap((line) => line.who).length > 2
        ? this.say(', one after the other', ', unul după altul')
        : ''
    const verb = task
      ? one
        ? this.say('does the work', 'rezolvă')
        : this.say('do the work', 'rezolvă')
      : one
        ? this.say('decides', 'decide')
        : this.say('decide', 'decid')
    return `${title}: ${who} ${verb}${within}${order}${except}${rule}.`
  }

  by(deadline: NonNullable<ApprovalNode['deadline']>): string {
    const time = deadlineWords(this.speech, deadline)
    const dayOff = this.moment({ ...(deadline.dayOff && { dayOff: deadline.dayOff }) })
    return deadline.on === undefined
      ? this.say(` within ${time}${dayOff}`, ` în ${time}${dayOff}`)
      : this.say(` by the date ${time}${dayOff}`, `, cu termen ${time}${dayOff}`)
  }

  rule(node: ApprovalNode | TaskNode): string {
    if (typeof node.rule === 'object')
      return this.say(`; at least ${node.rule.atLeast} must agree`, `; cel puțin ${node.rule.atLeast} trebuie să fie de acord`)
    switch (node.rule) {
      case 'any':
        return this.say('; one is enough', '; ajunge unul')
      case 'majority':
        return this.say('; the majority counts', '; contează majoritatea')
      case 'lead':
        return this.say('; it is done when the responsible one has reported', '; se încheie când raportează responsabilul')
      default: {
        const several = node.ask.length > 1
        return several ? this.say('; all of them must agree', '; toți trebuie să fie de acord') : ''
      }
    }
  }

  nobody(node: ApprovalNode | TaskNode): string[] {
    const lines = node.ifNobody?.ask.map((line) => lineWords(this.speech, line)) ?? []
    return lines.length === 0
      ? []
      : [
          this.say(
            `If nobody can be asked, ${listed(this.speech, lines)} instead.`,
            `Dacă nu poate fi întrebat nimeni, atunci ${listed(this.speech, lines)}.`,
          ),
        ]
  }

  rests(node: Extract<SchemaNode, { kind: 'stage' }>, title: string): string[] {
    const editors = (node.edit ?? []).map((rule) => {
      const fields = rule.fields?.length
        ? listed(
            this.speech,
            rule.fields.map((path) => quoted(this.speech, fieldName(this.speech, path))),
          )
        : this.say('the card', 'fișa')
      return this.say(`${this.who(rule.who)} may change ${fields}`, `${fields}: poate modifica ${this.who(rule.who)}`)
    })
    const within = node.deadline
      ? this.say(`, at most ${deadlineWords(this.speech, node.deadline)}`, `, cel mult ${deadlineWords(this.speech, node.deadline)}`)
      : ''
    const rest = this.say(
      `${title}: the document rests here${within} until somebody acts.`,
      `${title}: documentul rămâne aici${within}, până acționează cineva.`,
    )
    return editors.length === 0 ? [rest] : [rest, `${capital(listed(this.speech, editors))}.`]
  }

  decides(id: string, title: string): string {
    const routes = routesFrom(this.schema, id)
    const ways = routes
      .filter(({ otherwise }) => !otherwise)
      .map((route) =>
        this.say(
          `if ${route.when === undefined ? '…' : conditionWords(this.speech, route.when)}, on to ${this.name(route.to)}`,
          `dacă ${route.when === undefined ? '…' : conditionWords(this.speech, route.when)}, mai departe la ${this.name(route.to)}`,
        ),
      )
    const other = routes.find(({ otherwise }) => otherwise)
    const last = other ? [this.say(`otherwise to ${this.name(other.to)}`, `altfel la ${this.name(other.to)}`)] : []
    const all = [...ways, ...last]
    return all.length === 0 ? `${title}.` : `${title} ${capital(all.join('; '))}.`
  }

  divides(node: Extract<SchemaNode, { kind: 'fork' }>, title: string): string[] {
    const starting = routesFrom(this.schema, node.id).filter((route) => !isActionOf(node, route))
    const branches = starting
      .filter(({ otherwise }) => !otherwise)
      .map((route) =>
        route.when === undefined
          ? this.name(route.to)
          : this.say(
              `${this.name(route.to)} if ${conditionWords(this.speech, route.when)}`,
              `${this.name(route.to)} dacă ${conditionWords(this.speech, route.when)}`,
            ),
      )
    const each =
      node.each === undefined
        ? ''
        : this.say(
            `, for each row of ${quoted(this.speech, fieldName(this.speech, node.each))}`,
            `, pentru fiecare rând din ${quoted(this.speech, fieldName(this.speech, node.each))}`,
          )
    const sentences = [
      this.say(
        `${title}: at the same time${each}, ${listed(this.speech, branches)}.`,
        `${title}: în paralel${each}, ${listed(this.speech, branches)}.`,
      ),
    ]
    const otherwise = starting.find((route) => route.otherwise)
    if (otherwise)
      sentences.push(
        this.say(
          `If nothing of it starts, on to ${this.name(otherwise.to)}.`,
          `Dacă nu pornește nimic, mai departe la ${this.name(otherwise.to)}.`,
        ),
      )
    const join = joinOf(this.schema, node.id)
    const met = join && routesFrom(this.schema, join.id).find(({ on }) => on === undefined)
    const unreached = join && routesFrom(this.schema, join.id).find(({ on }) => on === 'unreached')
    if (join && met) {
      const when =
        typeof join.rule === 'object'
          ? this.say(`When at least ${join.rule.atLeast} have come`, `Când au sosit cel puțin ${join.rule.atLeast}`)
          : join.rule === 'any'
            ? this.say('When the first has come', 'Când a sosit primul')
            : this.say('When all have come', 'Când au sosit toate')
      const rest =
        join.rule === undefined || join.rule === 'all'
          ? ''
          : join.rest === 'let-finish'
            ? this.say('; the others may still finish', '; celelalte se mai pot încheia')
            : this.say('; the others end', '; celelalte se opresc')
      sentences.push(this.say(`${when}, on to ${this.name(met.to)}${rest}.`, `${when}, mai departe la ${this.name(met.to)}${rest}.`))
    }
    if (unreached)
      sentences.push(
        this.say(
          `If that can no longer be, on to ${this.name(unreached.to)}.`,
          `Dacă nu mai e posibil, mai departe la ${this.name(unreached.to)}.`,
        ),
      )
    return sentences
  }

  waits(node: Extract<SchemaNode, { kind: 'wait' }>, title: string): string {
    const until = node.until.map((one) => {
      if (one.after !== undefined)
        return this.say(
          `${durationWords(one.after, this.speech.language, one.in)} have passed${this.moment(one)}`,
          `au trecut ${durationWords(one.after, this.speech.language, one.in)}${this.moment(one)}`,
        )
      if (one.date !== undefined)
        return this.say(
          `the date ${quoted(this.speech, fieldName(this.speech, one.date))} comes${this.moment(one)}`,
          `vine data ${quoted(this.speech, fieldName(this.speech, one.date))}${this.moment(one)}`,
        )
      if (one.when !== undefined) return conditionWords(this.speech, one.when)
      return this.say(`${this.name(one.passed!)} is passed`, `s-a trecut de ${this.name(one.passed!)}`)
    })
    return this.say(
      `${title}: it waits until ${listed(this.speech, until, 'disjunction')}.`,
      `${title}: se așteaptă până ${listed(this.speech, until, 'disjunction')}.`,
    )
  }

  /** "(at 09:00, on a day off the day before)" */
  moment({ hour, dayOff }: Pick<WaitNode['until'][number], 'hour' | 'dayOff'>): string {
    const parts = [
      ...(hour === undefined ? [] : [this.say(`at ${hour}`, `ora ${hour}`)]),
      ...(dayOff === 'before' ? [this.say('on a day off, the day before it', 'dacă e zi liberă, înainte de ea')] : []),
      ...(dayOff === 'after' ? [this.say('on a day off, the day after it', 'dacă e zi liberă, după ea')] : []),
    ]
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`
  }

  /** "If late, the head of the department is told and a reason is asked for." */
  late(node: SchemaNode): string[] {
    const deadline = 'deadline' in node ? node.deadline : undefined
    if (!deadline) return []
    const reason =
      deadline.reason === undefined ? [] : [this.say('Whoever is late is asked for a reason.', 'Cine întârzie trebuie să spună de ce.')]
    return [...this.steps(deadline.steps, deadline.in, node.id), ...reason]
  }

  steps(
    steps: readonly NonNullable<NonNullable<ApprovalNode['deadline']>['steps']>[number][] | undefined,
    counting: 'calendar-time' | 'working-time' | undefined,
    node?: string,
  ): string[] {
    return (steps ?? []).map((step) => {
      const parts: string[] = []
      if (step.tell)
        parts.push(this.say(`${this.who(step.tell)} ${isOnePerson(step.tell) ? 'is' : 'are'} told`, `se anunță: ${this.who(step.tell)}`))
      if (step.pass) parts.push(this.say(`it passes to ${this.who(step.pass)}`, `trece la: ${this.who(step.pass)}`))
      if (step.choose !== undefined) {
        const name = quoted(this.speech, node === undefined ? step.choose : outcomeWords(this.schema, node, step.choose, this.speech))
        parts.push(this.say(`${name} is chosen by itself`, `se alege automat ${name}`))
      }
      if (step.does) {
        const done = listed(
          this.speech,
          step.does.map((one) => automationWords(this.speech, one)),
        )
        parts.push(this.say(`the program ${done}`, `programul ${done}`))
      }
      const again =
        step.every === undefined
          ? ''
          : this.say(
              `, again every ${durationWords(step.every, this.speech.language, counting)}`,
              `, din nou la fiecare ${durationWords(step.every, this.speech.language, counting)}`,
            )
      const most =
        step.atMost === undefined
          ? ''
          : this.say(
              `, at most ${counted(step.atMost, { en: ['time', 'times'], ro: ['dată', 'ori'] }, this.speech.language)}`,
              `, cel mult de ${counted(step.atMost, { en: ['time', 'times'], ro: ['dată', 'ori'] }, this.speech.language)}`,
            )
      const when = step.at.startsWith('-')
        ? this.say(
            `${capital(offsetWords(step.at, 'en', counting))} it is due`,
            `${capital(offsetWords(step.at, 'ro', counting))} de termen`,
          )
        : /^P0[DYMW]$|^PT0[HMS]$/.test(step.at)
          ? this.say('If late', 'Dacă întârzie')
          : this.say(`If ${durationWords(step.at, 'en', counting)} late`, `Dacă întârzie cu ${durationWords(step.at, 'ro', counting)}`)
      return `${when}, ${listed(this.speech, parts)}${again}${most}.`
    })
  }

  edits(node: Pick<ApprovalNode, 'edit'>): string[] {
    return (node.edit ?? []).map((rule) => {
      const fields = rule.fields?.length
        ? listed(
            this.speech,
            rule.fields.map((path) => quoted(this.speech, fieldName(this.speech, path))),
          )
        : this.say('the card', 'fișa')
      return this.say(`${capital(this.who(rule.who))} may change ${fields}.`, `${capital(fields)}: poate modifica ${this.who(rule.who)}.`)
    })
  }

  needs(node: StageNode | ApprovalNode | TaskNode): string[] {
    if (!node.needs?.length) return []
    const fields = fieldsListed(this.speech, node.needs)
    return [this.say(`To come here, ${fields} must be filled.`, `Ca să ajungă aici, trebuie completat: ${fields}.`)]
  }

  enters(node: SchemaNode): string[] {
    const does = 'onEnter' in node ? (node.onEnter ?? []) : []
    return does.length === 0
      ? []
      : [
          this.say(
            `When the document comes here, the program ${listed(
              this.speech,
              does.map((step) => automationWords(this.speech, step)),
            )}.`,
            `Când documentul ajunge aici, programul ${listed(
              this.speech,
              does.map((step) => automationWords(this.speech, step)),
            )}.`,
          ),
        ]
  }

  /** Where it goes on, outcome by outcome. */
  onward(id: string): string[] {
    const groups = new Map<string, Route[]>()
    for (const route of routesFrom(this.schema, id)) groups.set(route.on ?? '', [...(groups.get(route.on ?? '') ?? []), route])
    return [...groups].map(([on, routes]) => {
      const outcome = outcomeWords(this.schema, id, on === '' ? undefined : on, this.speech)
      const ways = routes.map((route) => {
        const leads = this.leads(id, route)
        if (route.otherwise && routes.length > 1) return this.say(`otherwise ${leads}`, `altfel ${leads}`)
        return route.when === undefined
          ? leads
          : this.say(`if ${conditionWords(this.speech, route.when)}, ${leads}`, `dacă ${conditionWords(this.speech, route.when)}, ${leads}`)
      })
      const start =
        outcome === ''
          ? this.say('Then ', 'Apoi ')
          : this.say(`On ${quoted(this.speech, outcome)}, `, `La ${quoted(this.speech, outcome)}, `)
      return `${start}${ways.join('; ')}.`
    })
  }

  leads(from: string, { to, atMost, then, arrives }: Route): string {
    const target = this.schema.nodes.find(({ id }) => id === to)
    const bar = target?.kind === 'join' && pathTo(this.schema, from).includes(target.fork)
    const end = target?.kind === 'end'
    const base = bar
      ? arrives === 'uncounted'
        ? this.say('this part is done without counting', 'această parte este gata, fără să conteze')
        : this.say('this part is done', 'această parte este gata')
      : end
        ? this.say(`it ends as ${this.name(to)}`, `se încheie cu ${this.name(to)}`)
        : this.say(`it goes to ${this.name(to)}`, `merge la ${this.name(to)}`)
    const leaving = pathTo(this.schema, from).filter(
      (fork) => !pathTo(this.schema, to).includes(fork) && !(target?.kind === 'join' && target.fork === fork),
    )
    const ends =
      leaving.length > 0 && !bar ? this.say(`, which ends ${this.name(leaving[0]!)}`, `, iar ${this.name(leaving[0]!)} se încheie`) : ''
    const limit =
      atMost !== undefined && then !== undefined
        ? this.say(
            `, at most ${counted(atMost, { en: ['time', 'times'], ro: ['dată', 'ori'] }, 'en')}, after that to ${this.name(then)}`,
            `, cel mult de ${counted(atMost, { en: ['time', 'times'], ro: ['dată', 'ori'] }, 'ro')}, apoi la ${this.name(then)}`,
          )
        : ''
    return `${base}${ends}${limit}`
  }

  names(ids: readonly string[]): string {
    return nodesListed(this.speech, ids)
  }
}
