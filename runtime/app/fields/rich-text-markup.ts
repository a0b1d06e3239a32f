import type { RichBlock, RichSpan } from '../../engine/card/card.ts'

/**
 * Rich text as it is typed: one block a line or a paragraph, begun by "# " (heading), "- " (list), "1. " (numbered) or
 * "> " (quote); *bold*, _italic_, and [words](https://…) for a link. What is stored is the tree, never this text, so the
 * two must be each other's opposite: a star that is meant as a star is written \*.
 */
const starts: readonly (readonly [RegExp, RichBlock['kind'], string])[] = [
  [/^#\s+/, 'heading', '# '],
  [/^[-•]\s+/, 'bullet', '- '],
  [/^\d+[.)]\s+/, 'numbered', '1. '],
  [/^>\s?/, 'quote', '> '],
]

export function parseMarkup(markup: string): RichBlock[] {
  const blocks: RichBlock[] = []
  let paragraph: string[] = []
  const flush = () => {
    const words = paragraph.join(' ').trim()
    if (words) blocks.push({ kind: 'paragraph', spans: spansOf(words) })
    paragraph = []
  }
  for (const line of markup.split(/\r?\n/)) {
    const start = starts.find(([pattern]) => pattern.test(line))
    if (start) {
      flush()
      const words = line.replace(start[0], '').trim()
      if (words) blocks.push({ kind: start[1], spans: spansOf(words) })
    } else if (line.trim() === '') flush()
    else paragraph.push(line.trim())
  }
  flush()
  return blocks
}

// An escaped sign, a link, a bold or an italic stretch; everything else is itself.
const marked =
  /\\(.)|\[((?:\\.|[^\]\\])+)\]\((https?:\/\/[^\s)]+)\)|\*((?:\\.|[^*\\])+)\*|(?<![\p{L}\p{N}])_((?:\\.|[^_\\])+)_(?![\p{L}\p{N}])/gu

function spansOf(words: string, inherited: Omit<RichSpan, 'text'> = {}): RichSpan[] {
  const spans: RichSpan[] = []
  const add = (text: string) => {
    const last = spans.at(-1)
    if (last && sameMarks(last, inherited)) spans[spans.length - 1] = { ...last, text: last.text + text }
    else if (text) spans.push({ text, ...inherited })
  }
  let at = 0
  for (const match of words.matchAll(marked)) {
    const [whole, escaped, linked, address, bold, italic] = match
    add(words.slice(at, match.index))
    if (escaped !== undefined) add(escaped)
    else if (linked !== undefined && address !== undefined) spans.push(...spansOf(linked, { ...inherited, link: address }))
    else if (bold !== undefined) spans.push(...spansOf(bold, { ...inherited, bold: true }))
    else if (italic !== undefined) spans.push(...spansOf(italic, { ...inherited, italic: true }))
    at = match.index + whole.length
  }
  add(words.slice(at))
  return spans
}

const sameMarks = (span: RichSpan, marks: Omit<RichSpan, 'text'>) =>
  span.bold === marks.bold && span.italic === marks.italic && span.underline === marks.underline && span.link === marks.link

/** The text that gives the tree back. Underlining has no sign of its own and is kept only in trees made elsewhere. */
export function toMarkup(blocks: readonly RichBlock[]): string {
  return blocks
    .map((block, index) => {
      const sign = starts.find(([, kind]) => kind === block.kind)?.[2] ?? ''
      const words = block.spans.map(spanMarkup).join('')
      const line = sign + (starts.some(([pattern]) => pattern.test(words)) ? `\\${words}` : words)
      const before = blocks[index - 1]
      const gap = before && (before.kind === 'paragraph' || before.kind !== block.kind) ? '\n' : ''
      return gap + line
    })
    .join('\n')
}

function spanMarkup({ text, bold, italic, link }: RichSpan): string {
  let marked = text.replace(/[\\*_[\]]/g, '\\$&').replace(/\s*\n\s*/g, ' ')
  if (italic) marked = `_${marked}_`
  if (bold) marked = `*${marked}*`
  return link ? `[${marked}](${link})` : marked
}
