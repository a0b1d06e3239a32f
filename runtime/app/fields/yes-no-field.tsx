import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTexts } from '../language/texts.tsx'
import { defineField, type InputProps, type ViewProps } from './define-field.ts'
import { GroupFrame } from './field-frame.tsx'
import { Checkbox, Radio, RadioGroup } from './lazy-controls.tsx'
import classes from './yes-no-field.module.css'

/** Yes, no, or not said: two radios, because an empty box cannot tell "no" from "nobody said". */
function Input({ value, onChange, frame }: InputProps<'yes-no', boolean>) {
  const { t } = useTexts()
  if (frame.bare)
    return (
      <Checkbox
        aria-label={frame.label}
        checked={value ?? false}
        indeterminate={value === undefined}
        onChange={() => onChange(!value)}
        error={!!frame.problem}
      />
    )
  return (
    <GroupFrame frame={frame}>
      {(labels) => (
        <RadioGroup {...labels} value={value === undefined ? null : String(value)} onChange={(said) => onChange(said === 'true')}>
          <div className={classes.answers}>
            <Radio value="true" label={t('word.yes')} />
            <Radio value="false" label={t('word.no')} />
            {value !== undefined && !frame.required && (
              <ActionIcon size={24} aria-label={`${frame.label}: ${t('do.clear')}`} onClick={() => onChange(undefined)}>
                <IconX size={14} />
              </ActionIcon>
            )}
          </div>
        </RadioGroup>
      )}
    </GroupFrame>
  )
}

function View({ value }: ViewProps<'yes-no', boolean>) {
  const { t } = useTexts()
  return <>{t(value ? 'word.yes' : 'word.no')}</>
}

export const yesNoField = defineField<'yes-no', boolean>({
  type: 'yes-no',
  parse: (raw) => (typeof raw === 'boolean' ? raw : undefined),
  Input,
  View,
})
