import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import classes from './page-part.module.css'

/** A part of a screen of the designer, with its heading, a sentence on what it is for, and what can be added. */
export function PagePart({ title, text, add, children }: { title: string; text?: ReactNode; add?: ReactNode; children?: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {add}
      </div>
      {text && <p className={classes.text}>{text}</p>}
      {children}
    </section>
  )
}

/** A group of properties in a panel; `property` names it for whoever brings the focus there. */
export function PanelGroup({
  title,
  aside,
  property,
  children,
}: {
  title: ReactNode
  aside?: ReactNode
  property?: string
  children?: ReactNode
}) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent together
    <div role="group" aria-labelledby={id} className={classes.group} data-property={property}>
      <div className={classes.groupHead}>
        <h3 id={id}>{title}</h3>
        {aside && <span className={classes.aside}>{aside}</span>}
      </div>
      {children}
    </div>
  )
}

/**
 * A group of properties that most people leave alone: folded to one line with what it says, until somebody opens it or something
 * is set in it (`usual` undefined).
 */
export function FoldedGroup({ title, usual, children }: { title: string; usual: string | undefined; children?: ReactNode }) {
  const id = useId()
  const [chosen, choose] = useState<boolean | null>(null)
  const open = chosen ?? usual === undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent together
    <div role="group" aria-labelledby={id} className={classes.group}>
      <h3>
        <button type="button" className={classes.fold} aria-expanded={open} onClick={() => choose(!open)}>
          <span id={id}>{title}</span>
          {!open && <span className={classes.aside}>{usual}</span>}
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </button>
      </h3>
      {open && children}
    </div>
  )
}
