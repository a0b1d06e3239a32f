import {
  IconBell,
  IconChecks,
  IconCornerUpRight,
  IconForms,
  IconFunction,
  IconHash,
  IconListDetails,
  IconLock,
  IconRoute,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link } from 'wouter'
import { addressOfPlace } from '../../model/place-address.ts'
import type { Use } from '../../model/used-by.ts'
import classes from './used-by-list.module.css'

const icons: Partial<Record<Use['kind'], TablerIcon>> = {
  field: IconForms,
  form: IconForms,
  rule: IconChecks,
  calculation: IconFunction,
  view: IconTable,
  access: IconLock,
  number: IconHash,
  arrow: IconRoute,
  step: IconRoute,
  button: IconCornerUpRight,
  reminder: IconBell,
}

/** What looks at a thing, each a way there. */
export function UsedByList({ uses }: { uses: readonly Use[] }) {
  return (
    <ul className={classes.uses}>
      {uses.map((use) => {
        const Icon = icons[use.kind] ?? IconListDetails
        return (
          <li key={`${use.definition.kind}/${use.definition.id} ${use.words}`}>
            <Icon size={16} stroke={1.75} aria-hidden />
            <Link href={addressOfPlace(use.definition, use.at)}>{use.words}</Link>
          </li>
        )
      })}
    </ul>
  )
}
