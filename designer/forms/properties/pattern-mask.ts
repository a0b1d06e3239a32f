/**
 * A pattern as people write it down: `@@-###` for two capital letters, a hyphen and three digits. Only patterns that say just
 * that have such a form; every other stays a regular expression, which is never rewritten.
 */

/** Signs that stand for any of a kind. */
const kinds = { '@': '[A-Z]', '#': '[0-9]' } as const
type Sign = keyof typeof kinds

const isSign = (sign: string): sign is Sign => Object.hasOwn(kinds, sign)
const special = /[\\^$.*+?()[\]{}|/]/

/** Whether what is written is a regular expression already: it says so by its anchors, which no code begins and ends with. */
export const isExpression = (text: string): boolean => /^\^.+\$$/.test(text.trim())

/** The regular expression of a mask, anchored at both ends; undefined where the mask is blank. */
export function patternOfMask(mask: string): string | undefined {
  const signs = [...mask.trim()]
  if (signs.length === 0) return undefined
  let pattern = ''
  for (let at = 0; at < signs.length; ) {
    const sign = signs[at]!
    let end = at + 1
    while (isSign(sign) && signs[end] === sign) end++
    const times = end - at
    pattern += isSign(sign) ? kinds[sign] + (times > 1 ? `{${times}}` : '') : special.test(sign) ? `\\${sign}` : sign
    at = end
  }
  return `^${pattern}$`
}

const token = /\[A-Z\](?:\{(\d{1,2})\})?|(?:\[0-9\]|\\d)(?:\{(\d{1,2})\})?|\\([^\w\s])|([^\\^$.*+?()[\]{}|@#])/gy

/** The mask of a regular expression; undefined where no mask says exactly that. */
export function maskOfPattern(pattern: string): string | undefined {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return undefined
  const inner = pattern.slice(1, -1)
  let mask = ''
  let at = 0
  token.lastIndex = 0
  for (let found = token.exec(inner); found; found = token.exec(inner)) {
    const [whole, letters, digits, escaped, plain] = found
    const literal = escaped ?? plain
    if (literal !== undefined && isSign(literal)) return undefined
    mask += literal ?? (whole.startsWith('[A') ? '@'.repeat(Number(letters ?? 1)) : '#'.repeat(Number(digits ?? 1)))
    at = token.lastIndex
    if (at === inner.length) return mask
  }
  return undefined
}
