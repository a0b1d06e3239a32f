import { describe, expect, it } from 'vitest'
import { definitionKinds, folderOfKind, kindOfFile } from './definition-kind.ts'

describe('the kind of a file', () => {
  it.each([
    ['document-types/contract.json', 'document-type'],
    ['templates/construction/approval-schemas/contract.json', 'approval-schema'],
    ['directories\\currencies.json', 'directory'],
    ['people.json', 'people'],
    ['a/template.json', 'template'],
    ['samples/c2.json', 'sample'],
    ['scenarios/late.json', 'scenario'],
  ])('%s is known by where it lies', (path, kind) => {
    expect(kindOfFile(path)).toBe(kind)
  })

  it.each(['README.md', 'document-types/README.md', 'print-forms/slip.docx', 'other/contract.json', 'contract.json', 'constructor/x.json'])(
    '%s is no definition',
    (path) => {
      expect(kindOfFile(path)).toBeUndefined()
    },
  )

  it('and its folder name each other', () => {
    for (const kind of definitionKinds) {
      const folder = folderOfKind(kind)
      expect(kindOfFile(folder ? `${folder}/x.json` : `${kind}.json`)).toBe(kind)
    }
  })
})
