import { type ComponentProps, type ComponentType, lazy } from 'react'
import type { controls } from './controls.ts'

type Controls = typeof controls
type Name = keyof Controls
type PropsOf<N extends Name> = ComponentProps<Controls[N]>

const load = () => import('./controls.ts')
// By itself, because a decision asks for a reason from a list and for nothing else of these.
const loadPick = () => import('./pick-control.tsx')

/** A page that will be filled for sure asks for the controls while its data is still on the way. */
export function fetchControls(): void {
  void load()
  void loadPick()
}

/** A control that is fetched when it is first drawn; whoever draws it stands in a `Suspense`, as every field does. */
const control = <N extends Name>(name: N): ComponentType<PropsOf<N>> =>
  lazy(async () => ({ default: (await load()).controls[name] as ComponentType<PropsOf<N>> })) as unknown as ComponentType<PropsOf<N>>

export const Checkbox = control('Checkbox')
export const DateText = control('DateText')
export const ManyInput = control('ManyInput')
export const NativeSelect = control('NativeSelect')
export const NumberInput = control('NumberInput')
export const Radio = control('Radio')
export const RadioGroup = control('RadioGroup')
export const Rating = control('Rating')
export const TextLine = control('TextLine')
export const TimeText = control('TimeText')

export const PickControl = lazy(async () => ({ default: (await loadPick()).PickControl }))
