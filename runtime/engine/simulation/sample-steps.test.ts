import { describe, expect, it } from 'vitest'
import type { Sample } from '../../../schemas/generated/sample.ts'
import { aTemplateSet } from '../testing/a-template-set.ts'
import { replaySamples } from './replay-samples.ts'
import { sampleSteps } from './sample-steps.ts'

const now = '2026-10-15T06:00:00.000Z'
const order = (as: string, daysAgo: number, commands: Sample['commands'] = []): Sample => ({
  type: 'order',
  as,
  author: 'elena',
  daysAgo,
  card: { amount: 10, until: 'today+30', lines: [{ what: 'Bricks', price: 1 }] },
  commands,
})

describe('the steps of samples', () => {
  it('come in the order of time, whatever the order of the files', () => {
    const late = order('late', 2)
    const early = order('early', 3, [{ by: 'elena', do: 'submit', daysAgo: 1.5 }])
    expect(sampleSteps([late, early], now).map(({ at, sample, path }) => [at, sample.as, path])).toEqual([
      ['2026-10-12T06:00:00.000Z', 'early', ''],
      ['2026-10-13T06:00:00.000Z', 'late', ''],
      ['2026-10-13T18:00:00.000Z', 'early', '/commands/0'],
    ])
  })

  it('come a minute after each other where nothing is said, but never after now', () => {
    const steps = sampleSteps([order('o', 1, [{ by: 'elena', do: 'submit' }]), order('p', 0, [{ by: 'elena', do: 'submit' }])], now)
    expect(steps.map(({ at }) => at)).toEqual(['2026-10-14T06:00:00.000Z', '2026-10-14T06:01:00.000Z', now, now])
  })
})

describe('samples replayed in memory', () => {
  it('have the dates that count from the day of installing, and rows with ids', () => {
    const { office, findings } = replaySamples(aTemplateSet({ samples: [order('o', 5)] }), now)
    expect(findings).toEqual([])
    const [{ document }] = office.shelf.all as [(typeof office.shelf.all)[0]]
    expect(document.card).toMatchObject({ until: '2026-11-14', lines: [{ what: 'Bricks', price: 1 }] })
    expect(document.createdOn).toBe('2026-10-10T06:00:00.000Z')
  })

  it('were reminded and passed on in their time', () => {
    const { office } = replaySamples(aTemplateSet({ samples: [order('o', 5, [{ by: 'elena', do: 'submit', daysAgo: 4 }])] }), now)
    expect(office.notices.filter(({ about }) => about === 'passed-on').map(({ to, at }) => [to, at])).toEqual([
      ['mihai', '2026-10-13T06:00:00.000Z'],
    ])
  })

  it('say what is refused, and leave that document there', () => {
    const commands: Sample['commands'] = [
      { by: 'ana', do: 'submit' },
      { by: 'elena', do: 'submit' },
    ]
    const { office, findings } = replaySamples(aTemplateSet({ samples: [order('o', 5, commands)] }), now)
    expect(findings).toMatchObject([
      { code: 'sample-refused', definition: { kind: 'sample', id: 'o' }, path: '/commands/0', facts: { found: 'not-allowed' } },
    ])
    expect(office.shelf.all.map(({ document }) => document.status)).toEqual(['draft'])
  })
})
