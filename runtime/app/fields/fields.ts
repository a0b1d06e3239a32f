import { choiceField } from './choice-field.tsx'
import { colorField } from './color-field.tsx'
import { dateField } from './date-field.tsx'
import { dateTimeField } from './date-time-field.tsx'
import type { AnyFieldKind, FieldType } from './define-field.ts'
import { departmentField } from './department-field.tsx'
import { durationField } from './duration-field.tsx'
import { emailField } from './email-field.tsx'
import { linkField } from './link-field.tsx'
import { longTextField } from './long-text-field.tsx'
import { moneyField } from './money-field.tsx'
import { fileField, signatureField } from './not-yet-field.tsx'
import { numberField } from './number-field.tsx'
import { percentField } from './percent-field.tsx'
import { personField } from './person-field.tsx'
import { phoneField } from './phone-field.tsx'
import { ratingField } from './rating-field.tsx'
import { richTextField } from './rich-text-field.tsx'
import { tableField } from './table-field.tsx'
import { textField } from './text-field.tsx'
import { timeField } from './time-field.tsx'
import { webField } from './web-field.tsx'
import { yesNoField } from './yes-no-field.tsx'

/** Every type of field that a card may have: a new one is one file and one line here. */
export const fieldKinds: Readonly<Record<FieldType, AnyFieldKind>> = {
  text: textField,
  'long-text': longTextField,
  'rich-text': richTextField,
  number: numberField,
  money: moneyField,
  percent: percentField,
  date: dateField,
  'date-time': dateTimeField,
  time: timeField,
  duration: durationField,
  'yes-no': yesNoField,
  choice: choiceField,
  person: personField,
  department: departmentField,
  link: linkField,
  table: tableField,
  file: fileField,
  email: emailField,
  phone: phoneField,
  web: webField,
  rating: ratingField,
  color: colorField,
  signature: signatureField,
}
