/**
 * Ids are made from what people call a thing, once, and never shown or changed afterwards. Whatever the alphabet of the
 * label, what comes out keeps the pattern of its kind of id and clashes with nothing in `taken`.
 */

/** `camel`: fields, columns, `as` (never a word that expressions keep for themselves); `kebab`: everything else; `item`: choices. */
export type IdStyle = 'camel' | 'kebab' | 'item'

/** Longest base of a made id; the language allows 63, and a counter may follow. */
const LONGEST = 40

/** Words of the expression language, names that every card has already, and the columns that every directory has. */
const kept = new Set(
  'and between else every external false for function if in instance not null of or return satisfies some then true number title status author createdOn paper missing row that person this me step id label color retired anywhere'.split(
    ' ',
  ),
)

/** Letters that lose nothing but a mark are taken apart by Unicode itself; these are the others that offices here write. */
const letters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', ø: 'o', đ: 'd', ł: 'l', œ: 'oe', þ: 'th', ı: 'i' },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o' },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e' },
  ...{ ю: 'iu', я: 'ia', і: 'i', ї: 'i', є: 'ie', ґ: 'g' },
}

/**
 * An id for a thing called `label`. Where nothing can be read from the label, `fallback` is taken; where the id is taken
 * already, a number follows it.
 */
export function idFrom(label: string, style: IdStyle, taken: Iterable<string>, fallback = 'item'): string {
  const used = new Set(taken)
  const words = wordsOf(label)
  const base = shaped(words.length > 0 ? words : wordsOf(fallback), style) || fallback
  const free = (id: string) => !used.has(id) && !(style !== 'item' && kept.has(id))
  if (free(base)) return base
  for (let count = 2; ; count++) {
    const id = style === 'camel' ? `${base}${count}` : `${base}-${count}`
    if (free(id)) return id
  }
}

function wordsOf(label: string): string[] {
  const plain = [
    ...label
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .normalize('NFKD')
      .toLowerCase(),
  ]
    .map((letter) => letters[letter] ?? letter)
    .join('')
  return plain
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

function shaped(words: readonly string[], style: IdStyle): string {
  let text = ''
  for (const word of words) {
    const next = style === 'camel' && text !== '' ? word[0]!.toUpperCase() + word.slice(1) : word
    const joined = style === 'camel' || text === '' ? text + next : `${text}-${next}`
    if (joined.length > LONGEST) return text === '' ? trimmed(joined.slice(0, LONGEST), style) : trimmed(text, style)
    text = joined
  }
  return trimmed(text, style)
}

/** Ids of fields and nodes begin with a letter; those of choices need not. */
function trimmed(text: string, style: IdStyle): string {
  if (style === 'item' || /^[a-z]/.test(text)) return text
  return style === 'camel' ? `n${text}` : `n-${text}`
}
