import { describe, expect, it } from 'vitest'
import type { Finding, FindingTexts } from './finding.ts'
import { findingPlace, findingSentence, findingText } from './finding-text.ts'
import { invalidSamples } from './samples.ts'
import { schemaFindingTexts } from './schema-finding-texts.ts'

const finding: Finding = {
  code: 'unknown-key',
  level: 'problem',
  file: 'document-types/memo.json',
  definition: { kind: 'document-type', id: 'memo' },
  path: '/fields/0/reqired',
  facts: { key: 'reqired', expected: ['required'], didYouMean: 'required' },
}

describe('the sentence of a finding', () => {
  it('is in the language of the reader, and in English for the others', () => {
    expect(findingText(finding, 'en')).toBe('"reqired" is not a word of the language here. Did you mean "required"?')
    expect(findingText(finding, 'ro-MD')).toBe('„reqired” nu este un cuvânt al limbajului aici. Ai vrut să scrii „required”?')
    expect(findingText(finding, 'de')).toBe(findingText(finding, 'en'))
  })

  it('can come from any table', () => {
    const engine: FindingTexts = { 'route-to-nowhere': { en: ({ to }) => `No step ${to}.`, ro: ({ to }) => `Nu există pasul ${to}.` } }
    const sentence = findingSentence(schemaFindingTexts, engine)
    expect(sentence({ code: 'route-to-nowhere', facts: { to: 'board' } }, 'ro')).toBe('Nu există pasul board.')
    expect(sentence(finding, 'en')).toBe(findingText(finding, 'en'))
  })

  it('is never made up, and never said in two ways', () => {
    expect(() => findingText({ code: 'no-such-code', facts: {} }, 'en')).toThrow('no-such-code')
    expect(() => findingSentence(schemaFindingTexts, { empty: schemaFindingTexts.empty! })).toThrow('empty')
  })

  it('has no hole where a fact should be, and Romanian letters with a comma below', () => {
    const ours = invalidSamples().flatMap(({ findings }) => findings.filter(({ code }) => Object.hasOwn(schemaFindingTexts, code)))
    for (const one of ours) {
      for (const language of ['en', 'ro']) expect(findingText(one, language), one.code).not.toMatch(/undefined|NaN|\[object|[şţ]/)
    }
  })
})

describe('the place of a finding', () => {
  it('is its file and the path in it, or the definition where there is no file', () => {
    expect(findingPlace(finding)).toBe('document-types/memo.json, /fields/0/reqired')
    expect(findingPlace({ ...finding, file: undefined as never })).toBe('document-type memo, /fields/0/reqired')
    expect(findingPlace({ code: 'empty', level: 'problem', path: '', facts: {}, file: 'people.json' })).toBe('people.json')
  })
})
