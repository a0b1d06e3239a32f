import { useNodesInitialized } from '@xyflow/react'
import { useEffect } from 'react'
import { indexIn } from '../model/place-address.ts'
import { routeKeys } from '../model/schema-graph.ts'
import { useShownPlace } from '../shell/shown-place.ts'
import { useSchema } from './schema-editing.tsx'
import { nothing, ofRoute } from './selection.ts'
import { useShowStep } from './show-step.ts'

/** Chooses what an address asks for, once the drawing is there: a step, an arrow, or what may be done anywhere. */
export function useShownStep(): void {
  const place = useShownPlace()
  const { schema, select } = useSchema()
  const showStep = useShowStep()
  const drawn = useNodesInitialized()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked for, not at every edit
  useEffect(() => {
    if (!drawn || place === null) return
    const node = schema.nodes[indexIn('/nodes', place) ?? -1]
    const route = routeKeys(schema)[indexIn('/routes', place) ?? -1]
    if (node) showStep(node.id)
    else if (route !== undefined) select(ofRoute(route))
    else if (place.startsWith('/anywhere')) select({ ...nothing, anywhere: true })
  }, [drawn, place])
}
