import {
  IconArrowsSplit2,
  IconBolt,
  IconCheckbox,
  IconFlag,
  IconHelpCircle,
  IconHourglass,
  IconPencil,
  IconRubberStamp,
  IconSignature,
  IconUsers,
  IconUserUp,
  type TablerIcon,
} from '@tabler/icons-react'
import type { SchemaNode } from '../../schemas/generated/approval-schema.ts'
import type { NewNode } from '../model/commands/schema/new-node.ts'
import { ownWords } from '../model/text-in-languages.ts'
import type { Workspace } from '../model/workspace.ts'

export type PaletteItemId =
  | 'stage'
  | 'approval'
  | 'task'
  | 'decision'
  | 'fork'
  | 'wait'
  | 'automation'
  | 'end'
  | 'two-of-a-group'
  | 'above-a-sum'
  | 'signing'

export interface PaletteItem {
  readonly id: PaletteItemId
  readonly icon: TablerIcon
}
export interface PaletteGroup {
  readonly id: 'somebody' | 'divides' | 'itself' | 'ready'
  readonly items: readonly PaletteItem[]
}

/** One icon for each kind of step, wherever it is drawn: kinds differ by shape and icon, never by colour. */
export const kindIcons: Readonly<Record<SchemaNode['kind'], TablerIcon>> = {
  stage: IconPencil,
  approval: IconRubberStamp,
  task: IconCheckbox,
  decision: IconHelpCircle,
  fork: IconArrowsSplit2,
  join: IconArrowsSplit2,
  wait: IconHourglass,
  automation: IconBolt,
  end: IconFlag,
}

export const paletteGroups: readonly PaletteGroup[] = [
  {
    id: 'somebody',
    items: [
      { id: 'stage', icon: kindIcons.stage },
      { id: 'approval', icon: kindIcons.approval },
      { id: 'task', icon: kindIcons.task },
    ],
  },
  {
    id: 'divides',
    items: [
      { id: 'decision', icon: kindIcons.decision },
      { id: 'fork', icon: kindIcons.fork },
    ],
  },
  {
    id: 'itself',
    items: [
      { id: 'wait', icon: kindIcons.wait },
      { id: 'automation', icon: kindIcons.automation },
      { id: 'end', icon: kindIcons.end },
    ],
  },
  {
    id: 'ready',
    items: [
      { id: 'two-of-a-group', icon: IconUsers },
      { id: 'above-a-sum', icon: IconUserUp },
      { id: 'signing', icon: IconSignature },
    ],
  },
]

/** What an item of the palette puts on the canvas: a step with the words and the people that such a step usually has here. */
export function newNodeOf(id: PaletteItemId, { languages, organisation }: Workspace): NewNode {
  const words = (en: string, ro: string) => ownWords({ en, ro }, languages)
  switch (id) {
    case 'stage':
      return { kind: 'stage', label: words('Stage', 'Etapă') }
    case 'approval':
      return { kind: 'approval', label: words('Approval', 'Avizare') }
    case 'task':
      return { kind: 'task', label: words('Task', 'Sarcină') }
    case 'decision':
      return { kind: 'decision', label: words('Which way?', 'Încotro?') }
    case 'fork':
      return {
        kind: 'fork',
        label: words('At the same time', 'În paralel'),
        branches: [words('First review', 'Prima avizare'), words('Second review', 'A doua avizare')],
      }
    case 'wait':
      return { kind: 'wait', label: words('Wait', 'Așteptare') }
    case 'automation':
      return { kind: 'automation', label: words('By itself', 'Automat') }
    case 'end':
      return { kind: 'end', label: words('Done', 'Încheiat') }
    case 'two-of-a-group': {
      const group = organisation?.groups.values().next().value?.id
      return {
        kind: 'approval',
        label: words('Two of a group', 'Doi dintr-un grup'),
        with: { ask: [{ id: 'group', who: group === undefined ? [{ the: 'everyone' }] : [{ group }] }], rule: { atLeast: 2 } },
      }
    }
    case 'above-a-sum':
      return { kind: 'decision', label: words('How large?', 'Cât de mare?') }
    case 'signing':
      return {
        kind: 'stage',
        label: words('Signing on paper', 'Semnare pe hârtie'),
        with: { actions: [{ id: 'signed', label: words('Signed by both', 'Semnat de ambele părți'), who: [{ the: 'author' }] }] },
      }
  }
}
