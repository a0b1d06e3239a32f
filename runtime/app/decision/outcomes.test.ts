import { describe, expect, it } from 'vitest'
import { keyOfOutcome, lacking, type Outcome, outcomeOfKey } from './outcomes.ts'

const outcome = (id: string, counts: Outcome['counts'], comment: Outcome['comment'] = 'allowed'): Outcome => ({
  id,
  label: id,
  counts,
  comment,
  needs: [],
})
const approve = outcome('approved', 'for')
const remarks = outcome('remarks', 'for', 'required')
const back = outcome('back', 'at-once', 'required')
const reject = outcome('rejected', 'against', 'required')

describe('the keys of a decision', () => {
  it('are A for the first one for, X against, R for a return', () => {
    const outcomes = [approve, remarks, back, reject]
    expect(outcomeOfKey('a', outcomes)).toBe(approve)
    expect(outcomeOfKey('r', outcomes)).toBe(back)
    expect(outcomeOfKey('x', outcomes)).toBe(reject)
    expect(outcomes.map((one) => keyOfOutcome(one, outcomes))).toEqual(['a', undefined, 'r', 'x'])
  })
  it('choose nothing where a node has no such outcome', () => {
    expect(outcomeOfKey('r', [approve, reject])).toBeUndefined()
    expect(outcomeOfKey('x', [outcome('done', 'for')])).toBeUndefined()
  })
})

describe('what a decision lacks', () => {
  const empty = { comment: ' ', reason: null, password: '' }
  it('is asked for in the order of the form', () => {
    expect(lacking(reject, empty, { reason: true, password: true, blankFields: ['costCentre'] })).toEqual([
      'reason',
      'comment',
      'fields',
      'password',
    ])
  })
  it('is nothing for an approval in time', () => {
    expect(lacking(approve, empty, { reason: false, password: false, blankFields: [] })).toEqual([])
  })
})
