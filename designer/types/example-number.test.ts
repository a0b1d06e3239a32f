import { expect, it } from 'vitest'
import { exampleNumbers } from './example-number.ts'

const now = '2026-11-23T09:00:00.000Z'

it('the numbers of a series are shown as they would follow each other', () => {
  expect(exampleNumbers({ pattern: 'A-{yyyy}/{0000}' }, undefined, null, now, 'Europe/Bucharest')).toEqual(['A-2026/0001', 'A-2026/0002'])
})

it('a value that the sample lacks is shown by its name', () => {
  expect(exampleNumbers({ pattern: '{side}-{00}' }, undefined, null, now, 'Europe/Bucharest')).toEqual(['side-01', 'side-02'])
})

it('a pattern without a counter has no example', () => {
  expect(exampleNumbers({ pattern: 'A-{yyyy}' }, undefined, null, now, 'Europe/Bucharest')).toBeUndefined()
})
