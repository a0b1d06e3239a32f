import { describe, expect, it } from 'vitest'
import { aSite, contractType } from '../../runtime/engine/card/sample-contract.ts'
import { namesOf } from '../../runtime/engine/card/types.ts'
import { completeFeel } from './feel-completion.ts'

const names = namesOf(contractType, aSite())
const texts = (source: string, caret = source.length) => completeFeel(source, caret, names)?.options.map(({ text }) => text)

describe('what may follow in an expression', () => {
  it('is a field that begins so, before functions', () => {
    expect(texts('am')?.[0]).toBe('amount')
    expect(completeFeel('1 + am', 6, names)).toMatchObject({ from: 4, to: 6 })
  })
  it('is what lies behind a link, after its dot', () => {
    const behind = texts('counterparty.')
    expect(behind).toContain('name')
    expect(behind).not.toContain('count(')
  })
  it('is a function with its bracket', () => {
    expect(texts('coun')).toContain('count(')
  })
  it('is nothing inside a text, and nothing where nothing begins so', () => {
    expect(texts('side = "am')).toBeUndefined()
    expect(texts('zzz')).toBeUndefined()
    expect(texts('amount + ')).toBeUndefined()
  })
})
