import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import { useSchema } from './schema-editing.tsx'
import { ofSteps } from './selection.ts'

/** Chooses a step and brings it into sight, where it is not in sight already. */
export function useShowStep(): (id: string) => void {
  const flow = useReactFlow()
  const { reading, select } = useSchema()
  return useCallback(
    (id: string) => {
      select(ofSteps(id))
      const step = reading.nodes.find((node) => node.id === id)
      const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
      if (!step || !pane) return
      const [x, y] = [step.x + step.width / 2, step.y + step.height / 2]
      const at = flow.flowToScreenPosition({ x, y })
      const inSight = at.x > pane.left + 60 && at.x < pane.right - 60 && at.y > pane.top + 60 && at.y < pane.bottom - 60
      if (!inSight) void flow.setCenter(x, y, { zoom: Math.max(flow.getZoom(), 0.7), duration: 160 })
    },
    [flow, reading, select],
  )
}
