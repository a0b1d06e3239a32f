import { expect, test } from 'vitest'
import { randomBytes } from './random.ts'

test('no two are alike, and none changes when others are made', () => {
  const made = Array.from({ length: 2_000 }, () => randomBytes(16))
  const texts = made.map((bytes) => bytes.toString('hex'))
  expect(new Set(texts).size).toBe(2_000)
  expect(texts.every((text) => text.length === 32)).toBe(true)
  for (let n = 0; n < 1_000; n++) randomBytes(10)
  expect(made.map((bytes) => bytes.toString('hex'))).toEqual(texts)
})

test('more than its pool is made for is refused', () => {
  expect(() => randomBytes(65)).toThrow('at most 64 random bytes')
})
