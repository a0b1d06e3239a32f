// The short form of `npm run torture -- --only definitions`.
import { expect, it } from 'vitest'
import { fuzzDefinitions } from './torture/definitions.ts'

it('a definition that nobody means is refused or checked, never a crash', { timeout: 120_000 }, async () => {
  const { thrown, refused, checked } = await fuzzDefinitions(400, 7)
  expect(thrown).toEqual([])
  expect(refused).toBeGreaterThan(50)
  expect(checked).toBeGreaterThan(50)
})
