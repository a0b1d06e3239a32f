import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { ShownFinding } from '../model/findings.ts'
import { repairsOf } from '../model/repairs.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { useSchema } from './schema-editing.tsx'

/** The mends of a finding, each named by what it does: one click, one step. */
export function Mends({ shown, most = 3 }: { shown: ShownFinding; most?: number }) {
  const { workspace, speech, target, group } = useSchema()
  const everywhere = useWorkspace()
  const repairs = useMemo(() => repairsOf(workspace, shown.finding, speech), [workspace, shown, speech])
  return repairs.slice(0, most).map((repair) => (
    <Button
      key={repair.label}
      size="compact-xs"
      variant="light"
      onClick={() => {
        const own = repair.target.kind === target.kind && repair.target.id === target.id
        if (own) group('repair', repair.commands)
        else everywhere.group(repair.target, 'repair', repair.commands)
      }}
    >
      {repair.label}
    </Button>
  ))
}
