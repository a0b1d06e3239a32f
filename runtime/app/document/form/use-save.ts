import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { DocumentAnswer, TypeAnswer } from '../../../api/answers.ts'
import type { FailedCheck } from '../../../engine/problem.ts'
import { type CommandOptions, command, get, newKey, type Reply } from '../../data/client.ts'
import { documentPath } from '../../data/document.ts'
import { keys } from '../../data/queries.ts'
import { fieldProblems, type Refusal } from '../../data/refusal.ts'
import { useTexts } from '../../language/texts.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { changesOf, reduceCard } from './card-state.ts'
import { type CardInHand, cardToCreate, labelOfPath } from './use-card.ts'
import { valueProblems } from './value-problems.ts'

/** What stands between a wish and its being done, and is asked of the person. */
export type Asked = { readonly kind: 'conflicts' } | { readonly kind: 'overrides'; readonly checks: readonly FailedCheck[] }

export interface Saving {
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly asked: Asked | null
  /** Sends what is on the form by a command that takes changes along; answers whether it was done. */
  readonly send: (wish: Wish, overrides?: Readonly<Record<string, string>>) => Promise<DocumentAnswer | null>
  /** Sends the last wish again, with reasons or after conflicts were settled. */
  readonly again: (overrides?: Readonly<Record<string, string>>) => Promise<DocumentAnswer | null>
  readonly forget: () => void
  readonly keep: (document: DocumentAnswer) => void
}

/** A command of the document that carries the changes of the form: an edit alone, or an action. */
export interface Wish {
  /** Under `/api/documents/{type}/{id}`; empty for a plain edit. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly onDone?: (document: DocumentAnswer) => void
}

export const edit: Wish = { path: '', body: {} }

interface UseSave {
  readonly card: CardInHand
  readonly answer: TypeAnswer
  /** Null while the document is new: then sending creates it. */
  readonly id: string | null
  /** Some values stand in the way: shows the first of them. */
  readonly onProblems: (paths: readonly string[]) => void
}

/** Sends a form: with the values that each change started from, so that nobody's work is overwritten unseen. */
export function useSave({ card, answer, id, onProblems }: UseSave): Saving {
  const client = useQueryClient()
  const texts = useTexts()
  const formats = useFormats()
  const { type } = answer
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const last = useRef<Wish>(edit)
  // A command whose answer got lost goes out again under the same key, so that it is done once.
  const lost = useRef<{ readonly key: string; readonly body: string } | null>(null)
  const state = useRef(card.state)
  state.current = card.state

  const keep = useCallback(
    (document: DocumentAnswer) => {
      client.setQueryData(keys.document(document.type, document.id), document)
      client.invalidateQueries({ queryKey: [...keys.document(document.type, document.id), 'history'] })
      client.invalidateQueries({ queryKey: keys.inbox })
      client.invalidateQueries({ queryKey: keys.registry(document.type) })
    },
    [client],
  )

  const request = (wish: Wish, from: CardInHand['state'], overrides: Readonly<Record<string, string>>): Promise<Reply<DocumentAnswer>> => {
    const reasons = Object.keys(overrides).length > 0 ? { overrides } : {}
    const give = async (path: string, body: object, options: CommandOptions) => {
      const written = JSON.stringify([path, body])
      const key = lost.current?.body === written ? lost.current.key : newKey()
      const reply = await command<DocumentAnswer>(path, body, { ...options, key })
      lost.current = !reply.ok && reply.refusal.status === 0 ? { key, body: written } : null
      return reply
    }
    if (id === null) return give(`/api/documents/${encodeURIComponent(type.id)}`, { card: cardToCreate(from), ...reasons }, {})
    const changes = changesOf(from)
    const path = documentPath(type.id, id)
    const seen = { ifMatch: from.revision }
    if (wish.path === '') return give(path, { changes, ...reasons }, { ...seen, method: 'PATCH' })
    if (changes.length === 0) return give(`${path}/${wish.path}`, wish.body, {})
    return give(`${path}/${wish.path}`, { ...wish.body, changes, ...reasons }, seen)
  }

  async function attempt(wish: Wish, overrides: Readonly<Record<string, string>>): Promise<DocumentAnswer | null> {
    let from = state.current
    for (let attempts = 0; ; attempts++) {
      const reply = await request(wish, from, overrides)
      if (reply.ok) {
        card.dispatch({ kind: 'saved', card: reply.value.card, revision: reply.value.revision, sent: from.working })
        card.refuse(new Map())
        keep(reply.value)
        wish.onDone?.(reply.value)
        return reply.value
      }
      const { problem } = reply.refusal
      if ((problem.code === 'stale' || problem.code === 'edit-conflict') && id !== null && attempts < 2) {
        const fresh = await get<DocumentAnswer>(documentPath(type.id, id)).catch(() => null)
        if (fresh) {
          const event = { kind: 'refreshed', card: fresh.card, revision: fresh.revision } as const
          card.dispatch(event)
          client.setQueryData(keys.document(fresh.type, fresh.id), fresh)
          from = reduceCard(from, event)
          if (from.conflicts.size > 0) {
            setAsked({ kind: 'conflicts' })
            return null
          }
          if (problem.code === 'stale') continue
        }
      }
      if (problem.code === 'check-failed' && problem.checks.every(({ mayOverride }) => mayOverride)) {
        setAsked({ kind: 'overrides', checks: problem.checks })
        return null
      }
      refuse(reply.refusal)
      return null
    }
  }

  function refuse(reason: Refusal) {
    const { problem } = reason
    const shown = state.current.working
    const found = new Map(fieldProblems(reason, (path) => labelOfPath(type, shown, path, texts), texts))
    if (problem.code === 'card-invalid')
      for (const [path, sentence] of valueProblems(type, problem.errors, texts, formats)) found.set(path, sentence)
    if (problem.code === 'not-unique') found.set(problem.field, texts.t('value.notUnique'))
    card.refuse(found)
    setRefusal(reason)
    if (found.size > 0) onProblems([...found.keys()])
  }

  async function send(wish: Wish, overrides: Readonly<Record<string, string>> = {}): Promise<DocumentAnswer | null> {
    last.current = wish
    setRefusal(null)
    setAsked(null)
    if (card.unreadable.size > 0) {
      onProblems([...card.unreadable.keys()])
      return null
    }
    if (state.current.conflicts.size > 0) {
      setAsked({ kind: 'conflicts' })
      return null
    }
    setBusy(true)
    try {
      return await attempt(wish, overrides)
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    refusal,
    asked,
    send,
    again: (overrides) => send(last.current, overrides),
    forget: () => {
      setRefusal(null)
      setAsked(null)
    },
    keep,
  }
}
