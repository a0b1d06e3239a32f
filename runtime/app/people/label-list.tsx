import { IconId, IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { OfficeAnswer } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { Cell, DataTable, HeadCell, Row } from '../ui/data-table.tsx'
import { Empty } from '../ui/list-faces.tsx'
import { PersonAvatars } from '../ui/person.tsx'
import { useWidth } from '../ui/use-width.ts'
import type { Labelled } from './label-dialog.tsx'
import { isOwnRole } from './own-roles.ts'
import classes from './people-screen.module.css'

interface LabelListProps {
  readonly office: OfficeAnswer
  readonly kind: 'roles' | 'groups'
  readonly onOpen: (one: Labelled) => void
  readonly add: ReactNode
}

const mostFaces = 5

/** Roles or groups, with who has them; a row opens its name, except of the program's own. */
export function LabelList({ office, kind, onOpen, add }: LabelListProps) {
  const { t, of, locale } = useTexts()
  const phone = useWidth() === 'phone'
  const collator = new Intl.Collator(locale)
  const rows = office[kind]
    .map((one) => ({ one, name: of(one.label), people: office.people.filter((person) => !person.left && person[kind].includes(one.id)) }))
    .sort((a, b) => collator.compare(a.name, b.name))
  if (rows.length === 0)
    return (
      <Empty
        icon={kind === 'roles' ? IconId : IconUsersGroup}
        title={t(kind === 'roles' ? 'office.noRoles' : 'office.noGroups')}
        text={t(kind === 'roles' ? 'office.noRoles.text' : 'office.noGroups.text')}
      >
        {add}
      </Empty>
    )
  const names = (people: OfficeAnswer['people']) => people.map(({ name }) => name).join(', ') || t('office.nobodyYet')
  return (
    <div className={classes.list}>
      {phone ? (
        <ul>
          {rows.map(({ one, name, people }) => (
            <li key={one.id}>
              <button type="button" className={classes.row} disabled={isOwnRole(one.id)} onClick={() => onOpen(one)}>
                <span className={classes.words}>
                  <b>{name}</b>
                  <span className={`${classes.quiet} cut`}>{names(people)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          label={t(`office.${kind}`)}
          head={
            <>
              <HeadCell>{t('office.label')}</HeadCell>
              <HeadCell right>{t('office.people')}</HeadCell>
              <HeadCell>{t('office.who')}</HeadCell>
            </>
          }
        >
          {rows.map(({ one, name, people }) => (
            <Row key={one.id} {...(!isOwnRole(one.id) && { onOpen: () => onOpen(one) })}>
              <Cell name>
                {isOwnRole(one.id) ? (
                  <>
                    {name} <span className={classes.away}>{t('office.ownRole')}</span>
                  </>
                ) : (
                  <button type="button" className={classes.name} onClick={() => onOpen(one)}>
                    {name}
                  </button>
                )}
              </Cell>
              <Cell right>{people.length}</Cell>
              <Cell title={names(people)}>
                {people.length > 0 && people.length <= mostFaces ? (
                  <span className={classes.name}>
                    <PersonAvatars names={people.map(({ name: who }) => who)} size="small" />
                    <span className={classes.away}>{names(people)}</span>
                  </span>
                ) : (
                  <span className={people.length === 0 ? classes.none : classes.quiet}>{names(people)}</span>
                )}
              </Cell>
            </Row>
          ))}
        </DataTable>
      )}
    </div>
  )
}
