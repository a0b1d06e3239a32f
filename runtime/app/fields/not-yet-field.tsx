import { useTexts } from '../language/texts.tsx'
import { defineField, type InputProps, text } from './define-field.ts'
import { ReadFrame } from './field-frame.tsx'
import classes from './not-yet-field.module.css'
import { parseOneOrMany } from './one-or-many.ts'

type Held = string | readonly string[]

/** Files and signatures are in the language; the program says so where it does not keep them. */
function NotYet() {
  const { t } = useTexts()
  return <span className={classes.notYet}>{t('field.notYet')}</span>
}

function Input({ frame, path }: Pick<InputProps<'file', Held>, 'frame' | 'path'>) {
  if (frame.bare) return <NotYet />
  return (
    <ReadFrame label={frame.label} path={path}>
      <NotYet />
    </ReadFrame>
  )
}

const parse = (raw: unknown) => parseOneOrMany(raw, text)

export const fileField = defineField<'file', Held>({ type: 'file', holdsMany: true, parse, Input, View: NotYet })
export const signatureField = defineField<'signature', Held>({ type: 'signature', parse, Input, View: NotYet })
