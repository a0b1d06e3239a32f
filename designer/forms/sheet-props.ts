import type { Ref } from 'react'
import type { CardValue } from '../../runtime/engine/card/card.ts'
import type { DocumentType, LayoutCell, LayoutTab } from '../../schemas/generated/document-type.ts'
import type { Direction } from './layout-places.ts'
import type { Preview } from './preview.ts'
import type { Selected } from './selected.ts'

/** The form as it is drawn, and what can be done to it. */
export interface SheetProps {
  readonly sheet: Ref<HTMLDivElement>
  readonly type: DocumentType
  readonly layout: readonly LayoutTab[]
  readonly preview: Preview
  readonly listNames: ReadonlyMap<string, string>
  readonly tab: string
  readonly selected: Selected | null
  readonly onTab: (tab: string) => void
  readonly onSelect: (selected: Selected) => void
  readonly onValue: (field: string, value: CardValue | undefined) => void
  readonly onMove: (cell: LayoutCell, direction: Direction) => void
  readonly onTakeOff: (cell: LayoutCell) => void
  readonly onCopy: (field: string) => void
  readonly onRemove: (field: string) => void
  readonly onAddTab: () => void
  readonly onAddSection: () => void
}
