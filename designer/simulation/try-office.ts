import { useMemo } from 'react'
import type { PersonRef } from '../../runtime/api/answers.ts'
import type { FieldSurroundings } from '../../runtime/app/fields/surroundings.tsx'
import type { Card } from '../../runtime/engine/card/card.ts'
import type { Office } from '../../runtime/engine/simulation/office.ts'
import { definitionsOf } from '../model/workspace.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'

/** The people of the office as the app shows them, those who are still here. */
export function useOfficePeople(): Readonly<Record<string, PersonRef>> {
  const { office } = useWorkspace()
  return useMemo(() => {
    const labels = new Map([...office.roles, ...office.departments].map(({ id, label }) => [id, label]))
    return Object.fromEntries(
      office.people
        .filter(({ left }) => !left)
        .map(({ id, name, roles, department }): [string, PersonRef] => [
          id,
          { id, name, what: labels.get(roles.find((role) => labels.has(role)) ?? department ?? '') ?? null },
        ]),
    )
  }, [office])
}

const none = {}

/** What lies around the fields of a trial: the lists of choices as they are drawn, the people. */
export function useTrialSurroundings(card: Card, linked: FieldSurroundings['linked'] = none): FieldSurroundings {
  const { workspace } = useWorkspace()
  const people = useOfficePeople()
  const directories = useMemo(
    () => Object.fromEntries(definitionsOf(workspace, 'directory').map((directory) => [directory.id, directory])),
    [workspace],
  )
  return useMemo(() => ({ card, directories, people, linked }), [card, directories, people, linked])
}

/** The documents of an office in memory, as links to them show. */
export function linkedIn(office: Office): FieldSurroundings['linked'] {
  return Object.fromEntries(
    office.shelf.all.map(({ document: { type, id, number, title, status } }) => [`${type}/${id}`, { type, id, number, title, status }]),
  )
}
