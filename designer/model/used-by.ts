import type { LocalText } from '../../runtime/engine/site.ts'
import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { at } from '../../schemas/pointer.ts'
import { type Reference, referencesOf, type Thing } from './references.ts'
import { nameOfThing } from './things.ts'
import { called, nodeName, quoted, type Speech, say } from './words/speech.ts'
import { definitionAt, type Target, type Workspace } from './workspace.ts'

/** Something that uses a thing, as the panel lists it. */
export interface Use {
  readonly definition: Target
  /** A pointer to what uses it, for the jump. */
  readonly at: string
  /** Which icon: of what kind the user is. */
  readonly kind:
    | 'rule'
    | 'view'
    | 'form'
    | 'calculation'
    | 'condition'
    | 'access'
    | 'number'
    | 'title'
    | 'step'
    | 'arrow'
    | 'button'
    | 'reminder'
    | 'field'
    | 'list'
    | 'type'
    | 'other'
  /** `Rule “A contract cannot end before it is signed.”` */
  readonly words: string
}

/** What uses a thing, each user once, in the order of definitions. The thing's own definition of itself is no use. */
export function usedBy(workspace: Workspace, thing: Thing, speech: Speech): readonly Use[] {
  const uses = new Map<string, Use>()
  for (const reference of referencesOf(workspace)) {
    if (reference.thing !== thing) continue
    const use = readUse(workspace, reference, speech)
    const key = `${use.definition.kind}/${use.definition.id} ${use.words}`
    if (!uses.has(key)) uses.set(key, use)
  }
  return [...uses.values()]
}

/** How many uses each thing has; for lists that show the count beside each row. */
export function useCounts(workspace: Workspace): ReadonlyMap<Thing, number> {
  const counts = new Map<Thing, Set<string>>()
  for (const { thing, definition, at: pointer } of referencesOf(workspace)) {
    const places = counts.get(thing) ?? new Set<string>()
    counts.set(thing, places)
    places.add(`${definition.kind}/${definition.id} ${ownerOf(definition.kind, pointer)}`)
  }
  return new Map([...counts].map(([thing, places]) => [thing, places.size]))
}

/** Uses that taking the thing away mends by itself: places that merely list it. */
const listing =
  /^\/(layout\/.*\/columns\/|views\/\d+\/(columns|sort)\/|checks\/\d+\/fields\/|deadline\/pauseAt\/|nodes\/\d+\/deadline\/pauseAt\/|anywhere\/\d+\/notIn\/|bar\/stages\/|nodes\/\d+\/ask\/\d+\/prefer\/)/
/** Arrows to a step follow it, and what is inside a step goes with it. */
const following = /^\/(routes\/\d+\/(from|to|then|on)|start|nodes\/\d+\/(in|fork))$/

/** What would break if the thing were taken away, in one sentence, with each place; null where nothing would. */
export function breaksWithout(
  workspace: Workspace,
  thing: Thing,
  speech: Speech,
): { readonly sentence: string; readonly uses: readonly Use[] } | null {
  const hard = referencesOf(workspace).filter(
    (reference) => reference.thing === thing && !listing.test(reference.at) && !(thing.startsWith('node:') && following.test(reference.at)),
  )
  const uses = [...new Map(hard.map((reference) => readUse(workspace, reference, speech)).map((use) => [use.words, use])).values()]
  if (uses.length === 0) return null
  const name = quoted(speech, called(speech, nameOfThing(workspace, thing)))
  const first = uses.slice(0, 3).map(({ words }) => words)
  const more = uses.length > 3 ? say(speech, ` and ${uses.length - 3} more`, ` și încă ${uses.length - 3}`) : ''
  return {
    uses,
    sentence: say(
      speech,
      `Without ${name} these would have to be mended: ${first.join('; ')}${more}.`,
      `Fără ${name} ar trebui remediate: ${first.join('; ')}${more}.`,
    ),
  }
}

/** The thing to which a place belongs: a view, a rule, a step, not each column of it; of a reminder, all of it. */
function ownerOf(kind: Target['kind'], pointer: string): string {
  if (kind !== 'document-type' && kind !== 'approval-schema') return ''
  const [list = '', index = ''] = pointer.split('/').slice(1)
  return ['layout', 'access', 'number', 'title', 'approval'].includes(list) ? list : `${list}/${index}`
}

function readUse(workspace: Workspace, { definition, at: pointer }: Reference, speech: Speech): Use {
  const body = definitionAt(workspace, definition.kind, definition.id)!
  const speaking: Speech = { ...speech, workspace, ...(definition.kind === 'approval-schema' && { schema: body as ApprovalSchema }) }
  const name = (text: LocalText | undefined, otherwise = '') => quoted(speaking, text === undefined ? otherwise : called(speaking, text))
  const made = (kind: Use['kind'], en: string, ro: string): Use => ({ definition, at: pointer, kind, words: say(speaking, en, ro) })
  const whole = name(body.label)
  const [list = '', index = '', ...rest] = pointer.split('/').slice(1)
  const item = at(body, `/${list}/${index}`) as { label?: LocalText; else?: LocalText; from?: string; to?: string; id?: string } | undefined
  switch (definition.kind) {
    case 'document-type':
      return { ...inType(), definition, at: pointer }
    case 'approval-schema': {
      if (list === 'nodes') {
        const inner =
          rest[0] === 'actions' ? (at(body, `/nodes/${index}/actions/${rest[1]}`) as { label?: LocalText } | undefined) : undefined
        const step = quoted(speaking, nodeName(speaking, item?.id ?? ''))
        if (inner)
          return made(
            'button',
            `Button ${name(inner.label)} of ${step}, in ${whole}`,
            `Butonul ${name(inner.label)} de la ${step}, în ${whole}`,
          )
        return made('step', `Step ${step}, in ${whole}`, `Pasul ${step}, în ${whole}`)
      }
      if (list === 'routes') {
        const [from, to] = [
          item?.from === 'anywhere' ? say(speaking, 'anywhere', 'oriunde') : quoted(speaking, nodeName(speaking, item?.from ?? '')),
          quoted(speaking, nodeName(speaking, item?.to ?? '')),
        ]
        return made('arrow', `Arrow from ${from} to ${to}, in ${whole}`, `Săgeata de la ${from} la ${to}, în ${whole}`)
      }
      if (list === 'anywhere')
        return made('button', `Button ${name(item?.label)} anywhere, in ${whole}`, `Butonul ${name(item?.label)} de oriunde, în ${whole}`)
      return made('step', `Approval schema ${whole}`, `Schema de aprobare ${whole}`)
    }
    case 'reminder-rule':
      return made('reminder', `Reminder ${whole}`, `Mementoul ${whole}`)
    case 'directory':
      return made('list', `List of choices ${whole}`, `Nomenclatorul ${whole}`)
    case 'print-form':
      return made('other', `Print form ${whole}`, `Formularul tipărit ${whole}`)
  }

  function inType(): Use {
    switch (list) {
      case 'fields': {
        const column =
          rest[0] === 'fields' ? (at(body, `/fields/${index}/fields/${rest[1]}`) as { label?: LocalText } | undefined) : undefined
        const field = column
          ? `${called(speaking, item!.label!)} → ${called(speaking, column.label ?? '')}`
          : called(speaking, item?.label ?? '')
        const key = (column ? rest[2] : rest[0]) ?? ''
        const of = `${quoted(speaking, field)}, ${whole}`
        if (key === 'formula') return made('calculation', `Calculation of ${of}`, `Calculul lui ${of}`)
        if (key === 'rollup') return made('calculation', `Total ${of}`, `Totalul ${of}`)
        if (key.endsWith('When') || key === 'where' || key === 'defaultFrom')
          return made('condition', `Condition of ${of}`, `Condiția lui ${of}`)
        return made('field', `Field ${of}`, `Câmpul ${of}`)
      }
      case 'checks':
        return made('rule', `Rule ${name(item?.else)}`, `Regula ${name(item?.else)}`)
      case 'views':
        if (rest[0] === 'sort')
          return made(
            'view',
            `View ${name(item?.label)}, sorted by it, in ${whole}`,
            `Vederea ${name(item?.label)}, ordonată după el, în ${whole}`,
          )
        return made('view', `View ${name(item?.label)} of ${whole}`, `Vederea ${name(item?.label)} din ${whole}`)
      case 'layout':
        return made('form', `Form of ${whole}`, `Formularul ${whole}`)
      case 'access':
        return made('access', `Rights on ${whole}`, `Drepturile pe ${whole}`)
      case 'number':
        return made('number', `Numbers of ${whole}`, `Numerele pentru ${whole}`)
      case 'title':
        return made('title', `Title of ${whole}`, `Titlul pentru ${whole}`)
      case 'conversions':
        return made('button', `Button ${name(item?.label)} of ${whole}`, `Butonul ${name(item?.label)} din ${whole}`)
      case 'approval':
        return made('type', `Document type ${whole}`, `Tipul de document ${whole}`)
      default:
        return made('type', `Document type ${whole}`, `Tipul de document ${whole}`)
    }
  }
}

/** The fields of a type that stand nowhere on its form and wait in the palette. */
export function fieldsNotPlaced(type: DocumentType): readonly DocumentType['fields'][number][] {
  if (!type.layout) return []
  const placed = new Set(
    type.layout.flatMap(({ sections }) => sections.flatMap(({ columns }) => columns.flat())).filter((cell) => typeof cell === 'string'),
  )
  return type.fields.filter(({ id, retired }) => !retired && !placed.has(id))
}
