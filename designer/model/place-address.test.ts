import { expect, it } from 'vitest'
import { addressOfPlace, indexIn } from './place-address.ts'

it('a place is edited where people edit it', () => {
  const type = { kind: 'document-type', id: 'contract' } as const
  expect(addressOfPlace(type)).toBe('/designer/document-type/contract')
  expect(addressOfPlace(type, '/fields/3/required')).toBe('/designer/document-type/contract/form?show=%2Ffields%2F3%2Frequired')
  expect(addressOfPlace(type, '/checks/0/must')).toBe('/designer/document-type/contract/rules?show=%2Fchecks%2F0%2Fmust')
  expect(addressOfPlace({ kind: 'approval-schema', id: 'way' }, '/nodes/2')).toBe('/designer/approval-schema/way/canvas?show=%2Fnodes%2F2')
  expect(addressOfPlace({ kind: 'directory', id: 'regions' }, '/items/1')).toBe('/designer/directory/regions?show=%2Fitems%2F1')
})
it('a place lies in one thing of its list', () => {
  expect(indexIn('/statuses', '/statuses/3/label')).toBe(3)
  expect(indexIn('/statuses', '/statuses')).toBeUndefined()
  expect(indexIn('/number/series', '/number/series/0')).toBe(0)
  expect(indexIn('/views', '/fields/1')).toBeUndefined()
  expect(indexIn('/views', null)).toBeUndefined()
})
