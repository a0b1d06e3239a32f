import { Checkbox, NativeSelect, Radio, Rating } from '@mantine/core'
import { DateText } from './date-text.tsx'
import { ManyInput } from './many-input.tsx'
import { NumberInput } from './number-input.tsx'
import { TextLine } from './text-line.tsx'
import { TimeText } from './time-text.tsx'

/**
 * What inputs are made of. A chunk of its own, fetched when something is first to be filled: an inbox and a list only
 * show, and these weigh more than all the views together.
 */
export const controls = {
  Checkbox,
  DateText,
  ManyInput,
  NativeSelect,
  NumberInput,
  Radio,
  RadioGroup: Radio.Group,
  Rating,
  TextLine,
  TimeText,
}
