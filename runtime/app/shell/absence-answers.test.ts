import { expect, it } from 'vitest'
import { wrongDays } from './absence-answers.ts'

const good = { from: '2026-11-23', to: '2026-11-27', substitute: 'radu', openToo: true }
const wrong = (part: Partial<typeof good> | { to: undefined; from: undefined; substitute: undefined }) =>
  wrongDays({ ...good, ...part }, 'ana', '2026-11-20')

it('an absence has its days in order, the last one still to come, and somebody else who stands in', () => {
  expect(wrong({})).toEqual({})
  expect(wrong({ to: '2026-11-23' })).toEqual({})
  expect(wrong({ from: undefined, to: undefined, substitute: undefined })).toEqual({
    from: 'absence.from.missing',
    to: 'absence.to.missing',
    substitute: 'absence.substitute.missing',
  })
  expect(wrong({ to: '2026-11-22' })).toEqual({ to: 'absence.to.before' })
  expect(wrong({ from: '2026-11-01', to: '2026-11-19' })).toEqual({ to: 'absence.to.past' })
  expect(wrong({ substitute: 'ana' })).toEqual({ substitute: 'absence.substitute.me' })
})
