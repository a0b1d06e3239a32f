import type { Audience } from '../../../schemas/generated/audience.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { AudienceEntryView } from '../../panels/entries/audience-entry.tsx'
import classes from './who-field.module.css'

/** What may be said of who at a place. */
export interface WhoPlace {
  readonly type: DocumentType | undefined
  /** The table whose row is in question. */
  readonly row?: string | undefined
  /** Whether somebody is asked there: in a reminder around a to-do. */
  readonly assignee?: boolean
  /** Whether the clock acts there, so that nobody looks. */
  readonly clock?: boolean
}

interface WhoFieldProps {
  readonly label: string
  readonly value: Audience | undefined
  readonly place: WhoPlace
  readonly onChange: (audience: Audience) => void
  /** What it means here that nobody is named. */
  readonly none: string
}

/** The audience builder, and what an empty one means at this place: nobody, or everybody. */
export function WhoField({ label, value, place, onChange, none }: WhoFieldProps) {
  const empty = !value || value.length === 0
  return (
    <div className={classes.who}>
      <AudienceEntryView
        label={label}
        value={value}
        types={place.type ? [place.type] : []}
        row={place.row}
        assignee={place.assignee}
        me={!place.clock}
        quiet={empty}
        onChange={onChange}
      />
      {empty && <p className={classes.none}>{none}</p>}
    </div>
  )
}
