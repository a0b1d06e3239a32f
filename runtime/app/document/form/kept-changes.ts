import type { Change } from '../../../engine/document/command.ts'

/** Changes that were not saved when somebody left the page: kept in this browser's tab, for its person alone. */
const keyOf = (person: string, type: string, id: string) => `dosar-changes:${person}:${type}/${id}`

export function keepChanges(person: string, type: string, id: string, changes: readonly Change[]): void {
  try {
    if (changes.length === 0) sessionStorage.removeItem(keyOf(person, type, id))
    else sessionStorage.setItem(keyOf(person, type, id), JSON.stringify(changes))
  } catch {
    // No room is left, or storage is switched off: then leaving the page loses what was typed, as everywhere.
  }
}

export function keptChanges(person: string, type: string, id: string): readonly Change[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(person, type, id)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((change) => typeof change?.path === 'string') : []
  } catch {
    return []
  }
}
