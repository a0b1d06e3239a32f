/**
 * The chain of hashes over a stream of events: each is hashed with the one before, so that tampering shows, and content
 * is hashed leaf by leaf with a salt, so that a leaf can be erased without breaking the chain.
 * What is hashed here is stored for ever: a change of these functions breaks every chain.
 */
import { canonicalJson, sha256Hex } from '../../../schemas/hash.ts'
import type { Id, Instant } from './state.ts'

/** What comes before the first event of a stream. */
export const genesis = ''

/** Names a stream inside its hashes, so that an event cannot be moved into another one. */
export const documentStream = (id: Id): string => `document/${id}`
export const talkStream = (id: Id): string => `talk/${id}`
export const siteStream = 'site'

/** An event of any stream, as far as the chain is concerned. */
export interface ChainedEvent {
  readonly sequence: number
  readonly at: Instant
  readonly by: Id | null
  readonly for: Id | null
  readonly body: object
  readonly leaves: readonly { readonly path: string; readonly value: unknown }[]
}

/** What sealing adds: a salt for each leaf (16 bytes, hex), the event's own hash and its predecessor's. */
export interface Seal {
  readonly salts: readonly string[]
  readonly hash: string
  readonly previous: string
}

/** A leaf as stored: with its value and salt, or only its hash once it was erased. */
export type SealedLeaf =
  | { readonly path: string; readonly value: unknown; readonly salt: string }
  | { readonly path: string; readonly hash: string }

export const leafHash = (path: string, value: unknown, salt: string): string => sha256Hex(salt + canonicalJson([path, value ?? null]))

export const sealedLeafHash = (leaf: SealedLeaf): string => ('hash' in leaf ? leaf.hash : leafHash(leaf.path, leaf.value, leaf.salt))

/** The hash of an event: its envelope, its leaves' paths and hashes, and its predecessor. */
export function eventHash(
  stream: string,
  { sequence, at, by, for: onBehalfOf, body }: Omit<ChainedEvent, 'leaves'>,
  leaves: readonly { readonly path: string; readonly hash: string }[],
  previous: string,
): string {
  return sha256Hex(
    canonicalJson({ stream, sequence, at, by, for: onBehalfOf, body, leaves: leaves.map(({ path, hash }) => [path, hash]), previous }),
  )
}

/** Seals new events behind `head`, in order. `newSalt` gives 16 random bytes in lower-case hex: the core has no dice. */
export function seal<E extends ChainedEvent>(stream: string, head: string, events: readonly E[], newSalt: () => string): (E & Seal)[] {
  let previous = head
  return events.map((event) => {
    const salts = event.leaves.map(() => newSalt())
    const leaves = event.leaves.map(({ path, value }, index) => ({ path, hash: leafHash(path, value, salts[index]!) }))
    const sealed = { ...event, salts, hash: eventHash(stream, event, leaves, previous), previous }
    previous = sealed.hash
    return sealed
  })
}

/** An event as it was stored. */
export interface StoredLink extends Omit<ChainedEvent, 'leaves'> {
  readonly leaves: readonly SealedLeaf[]
  readonly hash: string
  readonly previous: string
}

export interface ChainFault {
  readonly sequence: number
  readonly what: 'hash' | 'previous' | 'sequence'
  readonly expected: string
  readonly found: string
}

/** Recomputes one link behind the event before it (`null` for the first); what does not agree is a fault. */
export function checkLink(
  stream: string,
  before: { readonly sequence: number; readonly hash: string } | null,
  event: StoredLink,
): ChainFault[] {
  const faults: ChainFault[] = []
  const { sequence } = event
  const next = (before?.sequence ?? 0) + 1
  if (sequence !== next) faults.push({ sequence, what: 'sequence', expected: String(next), found: String(sequence) })
  const head = before?.hash ?? genesis
  if (event.previous !== head) faults.push({ sequence, what: 'previous', expected: head, found: event.previous })
  const leaves = event.leaves.map((leaf) => ({ path: leaf.path, hash: sealedLeafHash(leaf) }))
  const hash = eventHash(stream, event, leaves, event.previous)
  if (hash !== event.hash) faults.push({ sequence, what: 'hash', expected: hash, found: event.hash })
  return faults
}
