import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import type { ScenarioRow } from '../../runtime/api/answers.ts'
import { command, get } from '../../runtime/app/data/client.ts'
import type { Refusal } from '../../runtime/app/data/refusal.ts'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { keptScenario, rehearsalSet } from './rehearsal-set.ts'
import { type Rehearsed, rehearse } from './rehearse.ts'

const key = ['designer-scenarios'] as const

/** The rehearsals that were kept. */
export const useScenarios = () =>
  useQuery({ queryKey: key, queryFn: async ({ signal }) => (await get<{ items: ScenarioRow[] }>('/api/scenarios', signal)).items })

/** How the kept rehearsals go with the definitions as they are drawn: run again after every change, a moment behind it. */
export function useRehearsed(): readonly Rehearsed[] {
  const { workspace, office } = useWorkspace()
  const { data } = useScenarios()
  const drawn = useDeferredValue(workspace)
  return useMemo(() => {
    if (!data || data.length === 0) return []
    return rehearse(
      rehearsalSet(drawn),
      office.calendar,
      data.map(({ body }) => body as Scenario),
    )
  }, [drawn, office.calendar, data])
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
