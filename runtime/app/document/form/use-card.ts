import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { LinkField } from '../../../../schemas/generated/card-field.ts'
import type { DocumentAnswer, TypeAnswer } from '../../../api/answers.ts'
import type { Card, CardValue } from '../../../engine/card/card.ts'
import { fieldsOf, isComputed } from '../../../engine/card/field.ts'
import { sameValue } from '../../../engine/card/same-value.ts'
import type { Change } from '../../../engine/document/command.ts'
import type { FailedCheck } from '../../../engine/problem.ts'
import { newId } from '../../data/new-id.ts'
import { useSession } from '../../data/session.ts'
import type { FieldSurroundings } from '../../fields/surroundings.tsx'
import { useTexts } from '../../language/texts.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useNow } from '../../language/use-now.ts'
import { useZone } from '../../language/zone.tsx'
import { browserFacts } from './browser-facts.ts'
import { type CardEvent, type CardState, changesOf, openedCard, reduceCard } from './card-state.ts'
import { rowsOf, valueAt } from './changes.ts'
import { broughtAlong, defaultsOf, type Evaluated, type Evaluation, evaluateCard } from './evaluate-card.ts'
import { linkFilter } from './link-filter.ts'
import { useLinkedFacts } from './use-linked-facts.ts'
import { valueProblems } from './value-problems.ts'

export interface CardInHand {
  readonly state: CardState
  readonly dispatch: (event: CardEvent) => void
  readonly evaluated: Evaluated
  readonly changes: readonly Change[]
  /** Whether the person may change a field now. */
  readonly mayEdit: (field: string) => boolean
  readonly type: (field: string, value: CardValue | undefined) => void
  /** What is typed and cannot be read yet, by path. */
  readonly unreadable: ReadonlyMap<string, string>
  readonly onInvalid: (path: string, problem: string | null) => void
  /** Sentences beside their fields, by path: what does not fit, broken rules, and what the server refused. */
  readonly problems: ReadonlyMap<string, string>
  /** Rules that are broken now. */
  readonly failing: readonly FailedCheck[]
  /** The server's problems, each shown until its value becomes another. */
  readonly refuse: (problems: ReadonlyMap<string, string>) => void
  readonly surroundings: FieldSurroundings
}

interface UseCard {
  readonly answer: TypeAnswer
  /** Null for a new document. */
  readonly document: DocumentAnswer | null
  /** Values that a new document comes with, beside its defaults. */
  readonly given?: Card
}

interface Refused {
  readonly text: string
  readonly value: CardValue | undefined
}

/** A card in somebody's hands: typed values, what the engine makes of them as they are typed, and what the server told. */
export function useCard({ answer, document, given = {} }: UseCard): CardInHand {
  const texts = useTexts()
  const formats = useFormats()
  const now = useNow()
  const zone = useZone()
  const session = useSession().data
  const me = session?.person ?? null
  const linked = useLinkedFacts()
  const { type } = answer
  const people = document?.people
  const siteLanguages = session?.site.languages

  const evaluation = useMemo<Evaluation>(
    () => ({
      program: { type },
      around: document ?? {
        id: '',
        type: type.id,
        number: null,
        title: {},
        status: type.statuses?.[0]?.id ?? 'active',
        author: me?.id ?? '',
        createdOn: now,
      },
      me: me?.id ?? null,
      facts: browserFacts({
        now,
        newId,
        zone,
        languages: siteLanguages ?? [texts.language],
        me,
        people: people ?? (me ? { [me.id]: me } : {}),
        types: [answer, ...linked.types.filter((one) => one.type.id !== type.id)],
        documents: linked.documents,
      }),
    }),
    [type, answer, document, me, now, zone, siteLanguages, people, linked.types, linked.documents, texts.language],
  )

  const [state, dispatch] = useReducer(reduceCard, null, () =>
    document
      ? openedCard(type, document.card, document.revision)
      : Object.entries(given).reduce(
          (made, [field, value]) => reduceCard(made, { kind: 'typed', field, value }),
          openedCard(type, defaultsOf(evaluation).card, 0),
        ),
  )
  // A document that rests where it follows the newest release may get another type with its next answer.
  useEffect(() => dispatch({ kind: 'retyped', type }), [type])
  useEffect(() => {
    if (document) dispatch({ kind: 'refreshed', card: document.card, revision: document.revision })
  }, [document])

  const evaluated = useMemo(
    () => evaluateCard(evaluation, document ? state.base : null, state.working),
    [evaluation, document, state.base, state.working],
  )
  useEffect(() => linked.want(evaluated.missing), [linked.want, evaluated.missing])
  const changes = useMemo(() => changesOf(state), [state])

  const editable = useMemo(
    () => new Set(document?.editable ?? type.fields.filter(mayFill(me?.roles ?? [])).map(({ id }) => id)),
    [document, type, me],
  )
  const mayEdit = useCallback(
    (field: string) => editable.has(field) && (evaluated.states.get(field)?.editable ?? false),
    [editable, evaluated.states],
  )

  const byHand = useRef(new Set<string>())
  const settled = useRef<Card>(state.working)
  const hasTyped = useRef(Object.keys(given).length > 0)
  if (hasTyped.current === false) settled.current = state.working
  const typeIn = useCallback((field: string, value: CardValue | undefined) => {
    byHand.current.add(field)
    hasTyped.current = true
    dispatch({ kind: 'typed', field, value })
  }, [])
  // What a chosen link brings along comes in as soon as the linked card is here.
  useEffect(() => {
    if (!hasTyped.current) return
    const brought = broughtAlong(evaluation, settled.current, state.working, byHand.current)
    if (brought.missing.length > 0) return linked.want(brought.missing)
    hasTyped.current = false
    settled.current = brought.card
    for (const field of fieldsOf(type).values())
      if (!isComputed(field) && editable.has(field.id) && !sameValue(brought.card[field.id], state.working[field.id]))
        dispatch({ kind: 'typed', field: field.id, value: brought.card[field.id] })
  }, [evaluation, state.working, editable, type, linked.want])

  const [unreadable, setUnreadable] = useState<ReadonlyMap<string, string>>(new Map())
  const onInvalid = useCallback((path: string, problem: string | null) => {
    setUnreadable((before) => {
      if ((before.get(path) ?? null) === problem) return before
      const after = new Map(before)
      if (problem === null) after.delete(path)
      else after.set(path, problem)
      return after
    })
  }, [])

  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map())
  const working = useRef(state.working)
  working.current = state.working
  const refuse = useCallback((problems: ReadonlyMap<string, string>) => {
    setRefused(new Map([...problems].map(([path, text]) => [path, { text, value: valueAt(working.current, path) }])))
  }, [])

  const dirty = changes.length > 0
  const failing = dirty || !document ? evaluated.failing : document.failing
  const problems = useMemo(() => {
    const touched = new Set(changes.map(({ path }) => path.split('/', 1)[0]))
    const found = valueProblems(
      type,
      evaluated.errors.filter(({ path }) => touched.has(path.split('/', 1)[0])),
      texts,
      formats,
    )
    for (const check of failing) for (const path of check.fields) if (!found.has(path)) found.set(path, texts.of(check.text))
    for (const [path, { text, value }] of refused) if (sameValue(value, valueAt(state.working, path))) found.set(path, text)
    return found
  }, [type, changes, evaluated.errors, failing, refused, state.working, texts, formats])

  const { shown } = evaluated
  const surroundings = useMemo<FieldSurroundings>(
    () => ({
      card: shown,
      directories: answer.directories,
      people: document?.people ?? {},
      linked: document?.linked ?? {},
      filterOf: (field: LinkField) => linkFilter(type, { ...evaluation.around, card: shown, derived: shown }, field),
    }),
    [shown, answer, document, type, evaluation.around],
  )

  return {
    state,
    dispatch,
    evaluated,
    changes,
    mayEdit,
    type: typeIn,
    unreadable,
    onInvalid,
    problems,
    failing,
    refuse,
    surroundings,
  }
}

/** On a new document whoever may create it fills everything, but what only some may edit; whom only the server knows is left to it. */
const mayFill =
  (roles: readonly string[]) =>
  (field: TypeAnswer['type']['fields'][number]): boolean =>
    field.formula === undefined &&
    field.rollup === undefined &&
    (field.editedBy === undefined ||
      field.editedBy.some(
        (entry) =>
          (entry.role !== undefined && roles.includes(entry.role)) ||
          entry.the === 'author' ||
          entry.the === 'me' ||
          entry.the === 'everyone',
      ))

/** The card of a new document as it is sent: what the person filled, null for a default that was taken away. */
export function cardToCreate({ base, working }: CardState): Record<string, CardValue | null> {
  const fields = [...new Set([...Object.keys(base), ...Object.keys(working)])]
  return Object.fromEntries(fields.filter((id) => !sameValue(base[id], working[id])).map((id) => [id, working[id] ?? null]))
}

/** A path in the words of the form: "Amount", "Works, row 2, Price". */
export function labelOfPath(type: TypeAnswer['type'], card: Card, path: string, { of, t }: ReturnType<typeof useTexts>): string {
  const [id = '', rowId, columnId] = path.split('/')
  const field = fieldsOf(type).get(id)
  if (!field) return t('form.notSeenField')
  if (rowId === undefined) return of(field.label)
  const number = rowsOf(card[id]).findIndex(({ _id }) => _id === rowId) + 1
  const row = number > 0 ? t('conflict.row', { table: of(field.label), number }) : of(field.label)
  const column = field.fields?.find((one) => one.id === columnId)
  return column ? `${row}, ${of(column.label)}` : row
}
