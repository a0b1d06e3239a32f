import { describe, expect, it } from 'vitest'
import { parsePattern } from './number-pattern.ts'

describe('the pattern of a number', () => {
  it('is text with one counter, parts of a date and values', () => {
    expect(parsePattern('A-{yyyy}/{0000}-{counterparty.region}')).toEqual({
      ok: true,
      parts: [
        { kind: 'text', text: 'A-' },
        { kind: 'date', part: 'yyyy' },
        { kind: 'text', text: '/' },
        { kind: 'digits', width: 4 },
        { kind: 'text', text: '-' },
        { kind: 'value', path: 'counterparty.region' },
      ],
    })
  })
  it('is refused without a counter', () => {
    expect(parsePattern('A-{yyyy}')).toEqual({ ok: false, fault: { code: 'number-without-digits' } })
    expect(parsePattern('')).toEqual({ ok: false, fault: { code: 'number-without-digits' } })
  })
  it('is refused with two counters', () => {
    expect(parsePattern('{00}-{000}')).toEqual({ ok: false, fault: { code: 'number-digits-twice', part: '{000}' } })
  })
  it('is refused with a brace that has no partner, and says where', () => {
    expect(parsePattern('A-{0000')).toEqual({ ok: false, fault: { code: 'number-brace', at: 2 } })
    expect(parsePattern('{0000}}')).toEqual({ ok: false, fault: { code: 'number-brace', at: 6 } })
    expect(parsePattern('{{0000}}')).toEqual({ ok: false, fault: { code: 'number-brace', at: 0 } })
  })
  it('is refused with a part that is neither digits nor a name', () => {
    for (const part of ['{}', '{YYYY}', '{0x}', '{the side}', '{a..b}', '{1}']) {
      expect(parsePattern(`{000}${part}`)).toEqual({ ok: false, fault: { code: 'number-part-unreadable', part } })
    }
  })
})
