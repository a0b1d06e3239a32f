import { describe, expect, it } from 'vitest'
import type { Sample } from '../../../schemas/generated/sample.ts'
import { checkDefinitions } from '../check-definitions.ts'
import { aScenario, aTemplateSet } from '../testing/a-template-set.ts'
import { checkRehearsals } from './check-rehearsals.ts'
import { rehearsalSite } from './rehearsal-site.ts'

const aSample = (given: Partial<Sample> = {}): Sample => ({ type: 'order', as: 'o', author: 'elena', card: { amount: 1 }, ...given })
const found = (set: Parameters<typeof aTemplateSet>[0]) =>
  checkRehearsals(aTemplateSet(set)).map(({ code, path, facts }) => [code, path, facts.what ?? facts.found, facts.found, facts.didYouMean])

describe('the set that these tests are about', () => {
  it('is fit to be published', () => {
    const set = aTemplateSet()
    const findings = checkDefinitions({ ...set, organisation: rehearsalSite(set), languages: [] })
    expect(findings.filter(({ level }) => level === 'problem')).toEqual([])
  })
})

describe('samples and scenarios', () => {
  it('that name what exists have no findings', () => {
    const scenario = aScenario([
      { by: 'elena', do: 'submit', card: { lines: [{ what: 'Bricks' }] } },
      { by: 'radu', create: { type: 'bill', as: 'bill', card: { order: { type: 'order', id: 'order' }, amount: 1 } } },
      { document: 'bill', expect: { card: { amount: 1 } } },
      { by: 'radu', at: 'money', do: 'delegate', to: ['mihai'] },
    ])
    expect(found({ samples: [aSample()], scenarios: [scenario] })).toEqual([])
  })

  it('are told which person, type, field, status, node and document does not exist', () => {
    const scenario = aScenario([
      { by: 'elna', do: 'submit', card: { amuont: 1 } },
      { by: 'radu', at: 'mony', do: 'delegate', to: ['mihay'] },
      { document: 'ordr', expect: {} },
      { expect: { status: 'opn', at: ['legl'], asked: ['anna'], notices: [{ to: 'stefn' }], card: { lft: 1 } } },
      { by: 'elena', create: { type: 'bil', card: {} } },
    ])
    expect(found({ scenarios: [scenario] })).toEqual([
      ['not-in-the-set', '/steps/0/by', 'person', 'elna', 'elena'],
      ['not-in-the-set', '/steps/0/card/amuont', 'field', 'amuont', 'amount'],
      ['not-in-the-set', '/steps/1/to/0', 'person', 'mihay', 'mihai'],
      ['not-in-the-set', '/steps/1/at', 'node', 'mony', 'money'],
      ['not-in-the-set', '/steps/2/document', 'document', 'ordr', 'order'],
      ['not-in-the-set', '/steps/3/expect/status', 'status', 'opn', 'open'],
      ['not-in-the-set', '/steps/3/expect/at/0', 'node', 'legl', 'legal'],
      ['not-in-the-set', '/steps/3/expect/asked/0', 'person', 'anna', 'ana'],
      ['not-in-the-set', '/steps/3/expect/notices/0/to', 'person', 'stefn', 'stefan'],
      ['not-in-the-set', '/steps/3/expect/card/lft', 'field', 'lft', 'left'],
      ['not-in-the-set', '/steps/4/create/type', 'type', 'bil', 'bill'],
    ])
  })

  it('may not point at what is made later', () => {
    const order = aSample({ as: 'order', daysAgo: 1 })
    const early = aSample({ type: 'bill', as: 'bill', daysAgo: 2, card: { order: { type: 'order', id: 'order' }, amount: 1 } })
    expect(found({ samples: [order, early] })).toEqual([['link-to-later', '/card/order', 'order', 'order', undefined]])
  })
})
