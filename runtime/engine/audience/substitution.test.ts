import { describe, expect, it } from 'vitest'
import { aSite } from '../testing/a-site.ts'
import { holdersOf, substituteOf } from './substitution.ts'

const now = '2026-11-23T09:00:00.000Z'
const away = (person: string, substitute: string, from = '2026-11-01', to = '2026-12-01') => ({
  id: `${person}-${substitute}`,
  person,
  substitute,
  from: `${from}T00:00:00.000Z`,
  to: `${to}T00:00:00.000Z`,
  openToo: false,
})
const holders = (substitutions: ReturnType<typeof away>[], mayHold: (id: string) => boolean = () => true) =>
  holdersOf('ana', now, aSite({ substitutions }), mayHold)

describe('who stands in', () => {
  it('is nobody while the person is there', () => {
    expect(holders([])).toEqual(['ana'])
    expect(holders([away('ana', 'radu', '2026-11-24')])).toEqual(['ana'])
    expect(holders([away('ana', 'radu', '2026-11-01', '2026-11-23')])).toEqual(['ana'])
  })
  it('is the substitute, and the substitute of an absent substitute', () => {
    expect(holders([away('ana', 'radu')])).toEqual(['ana', 'radu'])
    expect(holders([away('ana', 'radu'), away('radu', 'ioana')])).toEqual(['ana', 'radu', 'ioana'])
  })
  it('is the first who may, where absences go round in a circle', () =>
    expect(holders([away('ana', 'radu'), away('radu', 'ana')])).toEqual(['ana', 'radu']))
  it('passes over who may not hold it, and who has left', () => {
    const chain = [away('ana', 'radu'), away('radu', 'ioana')]
    expect(holders(chain, (id) => id !== 'radu')).toEqual(['ana', 'ioana'])
    expect(holders([away('ana', 'petru')])).toEqual(['ana'])
    expect(holders([away('ana', 'radu')], (id) => id !== 'radu')).toEqual(['ana'])
  })
  it('is the one of the absence that began last, where two overlap', () => {
    const site = aSite({ substitutions: [away('ana', 'radu'), away('ana', 'ioana', '2026-11-20')] })
    expect(substituteOf('ana', now, site)).toBe('ioana')
  })
})
