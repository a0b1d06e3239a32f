import { type ReactNode, Suspense } from 'react'
import type { Frame } from './field-frame.tsx'
import { InputPlace } from './input-place.tsx'
import { PickControl } from './lazy-controls.tsx'

export interface PickItem {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
  /** A second, quieter line or word. */
  readonly aside?: string | undefined
}

export interface PickProps {
  readonly items: readonly PickItem[]
  /** What is chosen, with its words, though it may not be among the items found. */
  readonly chosen: readonly PickItem[]
  readonly many: boolean
  readonly onPick: (values: string[]) => void
  readonly frame: Frame
  /** Asked of the server as somebody types; left out, the items are searched here. */
  readonly search?: { readonly text: string; readonly onSearch: (text: string) => void; readonly state: 'searching' | 'failed' | 'done' }
  readonly onOpen?: () => void
  readonly leftSection?: ReactNode
  readonly draw?: (item: PickItem) => ReactNode
}

/** Chooses one or several from a list, with room kept for it until it is here. */
export function Pick(props: PickProps) {
  return (
    <Suspense fallback={<InputPlace frame={props.frame} />}>
      <PickControl {...props} />
    </Suspense>
  )
}
