import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../language/texts.tsx'
import classes from './tag.module.css'

/** A quiet chip: a choice, a category. */
export function Tag({ icon: Icon, children }: { icon?: TablerIcon; children: ReactNode }) {
  return (
    <span className={classes.tag}>
      {Icon && <Icon size={14} aria-hidden />}
      {children}
    </span>
  )
}

/** A document's number as the tab of a file; dashed until it is given. */
export function NumberTab({ number }: { number: string | null | undefined }) {
  const { t } = useTexts()
  return (
    <span className={classes.number} data-none={!number || undefined}>
      {number || t('number.none')}
    </span>
  )
}

/** A key of the keyboard, as a hint. */
export const KeyHint = ({ children }: { children: ReactNode }) => <kbd className={classes.key}>{children}</kbd>
