import { describe, expect, it } from 'vitest'
import { edited, theRule } from '../../testing/a-workspace.ts'

describe('the moment around which a reminder tells', () => {
  const around = (text: string | Record<string, string>) => {
    const draft = theRule()
    const rule = { ...draft, body: { ...draft.body, around: { field: 'signedOn' }, text } } as typeof draft
    return edited(rule, { type: 'set-around', around: { field: 'validUntil' } })
  }

  it('is taken over by a message that nobody has written yet', () => {
    expect(around({ en: '{title}: {signedOn}.', ro: '{title}: {signedOn}.' })).toMatchObject({
      around: { field: 'validUntil' },
      text: { en: '{title}: {validUntil}.', ro: '{title}: {validUntil}.' },
    })
    expect(around('{title}: {signedOn}.').text).toBe('{title}: {validUntil}.')
  })

  it('leaves alone what somebody wrote', () => {
    const written = { en: '{title} was signed on {signedOn}.', ro: '{title}: {signedOn}.' }
    expect(around(written)).toMatchObject({ around: { field: 'validUntil' }, text: written })
  })
})
