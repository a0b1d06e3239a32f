import { describe, expect, it } from 'vitest'
import { reminderSentence, sentenceText } from './reminder-sentence.ts'
import { aTemplateWorkspace } from './testing/a-workspace.ts'
import { definitionAt } from './workspace.ts'

const workspace = aTemplateWorkspace()
const rule = definitionAt(workspace, 'reminder-rule', 'contract-ending')!

describe('a reminder as a sentence', () => {
  it('is said in English and in Romanian, each in its own order', () => {
    expect(sentenceText(reminderSentence(rule, { language: 'en', workspace }))).toBe(
      'For each Contract: 30 days before “Valid until”, tell the person in “Responsible” by the program and e-mail; 7 days before “Valid until”, tell the person in “Responsible”, the head of the department of the person in “Responsible” and the lawyers by the program and e-mail; 1 day after “Valid until”, tell the person in “Responsible” and the head of the department of the person in “Responsible” by the program, then again every 7 days, at most 4 times. Only as long as Status is “In force”, at 09:00. If that is a day off, tell them the working day before.',
    )
    expect(sentenceText(reminderSentence(rule, { language: 'ro', workspace }))).toBe(
      'Pentru fiecare Contract: cu 30 de zile înainte de „Valabil până la”, se anunță persoana din „Responsabil” prin program și e-mail; cu 7 zile înainte de „Valabil până la”, se anunță persoana din „Responsabil”, șeful departamentului persoanei din „Responsabil” și cine are rolul „Jurist” prin program și e-mail; la 1 zi după „Valabil până la”, se anunță persoana din „Responsabil” și șeful departamentului persoanei din „Responsabil” prin program, apoi din nou la fiecare 7 zile, cel mult de 4 ori. Numai cât timp Stare este „În vigoare”, la 09:00. Dacă e zi liberă, se anunță în ziua lucrătoare dinainte.',
    )
  })
  it('gathers the times at which the same people are told', () => {
    const steps = [
      { at: '-P30D', tell: [{ the: 'author' as const }] },
      { at: '-P7D', tell: [{ the: 'author' as const }] },
      { at: 'P0D', tell: [{ the: 'author' as const }] },
    ]
    const parts = reminderSentence({ ...rule, steps }, { language: 'en', workspace })
    expect(parts.filter((part) => part.kind === 'slot' && part.slot === 'at').map(({ text }) => text)).toEqual([
      '30 days before',
      '7 days before',
      'on',
    ])
    expect(parts.filter((part) => part.kind === 'slot' && part.slot === 'tell')).toHaveLength(1)
  })
  it('has a slot for whatever can be changed', () => {
    const slots = new Set(
      reminderSentence(rule, { language: 'en', workspace }).flatMap((part) => (part.kind === 'slot' ? [part.slot] : [])),
    )
    expect([...slots].sort()).toEqual(['add-at', 'around', 'at', 'atMost', 'by', 'dayOff', 'every', 'hour', 'tell', 'type', 'while'])
  })
})
