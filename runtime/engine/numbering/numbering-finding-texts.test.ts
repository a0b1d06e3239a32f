import { describe, expect, it } from 'vitest'
import { findingSentence } from '../../../schemas/finding-text.ts'
import type { Numbering } from '../../../schemas/generated/document-type.ts'
import { schemaFindingTexts } from '../../../schemas/schema-finding-texts.ts'
import { calendarTexts } from '../calendar/calendar-texts.ts'
import { checkNumbering } from './check-numbering.ts'
import { numberingFindingTexts } from './numbering-finding-texts.ts'

const sentence = findingSentence(schemaFindingTexts, calendarTexts, numberingFindingTexts)

describe('the sentences of numbering', () => {
  it('say everything that the check can find, in both languages, with nothing left open', () => {
    const broken: Numbering = {
      date: 'side',
      series: [
        { when: 'true', pattern: 'A{000' },
        { when: 'true', pattern: 'A{00}{YYYY}' },
        { when: 'true', pattern: 'A' },
        { when: 'true', pattern: '{0}-{0}' },
        { when: 'true', pattern: '{lost}/{works}/{0}' },
        { when: 'true', pattern: '{side}{0}', per: ['side'] },
      ],
    }
    const types: Record<string, string> = { side: 'choice', works: 'table' }
    const found = [
      ...checkNumbering(broken, (path) => types[path]),
      ...checkNumbering({ series: [{ pattern: '{0}' }, { pattern: 'B{0}' }] }, (path) => types[path]),
    ]
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(Object.keys(numberingFindingTexts)))
    for (const finding of found) {
      for (const language of ['en', 'ro']) expect(sentence(finding, language)).not.toMatch(/undefined|object Object|[şţ]/)
    }
  })
})
