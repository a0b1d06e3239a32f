import type { Finding } from '../../schemas/finding.ts'
import type { ApprovalSchema, Route, SchemaNode } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { at } from '../../schemas/pointer.ts'
import { setAt } from './at-pointer.ts'
import { layoutOf } from './commands/type/layout-cells.ts'
import type { Command } from './commands.ts'
import { idFrom } from './ids.ts'
import { mainRoute, nodeById, outcomesFrom, pathTo, routeKeys, routesFrom } from './schema-graph.ts'
import { called, fieldName, nodeName, quoted, type Speech, say } from './words/speech.ts'
import { type Definition, definitionAt, releasedAt, type Target, type Workspace } from './workspace.ts'

/** A mend for a finding: named by what it does, and the commands that do it, to be executed as one step. */
export interface Repair {
  readonly label: string
  /** The definition that the commands are executed on: not always the one in which it was found. */
  readonly target: Target
  readonly commands: readonly Command[]
}

/** The mends that there are for a finding, the likeliest first. None where only a person can know. */
export function repairsOf(workspace: Workspace, finding: Finding, speech: Speech): readonly Repair[] {
  const target = finding.definition as Target | undefined
  const body = target && definitionAt(workspace, target.kind, target.id)
  if (!target || !body) return []
  const schema = target.kind === 'approval-schema' ? (body as ApprovalSchema) : undefined
  const speaking: Speech = { ...speech, workspace, schema: schema ?? speech.schema }
  const made = schema ? schemaRepairs(schema, finding, speaking, target) : []
  return [...made, ...anyRepairs(workspace, body, finding, speaking, target)]
}

type Facts = Finding['facts']
const text = (facts: Facts, key: string): string => String(facts[key] ?? '')

function schemaRepairs(schema: ApprovalSchema, finding: Finding, speech: Speech, target: Target): Repair[] {
  const { code, facts, path } = finding
  const repair = (label: string, ...commands: Command[]): Repair => ({ label, target, commands })
  const routeAt = (pointer: string): { route: Route; key: string } | undefined => {
    const index = Number(/^\/routes\/(\d+)/.exec(pointer)?.[1] ?? Number.NaN)
    const route = schema.routes[index]
    return route && { route, key: routeKeys(schema)[index]! }
  }
  const name = (id: string) => nodeName(speech, id)
  const say2 = (en: string, ro: string) => say(speech, en, ro)
  switch (code) {
    case 'outcome-without-route': {
      const [node, outcome] = [text(facts, 'node'), text(facts, 'outcome')]
      return targetsFor(schema, node, outcome).map(({ to, back }) =>
        repair(
          back
            ? say2(`Send it back to ${name(to)}`, `Trimite înapoi la ${name(to)}`)
            : say2(`Go on to ${name(to)}`, `Continuă la ${name(to)}`),
          { type: 'connect-nodes', from: node, to, ...(plainOutcome(schema, node, outcome) ? {} : { outcome }) },
        ),
      )
    }
    case 'decision-without-otherwise':
    case 'fork-without-otherwise':
    case 'outcome-without-otherwise': {
      const node = text(facts, 'node')
      const routes = routesFrom(schema, node).filter(({ on }) => code !== 'outcome-without-otherwise' || on === facts.outcome)
      const last = routes.at(-1)
      if (!last) return []
      const key = routeKeys(schema)[schema.routes.indexOf(last)]!
      return [
        repair(say2(`Otherwise go to ${name(last.to)}`, `Altfel, mergi la ${name(last.to)}`), {
          type: 'set-route-otherwise',
          route: key,
          otherwise: true,
        }),
      ]
    }
    case 'route-without-when': {
      const found = routeAt(path)
      return found
        ? [
            repair(say2(`Take it when no other is: ${name(found.route.to)}`, `Urmeaz-o când nu e alta: ${name(found.route.to)}`), {
              type: 'set-route-otherwise',
              route: found.key,
              otherwise: true,
            }),
          ]
        : []
    }
    case 'otherwise-with-when': {
      const found = routeAt(path)
      return found
        ? [
            repair(say2('Leave the condition out', 'Renunță la condiție'), {
              type: 'set-route-otherwise',
              route: found.key,
              otherwise: true,
            }),
          ]
        : []
    }
    case 'second-route':
    case 'route-from-end':
    case 'unknown-outcome': {
      const found = routeAt(path)
      return found
        ? [
            repair(say2(`Remove the arrow to ${name(found.route.to)}`, `Șterge săgeata către ${name(found.route.to)}`), {
              type: 'remove-route',
              route: found.key,
            }),
          ]
        : []
    }
    case 'route-without-outcome': {
      const found = routeAt(path)
      const node = found && nodeById(schema, found.route.from)
      const free =
        node && 'actions' in node
          ? (node.actions ?? []).find(({ id, retired }) => !retired && !schema.routes.some(({ from, on }) => from === node.id && on === id))
          : undefined
      return found && free
        ? [
            repair(
              say2(`Take it on ${quoted(speech, called(speech, free.label))}`, `Urmeaz-o la ${quoted(speech, called(speech, free.label))}`),
              { type: 'set-route-outcome', route: found.key, on: free.id },
            ),
          ]
        : []
    }
    case 'at-most-without-then': {
      const found = routeAt(path)
      return found
        ? [repair(say2('As often as needed', 'De câte ori e nevoie'), { type: 'set-route-limit', route: found.key, limit: null })]
        : []
    }
    case 'join-without-unreached': {
      const join = text(facts, 'join')
      const to = schema.start
      return [
        repair(say2(`If not reached, back to ${name(to)}`, `Dacă nu s-a întrunit, înapoi la ${name(to)}`), {
          type: 'connect-nodes',
          from: join,
          outcome: 'unreached',
          to,
        }),
      ]
    }
    case 'join-never-met':
      return joinThatCanBeMet(schema, text(facts, 'join'), speech).map(({ label, commands }) => repair(label, ...commands))
    case 'block-entered-twice': {
      const fork = text(facts, 'fork')
      const within = (id: string) => pathTo(schema, id).includes(fork)
      const entering = schema.routes.flatMap(({ from, to }, index) => (within(to) && from !== fork && !within(from) ? [index] : []))
      return entering.length === 0
        ? []
        : [
            repair(
              say2('Begin the block with all its branches', 'Începe blocul cu toate ramurile lui'),
              ...entering.map((index): Command => ({ type: 'reconnect-route', route: routeKeys(schema)[index]!, to: fork })),
            ),
          ]
    }
    case 'block-passed-at-once':
      return [
        repair(say2('Wait for all instead', 'Așteaptă-i pe toți'), {
          type: 'set-node-property',
          node: text(facts, 'join'),
          property: 'rule',
          value: undefined,
        }),
      ]
    case 'join-always-met': {
      const index = schema.routes.findIndex(({ from, on }) => from === facts.join && on === 'unreached')
      return index < 0
        ? []
        : [
            repair(say2('Remove the arrow “not reached”', 'Șterge săgeata „nu s-a întrunit”'), {
              type: 'remove-route',
              route: routeKeys(schema)[index]!,
            }),
          ]
    }
    case 'only-leads-out':
      return [
        repair(say2(`Move ${name(text(facts, 'node'))} out of the block`, `Scoate ${name(text(facts, 'node'))} din bloc`), {
          type: 'move-out-of-block',
          node: text(facts, 'node'),
        }),
      ]
    case 'branch-begins-outside': {
      const [node, fork] = [text(facts, 'node'), text(facts, 'fork')]
      const join = schema.nodes.find((one) => one.kind === 'join' && one.fork === fork)
      const keys = routeKeys(schema).filter((_, index) => schema.routes[index]!.from === fork && schema.routes[index]!.to === node)
      const inside = repair(say2(`Move ${name(node)} into the block`, `Mută ${name(node)} în bloc`), {
        type: 'move-into-block',
        node,
        fork,
      })
      if (!join) return [inside]
      const empty = repair(
        say2('Leave this branch empty', 'Lasă ramura goală'),
        ...keys.map((route): Command => ({ type: 'reconnect-route', route, to: join.id })),
      )
      // Where documents end, and where another block is left, is no part of this block.
      return ['end', 'join'].includes(nodeById(schema, node)?.kind ?? '') ? [empty] : [inside, empty]
    }
    case 'join-not-beside-fork': {
      const fork = nodeById(schema, text(facts, 'fork'))
      return [
        repaired(schema, target, say2('Put it beside its block', 'Pune-l lângă blocul lui'), (one) =>
          putBeside(one, text(facts, 'join'), fork?.in),
        ),
      ]
    }
    case 'fork-without-join':
      return [
        repaired(schema, target, say2('Add the step that waits for all', 'Adaugă pasul care îi așteaptă pe toți'), (one) =>
          withJoin(one, text(facts, 'fork')),
        ),
      ]
    case 'unreachable-node': {
      const node = text(facts, 'node')
      // The only end is what others are to be led to.
      const ends = schema.nodes.filter((one) => one.kind === 'end' && one.in === undefined)
      return ends.length === 1 && ends[0]!.id === node
        ? []
        : [repair(say2(`Remove ${name(node)}`, `Șterge ${name(node)}`), { type: 'remove-nodes', nodes: [node] })]
    }
    case 'action-without-who':
      return [
        repair(say2('The author may press it', 'Îl poate apăsa autorul'), {
          type: 'set-audience',
          at: `${path}/who`,
          audience: [{ the: 'author' }],
        }),
      ]
    case 'action-of-nobody':
      return [
        repair(say2('The author may press it', 'Îl poate apăsa autorul'), {
          type: 'set-audience',
          at: path,
          audience: [{ the: 'author' }],
        }),
      ]
    case 'nobody-to-ask':
    case 'nobody-to-ask-for-some': {
      const node = nodeById(schema, text(facts, 'node'))
      if (!node || (node.kind !== 'approval' && node.kind !== 'task')) return []
      const head = say2('Then ask the author’s manager', 'Atunci întreabă superiorul autorului')
      const instead: Command[] = node.ifNobody?.ask.length
        ? []
        : [{ type: 'add-line', node: node.id, ifNobody: true, who: [{ managerOf: 'author' }] }]
      const others: Repair[] = node.except?.some(({ the }) => the === 'author')
        ? [
            repair(say2('Let authors decide about their own', 'Lasă autorii să decidă și la ale lor'), {
              type: 'set-node-property',
              node: node.id,
              property: 'except',
              value: node.except.filter(({ the }) => the !== 'author'),
            } as Command),
          ]
        : []
      return [...(instead.length > 0 ? [repair(head, ...instead)] : []), ...others]
    }
    case 'nothing-counts-for': {
      const node = nodeById(schema, text(facts, 'node'))
      const first = node && 'actions' in node ? node.actions?.find(({ retired }) => !retired) : undefined
      return first
        ? [
            repair(
              say2(
                `Count ${quoted(speech, called(speech, first.label))} as a yes`,
                `Consideră ${quoted(speech, called(speech, first.label))} ca acord`,
              ),
              { type: 'set-action-property', node: node!.id, action: first.id, property: 'counts', value: 'for' },
            ),
          ]
        : []
    }
    case 'as-without-each':
      return [
        repair(say2('Leave the name out', 'Renunță la nume'), {
          type: 'set-node-property',
          node: text(facts, 'node'),
          property: 'as',
          value: undefined,
        } as Command),
      ]
    case 'lead-last-without-lead':
      return [
        repair(say2('Ask all at the same time', 'Întreabă-i pe toți deodată'), {
          type: 'set-node-property',
          node: text(facts, 'node'),
          property: 'order',
          value: undefined,
        } as Command),
      ]
    case 'who-is-asked':
      return [repair(say2('Leave them out', 'Renunță la ele'), { type: 'set-audience', at: path, audience: undefined })]
    case 'no-way-to-end':
    case 'no-way-to-join':
    case 'join-without-route':
      return ledOn(schema, text(facts, code === 'join-without-route' ? 'join' : 'node'), speech).map(({ label, commands }) =>
        repair(label, ...commands),
      )
    case 'circle-by-itself': {
      const nodes = (facts.nodes ?? []) as readonly string[]
      return ledOn(schema, nodes.at(-2) ?? '', speech, nodes[0]).map(({ label, commands }) => repair(label, ...commands))
    }
    case 'join-from-outside': {
      const found = routeAt(path)
      const fork = text(facts, 'fork')
      return found
        ? [repair(say2(`Begin ${name(fork)} instead`, `Începe ${name(fork)}`), { type: 'reconnect-route', route: found.key, to: fork })]
        : []
    }
    default:
      return []
  }
}

/**
 * A way on for a node that has none: to the join of its block, at the top to the end. What has a free way out gets an arrow; of what
 * only goes round, one arrow is led on: the one to `instead`, else the last.
 */
function ledOn(schema: ApprovalSchema, id: string, speech: Speech, instead?: string): Pick<Repair, 'label' | 'commands'>[] {
  const node = nodeById(schema, id)
  if (!node || node.kind === 'end') return []
  const onward = schema.nodes.find(
    (one) =>
      one.id !== id && (node.in === undefined ? one.kind === 'end' && one.in === undefined : one.kind === 'join' && one.fork === node.in),
  )
  if (!onward) return []
  const label = say(speech, `Go on to ${nodeName(speech, onward.id)}`, `Continuă la ${nodeName(speech, onward.id)}`)
  const ways = routesFrom(schema, id)
  const free = outcomesFrom(schema, id).some((on) => !ways.some((way) => way.on === on))
  if (instead === undefined && (free || ways.length === 0))
    return [{ label, commands: [{ type: 'connect-nodes', from: id, to: onward.id }] }]
  const way = ways.findLast(({ to }) => instead === undefined || to === instead)
  return way
    ? [{ label, commands: [{ type: 'reconnect-route', route: routeKeys(schema)[schema.routes.indexOf(way)]!, to: onward.id }] }]
    : []
}

/** A need that can be met: of all that were begun, else of the first that comes, else of those too that came without counting. */
function joinThatCanBeMet(schema: ApprovalSchema, id: string, speech: Speech): Pick<Repair, 'label' | 'commands'>[] {
  const join = nodeById(schema, id)
  if (join?.kind !== 'join') return []
  const ruled = (value: 'any' | undefined): Command => ({ type: 'set-node-property', node: id, property: 'rule', value })
  if (typeof join.rule === 'object') {
    return [{ label: say(speech, 'Wait for all instead', 'Așteaptă-i pe toți'), commands: [ruled(undefined)] }]
  }
  if (join.rule !== 'any') return [{ label: say(speech, 'Go on with the first', 'Continuă cu primul'), commands: [ruled('any')] }]
  const keys = routeKeys(schema).filter((_, index) => schema.routes[index]!.to === id && schema.routes[index]!.arrives === 'uncounted')
  if (keys.length === 0) return []
  const commands = keys.map((route): Command => ({ type: 'set-route-arrival', route, counts: true }))
  return [{ label: say(speech, 'Count every arrow that comes here', 'Numără toate săgețile care ajung aici'), commands }]
}

/** Where an outcome could lead: a no goes back to where documents begin, a yes on to where the others go. */
function targetsFor(schema: ApprovalSchema, node: string, outcome: string): { to: string; back: boolean }[] {
  const source = nodeById(schema, node)
  const main = source && mainRoute(schema, node)
  const against =
    outcome === 'rejected' ||
    (source && 'actions' in source && source.actions?.some(({ id, counts }) => id === outcome && counts === 'against')) ||
    false
  const back = node !== schema.start && nodeById(schema, schema.start)?.kind === 'stage' ? [{ to: schema.start, back: true }] : []
  const end =
    schema.nodes.find(({ kind, in: around }) => kind === 'end' && around === source?.in) ?? schema.nodes.find(({ kind }) => kind === 'end')
  const on = main && main.on !== outcome ? [{ to: main.to, back: false }] : end ? [{ to: end.id, back: false }] : []
  return against ? [...back, ...on] : [...on, ...back]
}

/** An outcome that a plain arrow takes too. */
function plainOutcome(schema: ApprovalSchema, node: string, outcome: string): boolean {
  const source = nodeById(schema, node)
  return (
    outcome === 'done' && (source?.kind === 'automation' || (source?.kind === 'wait' && source.until.every(({ on }) => on === undefined)))
  )
}

/** A mend that no single command makes: the whole definition, changed in one place. */
function repaired<T extends Definition>(body: T, target: Target, label: string, edit: (body: T) => T): Repair {
  return { label, target, commands: [{ type: 'replace-source', definition: edit(body) }] }
}

function withJoin(schema: ApprovalSchema, fork: string): ApprovalSchema {
  const node = nodeById(schema, fork)!
  const id = idFrom(
    `${fork}-done`,
    'kebab',
    schema.nodes.map((one) => one.id),
    'join',
  )
  const xy = node.xy ? { xy: [node.xy[0] + 440, node.xy[1]] as [number, number] } : {}
  const join: SchemaNode = { id, kind: 'join', fork, ...xy, ...(node.in !== undefined && { in: node.in }) }
  return { ...schema, nodes: [...schema.nodes, join] }
}

function putBeside(schema: ApprovalSchema, join: string, around: string | undefined): ApprovalSchema {
  const nodes = schema.nodes.map((node) => {
    if (node.id !== join) return node
    const { in: _, ...rest } = node
    return (around === undefined ? rest : { ...rest, in: around }) as SchemaNode
  })
  return { ...schema, nodes }
}

function anyRepairs(workspace: Workspace, body: Definition, finding: Finding, speech: Speech, target: Target): Repair[] {
  const mend = finding.repair
  const { code, facts, path } = finding
  const say2 = (en: string, ro: string) => say(speech, en, ro)
  if (mend?.code === 'rename') {
    const to = String(mend.facts.to)
    const changed = setAt(body, path, to)
    return at(body, path) === undefined
      ? []
      : [
          {
            label: say2(`Write ${quoted(speech, to)}`, `Scrie ${quoted(speech, to)}`),
            target,
            commands: [{ type: 'replace-source', definition: changed }],
          },
        ]
  }
  if (mend?.code === 'replace-in-expression') {
    const source = at(body, path)
    const [from, to, by, name] = [Number(mend.facts.from), Number(mend.facts.to), String(mend.facts.by), String(mend.facts.name)]
    if (typeof source !== 'string') return []
    // The place is that of the whole piece; the name stands somewhere in it.
    const inside = source.slice(from, to)
    const start = inside.lastIndexOf(name)
    const mended =
      start < 0
        ? source.slice(0, from) + by + source.slice(to)
        : source.slice(0, from + start) + by + source.slice(from + start + name.length)
    return [
      {
        label: say2(`Write ${quoted(speech, by)}`, `Scrie ${quoted(speech, by)}`),
        target,
        commands: [{ type: 'replace-source', definition: setAt(body, path, mended) }],
      },
    ]
  }
  if (mend?.code === 'add-to-layout') {
    const type = definitionAt(workspace, 'document-type', String(mend.facts.type))
    const field = String(mend.facts.field)
    const tab = type && layoutOf(type, workspace.languages)[0]
    const section = tab?.sections[0]
    if (!type || !tab || !section || !type.fields.some(({ id }) => id === field)) return []
    const label = fieldName({ ...speech, type }, field)
    return [
      {
        label: say2(`Put ${quoted(speech, label)} on the form`, `Pune ${quoted(speech, label)} în formular`),
        target: { kind: 'document-type', id: type.id },
        commands: [{ type: 'place-cell', cell: field, place: { tab: tab.id, section: section.id, column: 0 } }],
      },
    ]
  }
  if (mend?.code === 'retire-field')
    return [
      {
        label: say2('Take the old field out of use', 'Scoate din uz câmpul vechi'),
        target,
        commands: [{ type: 'retire-field', field: String(mend.facts.field) }],
      },
    ]
  if (mend?.code === 'restore-retired') return restored(workspace, body, finding, speech, target)
  if (mend?.code === 'new-field-from' && target.kind === 'document-type')
    return newKind(workspace, body as DocumentType, finding, speech, target)
  switch (code) {
    case 'twice-in-layout':
    case 'unknown-back': {
      if (target.kind !== 'document-type' || !path.startsWith('/layout')) return []
      const cell = path.replace(/\/list$/, '')
      return [
        {
          label: say2('Take it from the form', 'Scoate-l din formular'),
          target,
          commands: [{ type: 'replace-source', definition: setAt(body, cell, undefined) }],
        },
      ]
    }
    case 'unknown-field':
      if (target.kind !== 'document-type' || !/^\/layout\/.*\/columns\//.test(path)) return []
      return [
        {
          label: say2('Take it from the form', 'Scoate-l din formular'),
          target,
          commands: [{ type: 'replace-source', definition: setAt(body, path, undefined) }],
        },
      ]
    case 'not-in-a-reminder':
      return [
        {
          label: say2('Leave it out', 'Renunță la el'),
          target,
          commands: [{ type: 'replace-source', definition: setAt(body, path, undefined) }],
        },
      ]
    case 'edit-of-calculated':
    case 'edit-of-retired':
      return [
        {
          label: say2(
            `Leave ${quoted(speech, fieldName(speech, String(facts.field)))} out`,
            `Renunță la ${quoted(speech, fieldName(speech, String(facts.field)))}`,
          ),
          target,
          commands: [{ type: 'replace-source', definition: withoutItem(body, path) }],
        },
      ]
    default:
      return []
  }
}

/** A list with one item less; a list that would be empty goes. */
function withoutItem(body: Definition, path: string): Definition {
  const list = at(body, path.slice(0, path.lastIndexOf('/')))
  return setAt(body, Array.isArray(list) && list.length === 1 ? path.slice(0, path.lastIndexOf('/')) : path, undefined)
}

/** What was deleted though it is in use comes back, out of use. */
function restored(workspace: Workspace, body: Definition, { facts, path }: Finding, speech: Speech, target: Target): Repair[] {
  const before = releasedAt(workspace, target.kind, target.id)
  const id = String(facts.found)
  const old = before && findIn(before, body, path, id)
  if (!old) return []
  const list = (at(body, path) ?? []) as unknown[]
  const label = (old as { label?: Parameters<typeof called>[1] }).label
  const name = quoted(speech, label === undefined ? id : called(speech, label))
  return [
    {
      label: say(speech, `Keep ${name}, out of use`, `Păstrează ${name}, scos din uz`),
      target,
      commands: [{ type: 'replace-source', definition: setAt(body, path, [...list, { ...old, retired: true }]) }],
    },
  ]
}

/** The item of the released definition in the list that stands at `path` of the new one: owners are found by their ids. */
function findIn(before: Definition, now: Definition, path: string, id: string): object | undefined {
  let [old, fresh]: [unknown, unknown] = [before, now]
  for (const key of path.split('/').slice(1)) {
    fresh = at(fresh, `/${key}`)
    const owner = (fresh as { id?: string } | undefined)?.id
    old = Array.isArray(old) && owner !== undefined ? old.find((one: { id?: string }) => one.id === owner) : at(old, `/${key}`)
  }
  return Array.isArray(old) ? old.find((one: { id?: string }) => one.id === id) : undefined
}

/** A field of another kind is a new field that takes over from the old one. */
function newKind(workspace: Workspace, type: DocumentType, { path }: Finding, speech: Speech, target: Target): Repair[] {
  const index = Number(/^\/fields\/(\d+)\/type$/.exec(path)?.[1] ?? Number.NaN)
  const field = type.fields[index]
  const old = field && releasedAt(workspace, 'document-type', type.id)?.fields.find(({ id }) => id === field.id)
  if (!field || !old) return []
  const id = idFrom(
    field.id,
    'camel',
    type.fields.map((one) => one.id),
    'field',
  )
  const fields = type.fields.flatMap((one) =>
    one === field
      ? [
          { ...old, retired: true as const, required: undefined },
          { ...field, id, from: old.id },
        ]
      : [one],
  )
  const layout = type.layout?.map((tab) => ({
    ...tab,
    sections: tab.sections.map((section) => ({
      ...section,
      columns: section.columns.map((cells) => cells.map((cell) => (cell === field.id ? id : cell))),
    })),
  }))
  const definition = JSON.parse(JSON.stringify({ ...type, fields, ...(layout && { layout }) })) as DocumentType
  return [
    {
      label: say(speech, 'Make it a new field that takes over from the old one', 'Fă-l un câmp nou, care îl preia pe cel vechi'),
      target,
      commands: [{ type: 'replace-source', definition }],
    },
  ]
}
