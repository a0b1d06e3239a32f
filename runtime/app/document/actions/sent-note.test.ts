import { describe, expect, it } from 'vitest'
import type { DocumentAnswer } from '../../../api/answers.ts'
import type { StripItem, StripStep } from '../../../engine/approval/strip.ts'
import { en } from '../../language/en.ts'
import { ro } from '../../language/ro.ts'
import { makeTexts } from '../../language/texts.tsx'
import { sentTo } from './sent-note.ts'

const step = (part: Partial<StripStep>): StripItem => ({
  kind: 'approval',
  node: 'n',
  label: 'Review',
  state: 'now',
  people: [],
  pool: null,
  since: null,
  due: null,
  votes: null,
  outcome: null,
  ...part,
})
const at = (...strip: StripItem[]) =>
  ({
    process: { strip },
    people: { a: { id: 'a', name: 'Ana', what: null }, r: { id: 'r', name: 'Radu', what: null } },
  }) as unknown as DocumentAnswer
const english = makeTexts('en', en)
const romanian = makeTexts('ro', ro)

describe('the note after something was sent', () => {
  it('names the people, then the pools', () => {
    const block: StripItem = {
      kind: 'block',
      fork: 'f',
      label: '',
      rule: 'all',
      state: 'now',
      lanes: [[step({ people: ['a'] })], [step({ node: 'm', pool: { en: 'Finance', ro: 'Financiar' } })]],
    }
    expect(sentTo(at(block), at(), english)).toBe('Sent to Ana and to finance.')
    expect(sentTo(at(block), at(), romanian)).toBe('Trimis către Ana și la financiar.')
  })
  it('joins several names as the language does', () => {
    expect(sentTo(at(step({ people: ['a', 'r'] })), at(), english)).toBe('Sent to Ana and Radu.')
    expect(sentTo(at(step({ people: ['a', 'r'] })), at(), romanian)).toBe('Trimis către Ana și Radu.')
  })
  it('says nothing of whom it waited for before', () => {
    expect(sentTo(at(step({ people: ['r'] })), at(step({ people: ['a', 'r'] })), english)).toBeNull()
  })
  it('says nothing where nobody is asked', () => {
    expect(sentTo(at(step({ kind: 'stage', people: ['a'] })), at(), english)).toBeNull()
    expect(sentTo(at(step({ state: 'done', people: ['a'] })), at(), english)).toBeNull()
  })
})
