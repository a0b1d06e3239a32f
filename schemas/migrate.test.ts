import { describe, expect, it } from 'vitest'
import { currentVersion, liftDefinition, type Migration, migrations } from './migrate.ts'

describe('a stored definition', () => {
  it('of today stays as it is', () => {
    const definition = { id: 'memo', label: 'Memo' }
    expect(currentVersion()).toBe(1)
    expect(liftDefinition('document-type', definition)).toEqual({ ok: true, definition })
    expect(liftDefinition('document-type', { ...definition, schemaVersion: 1 })).toEqual({
      ok: true,
      definition: { ...definition, schemaVersion: 1 },
    })
  })

  it('of a version that is not known yet is refused', () => {
    expect(liftDefinition('directory', { schemaVersion: 2 })).toEqual({
      ok: false,
      explanation: { code: 'newer-schema-version', path: '/schemaVersion', facts: { found: 2, newest: 1 } },
    })
  })

  it.each([0, -1, 1.5, '1', {}])('with the version %j is refused', (schemaVersion) => {
    expect(liftDefinition('directory', { schemaVersion })).toMatchObject({ ok: false, explanation: { code: 'bad-schema-version' } })
  })

  const renameLabel: Migration = { to: 2, lift: (_, { label, ...rest }) => ({ ...rest, name: label }) }
  const upperTypes: Migration = {
    to: 3,
    lift: (kind, definition) => (kind === 'document-type' ? { ...definition, id: String(definition.id).toUpperCase() } : definition),
  }

  it('of an older version goes through every later step, in order', () => {
    const steps = [renameLabel, upperTypes]
    expect(liftDefinition('document-type', { id: 'memo', label: 'Memo' }, steps)).toEqual({
      ok: true,
      definition: { id: 'MEMO', name: 'Memo', schemaVersion: 3 },
    })
    expect(liftDefinition('directory', { id: 'memo', name: 'Memo', schemaVersion: 2 }, steps)).toEqual({
      ok: true,
      definition: { id: 'memo', name: 'Memo', schemaVersion: 3 },
    })
  })

  it('is lifted by steps that follow each other without a gap', () => {
    expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, index) => index + 2))
  })
})
