import type { Pointer } from '../../schemas/pointer.ts'

/** Where a value stands in a text, as offsets; `key`: where its name stands, for a value of an object. */
export interface TextPlace {
  readonly from: number
  readonly to: number
  readonly key: { readonly from: number; readonly to: number } | null
}

/**
 * Where the values at some pointers stand in a JSON text; of a pointer that leads to nothing the place of the innermost value
 * on its way. Reads the text once, and takes one that is no JSON as far as it goes.
 */
export function placesOf(text: string, pointers: Iterable<Pointer>): ReadonlyMap<Pointer, TextPlace> {
  const wanted = new Map([...pointers].map((pointer) => [pointer, pointer.split('/').slice(1)]))
  const found = new Map<Pointer, { depth: number; place: TextPlace }>()
  const note = (path: readonly string[], place: TextPlace) => {
    for (const [pointer, keys] of wanted) {
      if (path.length > keys.length || path.some((key, index) => key !== keys[index])) continue
      if ((found.get(pointer)?.depth ?? -1) <= path.length) found.set(pointer, { depth: path.length, place })
    }
  }
  read(text, note)
  return new Map([...found].map(([pointer, { place }]) => [pointer, place]))
}

const blank = /[\s,:]/

function read(text: string, note: (path: readonly string[], place: TextPlace) => void): void {
  const path: string[] = []
  let at = 0
  const skip = () => {
    while (at < text.length && blank.test(text[at]!)) at++
  }
  const giveUp = (): void => {
    at = text.length
  }
  const string = (): string => {
    const from = at++
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    at++
    return text.slice(from, at)
  }
  const value = (key: TextPlace['key']): void => {
    skip()
    const from = at
    const first = text[at]
    if (first === '{' || first === '[') {
      const close = first === '{' ? '}' : ']'
      at++
      for (let index = 0; ; index++) {
        skip()
        if (at >= text.length) break
        if (text[at] === close) {
          at++
          break
        }
        const before = at
        let name = String(index)
        let place: TextPlace['key'] = null
        if (first === '{') {
          if (text[at] !== '"') {
            giveUp()
            return
          }
          const written = string()
          place = { from: before, to: at }
          name = escaped(written)
        }
        path.push(name)
        value(place)
        path.pop()
        if (at === before) {
          giveUp()
          return
        }
      }
    } else if (first === '"') string()
    else while (at < text.length && !/[\s,\]}]/.test(text[at]!)) at++
    note(path, { from, to: at, key })
  }
  value(null)
}

/** A key as a pointer writes it. */
function escaped(written: string): string {
  let name = written.slice(1, -1)
  if (written.includes('\\'))
    try {
      name = JSON.parse(written) as string
    } catch {
      // A key that is half typed leads nowhere.
    }
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
