import { Input } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTexts } from '../language/texts.tsx'
import classes from './field-frame.module.css'

/** How a field presents itself: label above, help or problem below. */
export interface Frame {
  readonly label: string
  readonly help?: ReactNode
  readonly problem?: string | undefined
  readonly required?: boolean
  /** In a cell of a table: the label is only spoken. */
  readonly bare?: boolean
}

/** A problem beside its field: icon and one sentence. */
export function ProblemText({ children }: { children: ReactNode }) {
  return (
    <span className={classes.problem}>
      <IconAlertCircle size={14} aria-hidden />
      <span>{children}</span>
    </span>
  )
}

/** The props that make one of Mantine's inputs wear the frame; `own` is a problem that the input found itself. */
export function frameProps({ label, help, problem, required, bare }: Frame, own?: string | null) {
  const wrong = own ?? problem
  return {
    ...(bare ? { 'aria-label': label } : { label, withAsterisk: required ?? false }),
    'aria-required': required || undefined,
    error: wrong ? <ProblemText>{wrong}</ProblemText> : undefined,
    description: wrong || bare ? undefined : help,
  }
}

/** The frame around something that is not one of Mantine's inputs; the label names the group. */
export function GroupFrame({
  frame,
  own,
  children,
}: {
  frame: Frame
  own?: string | null
  children: (labels: { 'aria-labelledby'?: string; 'aria-label'?: string }) => ReactNode
}) {
  const id = useId()
  const {
    label,
    'aria-label': spoken,
    'aria-required': _required,
    ...rest
  } = { label: undefined, 'aria-label': undefined, ...frameProps(frame, own) }
  return (
    <Input.Wrapper {...rest} label={label} labelElement="div" labelProps={{ id }}>
      {children(spoken ? { 'aria-label': spoken } : { 'aria-labelledby': id })}
    </Input.Wrapper>
  )
}

/** Read-only: the label above plain text. A calculated value carries its f. */
export function ReadFrame({
  label,
  help,
  calculated,
  path,
  children,
}: {
  label: string
  help?: ReactNode
  calculated?: boolean
  path: string
  children: ReactNode
}) {
  const { t } = useTexts()
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what can be filled in
    <div role="group" aria-labelledby={id} className={classes.read} data-path={path} tabIndex={-1}>
      <div className={classes.label} id={id}>
        {label}
        {calculated && (
          <span className={classes.calculated} title={t('word.calculated')}>
            <span aria-hidden>f</span>
            <span className="sr-only">{t('word.calculated')}</span>
          </span>
        )}
      </div>
      <div className={classes.value}>{children}</div>
      {help && <div className={classes.help}>{help}</div>}
    </div>
  )
}
