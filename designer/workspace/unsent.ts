import type { DraftEntry, TargetKey } from '../model/workspace.ts'
import type { ServerDraft } from './stored.ts'

/** An edit that the server has not answered for: the draft as it stands here, and the draft that it was made over. */
export interface Unsent {
  readonly key: TargetKey
  /** Null: the draft was given up. */
  readonly entry: DraftEntry | null
  /** Null: there was none. */
  readonly seen: ServerDraft | null
}

/** Where unsent edits outlive a window that crashes or is closed without a connection. */
export interface UnsentKeeper {
  /** All that this window has not sent; nothing takes away what was kept. */
  readonly keep: (edits: readonly Unsent[]) => void
  /** What windows that are gone did not send, once: it is taken out and now this window's to keep. */
  readonly takeLeft: () => Promise<readonly Unsent[]>
}

const prefix = 'dosar-unsent'

/**
 * Keeps unsent edits in the browser, for each person and window apart. A window that is open holds a lock of its name, so that
 * another takes only from windows that are gone; where a browser has no locks, from every other one.
 */
export function browserKeeper(
  person: string,
  storage: Storage = localStorage,
  locks: LockManager | undefined = navigator.locks,
): UnsentKeeper {
  const own = `${prefix} ${person} ${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
  // Held until the window is gone.
  void locks?.request(own, () => new Promise<never>(() => {})).catch(() => {})
  const isLeft = async (name: string): Promise<boolean> =>
    locks === undefined || (await locks.request(name, { ifAvailable: true }, (lock) => lock !== null))
  return {
    keep(edits) {
      try {
        if (edits.length === 0) storage.removeItem(own)
        else storage.setItem(own, JSON.stringify(edits))
      } catch {
        // A browser that keeps nothing more, or nothing at all: the edits are still in the window.
      }
    },
    async takeLeft() {
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
        (name): name is string => name !== null && name !== own && name.startsWith(`${prefix} ${person} `),
      )
      const left: Unsent[] = []
      for (const name of names) {
        if (!(await isLeft(name))) continue
        left.push(...read(storage.getItem(name)))
        storage.removeItem(name)
      }
      return left
    },
  }
}

function read(text: string | null): Unsent[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isUnsent) : []
  } catch {
    return []
  }
}

function isUnsent(value: unknown): value is Unsent {
  if (typeof value !== 'object' || value === null) return false
  const { key, entry, seen } = value as Partial<Record<keyof Unsent, unknown>>
  return typeof key === 'string' && key.includes('/') && typeof entry === 'object' && typeof seen === 'object'
}
