import { type ReactNode, useId } from 'react'
import classes from './decision-bar.module.css'

/** Where a decision is made, always in the same place: the foot of a preview, and of the screen on a phone. */
export function DecisionBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={classes.bar} aria-label={label}>
      {children}
    </section>
  )
}

/** What waits for you: the ink card on top of the approval sheet. */
export function DecisionCard({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** Fields side by side above the buttons: the reason for being late, the comment. */
export const DecisionFields = ({ children }: { children: ReactNode }) => <div className={classes.fields}>{children}</div>

/** The outcomes, first the one that is for; `more` lies at the far end (delegate, ask for an opinion). */
export function DecisionButtons({ children, more }: { children: ReactNode; more?: ReactNode }) {
  return (
    <div className={classes.buttons}>
      {children}
      {more && <div className={classes.more}>{more}</div>}
    </div>
  )
}
