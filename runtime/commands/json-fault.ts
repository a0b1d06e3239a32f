/** Where a text stops being JSON, because the platform says so only for some faults. */

/** Deeper nesting than any definition has; what walks a definition does so by calling itself. */
export const DEEPEST_JSON = 100

export type JsonFault = { readonly kind: 'not-json' | 'too-deep'; readonly at: number }

/**
 * The first place (as an offset) where a text is not JSON (RFC 8259) or nests too deep; null where it is. It walks the text
 * once and keeps only the brackets that are open.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = []
  let at = 0
  /** What may come: a value; a value or the end of an empty list; a key or the end; a key; after a value. */
  let wanted: 'value' | 'first-item' | 'first-key' | 'key' | 'after' = 'value'
  const fault = (kind: JsonFault['kind'] = 'not-json'): JsonFault => ({ kind, at })
  for (;;) {
    at = afterSpace(text, at)
    const char = text[at]
    if (wanted === 'after' && open.length === 0) return char === undefined ? null : fault()
    if (char === undefined) return fault()
    const inside = open.at(-1)
    if ((wanted === 'after' || wanted === 'first-item' || wanted === 'first-key') && char === (inside === '{' ? '}' : ']')) {
      open.pop()
      at++
      wanted = 'after'
    } else if (wanted === 'after') {
      if (char !== ',') return fault()
      at++
      wanted = inside === '{' ? 'key' : 'value'
    } else if (wanted === 'key' || wanted === 'first-key') {
      const end = endOfString(text, at)
      if (end.ok) at = end.at
      else return { kind: 'not-json', at: end.at }
      at = afterSpace(text, at)
      if (text[at] !== ':') return fault()
      at++
      wanted = 'value'
    } else if (char === '{' || char === '[') {
      if (open.length >= DEEPEST_JSON) return fault('too-deep')
      open.push(char)
      at++
      wanted = char === '{' ? 'first-key' : 'first-item'
    } else {
      const end = char === '"' ? endOfString(text, at) : endOfWord(text, at)
      if (!end.ok) return { kind: 'not-json', at: end.at }
      at = end.at
      wanted = 'after'
    }
  }
}

function afterSpace(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\t' || text[at] === '\r') at++
  return at
}

interface End {
  readonly ok: boolean
  /** Where what was read ends; where it is wrong, the place of that. */
  readonly at: number
}

function endOfString(text: string, from: number): End {
  if (text[from] !== '"') return { ok: false, at: from }
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at]!
    if (char === '"') return { ok: true, at: at + 1 }
    if (char < ' ') return { ok: false, at }
    if (char !== '\\') continue
    const escaped = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))
    if (!escaped) return { ok: false, at }
    at += escaped[0].length
  }
  return { ok: false, at: text.length }
}

const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function endOfWord(text: string, from: number): End {
  word.lastIndex = from
  const found = word.exec(text)
  return found ? { ok: true, at: from + found[0].length } : { ok: false, at: from }
}
