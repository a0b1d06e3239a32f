import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RichBlock } from '../../engine/card/card.ts'
import { richTextFault } from '../../engine/card/rich-text.ts'
import { parseMarkup, toMarkup } from './rich-text-markup.ts'

describe('rich text as it is typed', () => {
  it('becomes a tree of blocks and spans', () => {
    expect(parseMarkup('# Terms\nPay in *30 days*,\nnot later.\n\n- by bank\n- see [the rules](https://example.org/r)\n1. first')).toEqual([
      { kind: 'heading', spans: [{ text: 'Terms' }] },
      { kind: 'paragraph', spans: [{ text: 'Pay in ' }, { text: '30 days', bold: true }, { text: ', not later.' }] },
      { kind: 'bullet', spans: [{ text: 'by bank' }] },
      { kind: 'bullet', spans: [{ text: 'see ' }, { text: 'the rules', link: 'https://example.org/r' }] },
      { kind: 'numbered', spans: [{ text: 'first' }] },
    ])
  })
  it('leaves signs alone that mean nothing', () => {
    expect(parseMarkup('2 * 3 and snake_case_name')).toEqual([{ kind: 'paragraph', spans: [{ text: '2 * 3 and snake_case_name' }] }])
    expect(parseMarkup('a javascript:[x](javascript:alert)')[0]?.spans.some((span) => span.link)).toBe(false)
    expect(parseMarkup('\n \n')).toEqual([])
  })
  it('gives back every tree, whatever signs its words hold', () => {
    const words = fc
      .stringMatching(/^[a-zășț*_[\]\\#>. -]{1,12}$/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
    const span = fc.record({ text: words, bold: fc.constantFrom(true as const, undefined) })
    const block = fc.record({
      kind: fc.constantFrom('paragraph', 'heading', 'bullet', 'numbered', 'quote'),
      spans: fc.array(span, { minLength: 1, maxLength: 1 }),
    })
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const tree = blocks.map(({ kind, spans: [one] }) => ({ kind, spans: [one?.bold ? one : { text: one?.text }] }))
        expect(parseMarkup(toMarkup(tree as unknown as RichBlock[]))).toEqual(tree)
        expect(richTextFault(tree)).toBeNull()
      }),
    )
  })
})
