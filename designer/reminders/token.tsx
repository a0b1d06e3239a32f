import { Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import classes from './reminder-sentence.module.css'

/** A choice within a sentence: in ink, a button that opens a small menu, spoken with what it is the choice of. */
export function Token({ label, words, children }: { label: string; words: string; children: ReactNode }) {
  const [opened, open] = useState(false)
  return (
    <Popover opened={opened} onChange={open} width={320} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.token}
          data-open={opened || undefined}
          aria-haspopup="dialog"
          aria-expanded={opened}
          aria-label={`${label}: ${words}`}
          onClick={() => open(!opened)}
        >
          {words}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <div className={classes.menu}>{children}</div>
      </Popover.Dropdown>
    </Popover>
  )
}
