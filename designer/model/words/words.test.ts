import { describe, expect, it } from 'vitest'
import { aTemplateWorkspace, aWorkspace } from '../testing/a-workspace.ts'
import { definitionAt } from '../workspace.ts'
import { audienceWords, lineWords, plural } from './audience-words.ts'
import { conditionWords, shortCondition } from './condition-words.ts'
import { durationWords, offsetWords } from './duration-words.ts'
import type { Speech } from './speech.ts'

const workspace = aWorkspace()
const type = definitionAt(workspace, 'document-type', 'request')
const schema = definitionAt(workspace, 'approval-schema', 'request-approval')
const en: Speech = { language: 'en', workspace, type, schema }
const ro: Speech = { language: 'ro', workspace, type, schema }

describe('lengths of time', () => {
  it('are said with the right plural', () => {
    expect(durationWords('P1D', 'en')).toBe('1 day')
    expect(durationWords('P2D', 'en', 'working-time')).toBe('2 working days')
    expect(durationWords('P1D', 'ro')).toBe('1 zi')
    expect(durationWords('P2D', 'ro', 'working-time')).toBe('2 zile lucrătoare')
    expect(durationWords('P30D', 'ro')).toBe('30 de zile')
    expect(durationWords('P1DT12H', 'en')).toBe('1 day and 12 hours')
    expect(durationWords('PT4H', 'ro', 'working-time')).toBe('4 ore de lucru')
    expect(durationWords('nonsense', 'en')).toBe('nonsense')
  })
  it('lie before, on or after a moment', () => {
    expect(offsetWords('-PT4H', 'en')).toBe('4 hours before')
    expect(offsetWords('P0D', 'ro')).toBe('imediat')
    expect(offsetWords('P1D', 'ro')).toBe('după 1 zi')
  })
})

describe('who', () => {
  it('is said as in a sentence', () => {
    expect(audienceWords(en, [{ role: 'lawyer' }])).toBe('the lawyers')
    expect(audienceWords(en, [{ role: 'lawyer' }], { take: 'one' })).toBe('one of the lawyers')
    expect(audienceWords(ro, [{ role: 'lawyer' }], { take: 'one' })).toBe('unul dintre cei cu rolul „Lawyer”')
    expect(audienceWords(en, [{ group: 'finance' }, { managerOf: 'author' }, { field: 'responsible' }])).toBe(
      'the group “Finance”, the author’s manager and the person in “Responsible”',
    )
    expect(audienceWords(ro, [{ headOf: { field: 'row.person' } }])).toBe('șeful departamentului persoanei din „Person”')
    expect(audienceWords(en, [])).toBe('nobody')
    expect(audienceWords(en, [{ role: 'lawyer', where: 'person.signingLimit >= amount' }])).toBe(
      'the lawyers for whom Signing limit is at least “Amount”',
    )
    expect(audienceWords(ro, [{ group: 'finance', where: 'person.name != "Ana"' }])).toBe('grupul „Finance” pentru care Nume nu este „Ana”')
    expect(audienceWords(en, [{ whoActedAt: 'legal' }])).toBe('whoever acted at “Legal review”')
    expect(lineWords(en, { who: [{ the: 'author' }], when: 'count(parts) > 0' })).toBe('the author, if the number of “Parts” is above 0')
  })
  it('are many where one is', () => {
    expect(['secretary', 'head of legal', 'chairman', 'boss', 'office manager'].map(plural)).toEqual([
      'secretaries',
      'heads of legal',
      'chairmen',
      'bosses',
      'office managers',
    ])
  })
})

describe('conditions', () => {
  it('are said with the names that the office gives', () => {
    expect(conditionWords(en, 'amount > 100000 and status = "open"')).toBe('Amount is above 100,000 and Status is “Open”')
    expect(conditionWords(ro, 'amount >= 100000 or reason = "papers"')).toBe(
      'Amount este cel puțin 100.000 sau Reason este „Papers are missing”',
    )
    expect(shortCondition(en, 'amount > 1000')).toBe('above 1,000')
    expect(conditionWords(en, 'signedOn < today() - @"P30D" and not(company = null)')).toBe(
      'Signed on is before 30 days before today and “not(company = null)”',
    )
    expect(conditionWords(en, 'amount > 1 and (reason = null or company.taxNumber = "x")')).toBe(
      'Amount is above 1 and (Reason is blank or Company → Tax number is “x”)',
    )
  })
  it('of every shipped set have words in both languages', () => {
    const office = aTemplateWorkspace()
    for (const [, { body }] of office.released)
      if ('nodes' in body)
        for (const { when } of body.routes)
          if (when !== undefined)
            for (const language of ['en', 'ro'] as const)
              expect(
                conditionWords(
                  { language, workspace: office, schema: body, type: definitionAt(office, 'document-type', 'contract') },
                  when,
                ),
              ).not.toMatch(/undefined/)
  })
})
