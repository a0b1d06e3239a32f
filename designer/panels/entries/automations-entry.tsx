import type { Automation } from '../../../schemas/generated/automation.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { AutomationList } from './automation-list.tsx'

interface AutomationsEntryProps {
  readonly node: string
  readonly list?: readonly Automation[] | undefined
  readonly title: string
}

/** What the program does by itself, in this order: at an automation, or when a document comes to a step. */
export function AutomationsEntry({ node, list = [], title }: AutomationsEntryProps) {
  const { execute } = useSchema()
  return (
    <PanelGroup title={title}>
      <AutomationList
        list={list}
        label={title}
        onMove={(from, to) => execute({ type: 'move-automation', node, from, to })}
        onRemove={(index) => execute({ type: 'remove-automation', node, index })}
        onSet={(index, does) => execute({ type: 'set-automation', node, index, does })}
        onAdd={(does) => execute({ type: 'add-automation', node, does }).ok}
      />
    </PanelGroup>
  )
}
