import { Button } from '@mantine/core'
import type { Channel } from '../../../schemas/generated/common.ts'
import { useWords } from '../../language/words.tsx'
import classes from '../inspector.module.css'

interface ChannelsEntryProps {
  readonly label: string
  readonly value: readonly Channel[] | undefined
  readonly onChange: (by: Channel[] | undefined) => void
}

/** How somebody is told: in the program, by e-mail; in the program where nothing is chosen. */
export function ChannelsEntry({ label, value = ['program'], onChange }: ChannelsEntryProps) {
  const { t } = useWords()
  return (
    <fieldset className={classes.chips} aria-label={label}>
      {(['program', 'email'] as const).map((channel) => {
        const on = value.includes(channel)
        return (
          <Button
            key={channel}
            size="compact-xs"
            variant={on ? 'light' : 'default'}
            aria-pressed={on}
            onClick={() => {
              const by = on ? value.filter((each) => each !== channel) : [...value, channel]
              onChange(by.length === 0 || (by.length === 1 && by[0] === 'program') ? undefined : by)
            }}
          >
            {t(`late.by.${channel}`)}
          </Button>
        )
      })}
    </fieldset>
  )
}
