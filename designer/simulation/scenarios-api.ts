import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ScenarioRow } from '../../runtime/api/answers.ts'
import { command, get } from '../../runtime/app/data/client.ts'
import type { Refusal } from '../../runtime/app/data/refusal.ts'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { keptScenario } from './rehearsal-set.ts'
import type { Rehearsed } from './rehearse.ts'
import { rehearseInIdle } from './rehearse-in-idle.ts'

const key = ['designer-scenarios'] as const

/** The rehearsals that were kept. */
export const useScenarios = () =>
  useQuery({ queryKey: key, queryFn: async ({ signal }) => (await get<{ items: ScenarioRow[] }>('/api/scenarios', signal)).items })

const noneKept: readonly Rehearsed[] = []

/** How the kept rehearsals go with the definitions as they are drawn: run again after every change, a moment behind it. */
export function useRehearsed(): readonly Rehearsed[] {
  const { workspace, office } = useWorkspace()
  const { data } = useScenarios()
  const [rehearsed, tell] = useState(noneKept)
  const kept = data && keptIn(data)
  useEffect(() => {
    if (!kept) return
    let asked = true
    // Not at every letter: a moment after the last.
    const soon = setTimeout(async () => {
      const done = await rehearseInIdle(workspace, office.calendar, kept)
      if (asked && done) tell(done)
    }, PAUSE)
    return () => {
      asked = false
      clearTimeout(soon)
    }
  }, [workspace, office.calendar, kept])
  return rehearsed
}

const PAUSE = 300

const bodies = new WeakMap<readonly ScenarioRow[], readonly Scenario[]>()

/** The same list for the same answer, so that what is rehearsed is known again. */
function keptIn(rows: readonly ScenarioRow[]): readonly Scenario[] {
  const known = bodies.get(rows) ?? rows.map(({ body }) => body as Scenario)
  bodies.set(rows, known)
  return known
}

/** Keeps and drops rehearsals; answers the refusal where there is one. */
export function useScenarioCommands() {
  const client = useQueryClient()
  const settled = () => client.invalidateQueries({ queryKey: key })
  return {
    keep: async (scenario: Scenario): Promise<Refusal | null> => {
      const body = keptScenario(scenario)
      const reply = await command(`/api/scenarios/${body.id}`, { body, revision: 0 }, { method: 'PUT' })
      await settled()
      return reply.ok ? null : reply.refusal
    },
    drop: async (id: string): Promise<Refusal | null> => {
      const reply = await command(`/api/scenarios/${id}`, {}, { method: 'DELETE' })
      await settled()
      return reply.ok ? null : reply.refusal
    },
  }
}
