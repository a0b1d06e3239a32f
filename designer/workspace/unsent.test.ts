import { describe, expect, it } from 'vitest'
import { browserKeeper, type Unsent } from './unsent.ts'

class Shelf implements Storage {
  readonly #items = new Map<string, string>()
  full = false
  get length() {
    return this.#items.size
  }
  clear = () => this.#items.clear()
  getItem = (name: string) => this.#items.get(name) ?? null
  key = (index: number) => [...this.#items.keys()][index] ?? null
  removeItem = (name: string) => void this.#items.delete(name)
  setItem = (name: string, text: string) => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.#items.set(name, text)
  }
}
/** Locks as a browser has them, for windows that can be closed. */
function someLocks() {
  const held = new Set<string>()
  const request = async (name: string, ...rest: unknown[]) => {
    const callback = rest.at(-1) as (lock: unknown) => unknown
    if (rest.length === 1) {
      held.add(name)
      return callback({ name })
    }
    return callback(held.has(name) ? null : { name })
  }
  return { locks: { request } as unknown as LockManager, closeAll: () => held.clear() }
}
const edit: Unsent = { key: 'directory/regions', entry: { body: { id: 'regions' } as never, base: 'h1' }, seen: null }

describe('edits that were not sent', () => {
  it('are there for the next window of the same person, once', async () => {
    const shelf = new Shelf()
    const { locks, closeAll } = someLocks()
    browserKeeper('daria', shelf, locks).keep([edit])
    closeAll()
    expect(await browserKeeper('ana', shelf, locks).takeLeft()).toEqual([])
    const next = browserKeeper('daria', shelf, locks)
    expect(await next.takeLeft()).toEqual([edit])
    expect(await next.takeLeft()).toEqual([])
  })
  it('stay with a window that is still open', async () => {
    const shelf = new Shelf()
    const { locks } = someLocks()
    const first = browserKeeper('daria', shelf, locks)
    first.keep([edit])
    expect(await browserKeeper('daria', shelf, locks).takeLeft()).toEqual([])
    first.keep([])
    expect(shelf.length).toBe(0)
  })
  it('are no reason to fail where the browser is full, or keeps nonsense', async () => {
    const shelf = new Shelf()
    shelf.setItem('dosar-unsent daria 1-2', 'nonsense')
    shelf.setItem('dosar-unsent daria 1-3', '[{"key":7}]')
    shelf.full = true
    const keeper = browserKeeper('daria', shelf, undefined)
    expect(() => keeper.keep([edit])).not.toThrow()
    expect(await keeper.takeLeft()).toEqual([])
  })
})
