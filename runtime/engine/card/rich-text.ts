import type { RichBlock } from './card.ts'
import { type Fault, MOST_ROWS } from './fault.ts'
import { codePoints, patternOf, textShapes } from './text-shapes.ts'

const kinds: readonly string[] = ['paragraph', 'heading', 'bullet', 'numbered', 'quote']
const marks: readonly string[] = ['bold', 'italic', 'underline']

/** What breaks the tree of a rich text; null where nothing. */
export function richTextFault(value: unknown): Fault | null {
  if (!isList(value)) return { rule: 'wrong-type', expected: 'a list of blocks' }
  for (const block of value) {
    if (!has(block, ['kind', 'spans'])) return { rule: 'wrong-type', expected: 'a block: { "kind": …, "spans": … }' }
    const { kind, spans } = block as unknown as RichBlock
    if (!kinds.includes(kind)) return { rule: 'not-one-of', expected: kinds.join(', ') }
    if (!isList(spans)) return { rule: 'wrong-type', expected: 'a list of spans' }
    for (const span of spans) {
      const fault = spanFault(span)
      if (fault) return fault
    }
  }
  return null
}

function spanFault(span: unknown): Fault | null {
  if (!has(span, ['text'], [...marks, 'link'])) return { rule: 'wrong-type', expected: 'a span: { "text": … }' }
  const { text, link } = span
  if (!matches(text, textShapes['long-text'])) return { rule: 'shape', expected: textShapes['long-text'].expected }
  if (link !== undefined && !matches(link, textShapes.web)) return { rule: 'shape', expected: textShapes.web.expected }
  return marks.every((mark) => span[mark] === undefined || span[mark] === true) ? null : { rule: 'wrong-type', expected: 'true' }
}

function matches(text: unknown, shape: { readonly pattern: string; readonly maxLength: number }): boolean {
  return typeof text === 'string' && codePoints(text) <= shape.maxLength && patternOf(shape.pattern).test(text)
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= MOST_ROWS
}

function has(value: unknown, required: readonly string[], optional: readonly string[] = []): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return required.every((key) => key in value) && Object.keys(value).every((key) => required.includes(key) || optional.includes(key))
}

/** Its words alone, one line for each block: for search, expressions and plain mails. */
export function plainText(blocks: readonly RichBlock[]): string {
  return blocks.map((block) => block.spans.map((span) => span.text).join('')).join('\n')
}
