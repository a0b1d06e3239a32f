import { IconBuildingCommunity, IconId, IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { OfficeAnswer } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import { Cell, DataTable, HeadCell, Row } from '../ui/data-table.tsx'
import { Empty } from '../ui/list-faces.tsx'
import { PersonAvatars } from '../ui/person.tsx'
import { useWidth } from '../ui/use-width.ts'
import { isOwnRole } from './own-roles.ts'
import classes from './people-screen.module.css'
import { type StructureKind, type StructureRow, structureRows } from './structure.ts'

interface StructureListProps {
  readonly office: OfficeAnswer
  readonly kind: StructureKind
  readonly onOpen: (id: string) => void
  readonly add: ReactNode
}

const mostFaces = 5
const emptyFaces = {
  roles: { icon: IconId, title: 'office.noRoles', text: 'office.noRoles.text' },
  groups: { icon: IconUsersGroup, title: 'office.noGroups', text: 'office.noGroups.text' },
  departments: { icon: IconBuildingCommunity, title: 'office.noDepartments', text: 'office.noDepartments.text' },
} as const

/** Roles, groups or departments, with who has them and what names them; a row opens it, except the program's own roles. */
export function StructureList({ office, kind, onOpen, add }: StructureListProps) {
  const texts = useTexts()
  const { t, of } = texts
  const phone = useWidth() === 'phone'
  const rows = structureRows(office, kind, texts)
  if (rows.length === 0) {
    const { icon, title, text } = emptyFaces[kind]
    return (
      <Empty icon={icon} title={t(title)} text={t(text)}>
        {add}
      </Empty>
    )
  }
  const names = (people: StructureRow['people']) => people.map(({ name }) => name).join(', ') || t('office.nobodyYet')
  const uses = ({ one }: StructureRow) => one.usedBy.map(({ label }) => of(label)).join(', ')
  if (phone)
    return (
      <div className={classes.list}>
        <ul>
          {rows.map((row) => (
            <li key={row.one.id}>
              <button type="button" className={classes.row} disabled={isOwnRole(row.one.id)} onClick={() => onOpen(row.one.id)}>
                <span className={classes.words} style={{ paddingLeft: row.depth * 16 }}>
                  <b>{row.name}</b>
                  <span className={`${classes.quiet} cut`}>{names(row.people)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <div className={classes.list}>
      <DataTable
        label={t(`office.${kind}`)}
        head={
          <>
            <HeadCell>{t('office.label')}</HeadCell>
            {kind === 'departments' && <HeadCell>{t('office.head')}</HeadCell>}
            <HeadCell right>{t('office.people')}</HeadCell>
            <HeadCell>{t('office.who')}</HeadCell>
            <HeadCell>{t('office.usedBy')}</HeadCell>
          </>
        }
      >
        {rows.map((row) => {
          const { one, name, depth, people } = row
          const own = isOwnRole(one.id)
          const head = 'head' in one ? office.people.find(({ id }) => id === one.head)?.name : undefined
          return (
            <Row key={one.id} {...(!own && { onOpen: () => onOpen(one.id) })}>
              <Cell name>
                {own ? (
                  <>
                    {name} <span className={classes.away}>{t('office.ownRole')}</span>
                  </>
                ) : (
                  <button type="button" className={classes.name} style={{ marginLeft: depth * 20 }} onClick={() => onOpen(one.id)}>
                    {name}
                  </button>
                )}
              </Cell>
              {kind === 'departments' && <Cell>{head ?? <span className={classes.none}>—</span>}</Cell>}
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
              <Cell title={uses(row)}>{uses(row) || <span className={classes.none}>—</span>}</Cell>
            </Row>
          )
        })}
      </DataTable>
    </div>
  )
}
