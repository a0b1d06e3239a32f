import { Input } from '@mantine/core'
import { type Frame, frameProps } from './field-frame.tsx'
import classes from './input-place.module.css'

/** Where an input will stand: its label and a box of its height, so that nothing jumps when it comes. */
export function InputPlace({ frame }: { frame: Frame }) {
  const { label, withAsterisk } = { label: undefined, withAsterisk: false, ...frameProps(frame) }
  return (
    <Input.Wrapper label={label} withAsterisk={withAsterisk} labelElement="div">
      <div className={classes.place} data-bare={frame.bare || undefined} />
    </Input.Wrapper>
  )
}
