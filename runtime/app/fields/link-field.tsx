import { useDebouncedValue } from '@mantine/hooks'
import { IconFileText } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { DocumentRef } from '../../api/answers.ts'
import type { LinkValue } from '../../engine/card/card.ts'
import { useLinked, useLinkSearch } from '../data/linked.ts'
import { keys } from '../data/queries.ts'
import { useTexts } from '../language/texts.tsx'
import { defineField, type InputProps, type ViewProps } from './define-field.ts'
import classes from './link-field.module.css'
import { fromList, listOf, parseOneOrMany } from './one-or-many.ts'
import { Pick, type PickItem } from './pick.tsx'
import { useSurroundings } from './surroundings.tsx'

type Chosen = LinkValue | readonly LinkValue[]

const nameOf = ({ type, id }: LinkValue) => `${type}/${id}`
const linkNamed = (name: string): LinkValue => {
  const slash = name.indexOf('/')
  return { type: name.slice(0, slash), id: name.slice(slash + 1) }
}

/** Another document, found by a part of its title or number. */
function Input({ field, value, onChange, frame }: InputProps<'link', Chosen>) {
  const { of, t } = useTexts()
  const { linked, filterOf } = useSurroundings()
  const client = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, 150)
  const found = useLinkSearch(field.to, asked, filterOf?.(field), opened)
  const links = listOf<LinkValue>(value)
  const only = useLinked(links[0], links[0] && linked[nameOf(links[0])])
  const known = (link: LinkValue): DocumentRef | undefined =>
    linked[nameOf(link)] ?? (only?.id === link.id ? only : client.getQueryData<DocumentRef>(keys.linked(link.type, link.id)))
  const item = (target: DocumentRef): PickItem => ({ value: nameOf(target), label: of(target.title), aside: target.number ?? undefined })
  return (
    <Pick
      items={found.items.map(item)}
      chosen={links.map((link) => {
        const target = known(link)
        return target ? item(target) : { value: nameOf(link), label: t('word.loading') }
      })}
      many={field.many ?? false}
      onPick={(picked) => onChange(fromList(picked.map(linkNamed), field.many))}
      frame={frame}
      search={{
        text: typed,
        onSearch: setTyped,
        state: found.isError ? 'failed' : found.isPending || typed !== asked ? 'searching' : 'done',
      }}
      onOpen={() => setOpened(true)}
      draw={(one) => (
        <span className={classes.option}>
          {one.label}
          {one.aside && <span className={classes.aside}>{one.aside}</span>}
        </span>
      )}
    />
  )
}

function View({ value }: ViewProps<'link', Chosen>) {
  return (
    <span className={classes.links}>
      {listOf<LinkValue>(value).map((link) => (
        <One key={nameOf(link)} link={link} />
      ))}
    </span>
  )
}

function One({ link }: { link: LinkValue }) {
  const { of } = useTexts()
  const { linked } = useSurroundings()
  const target = useLinked(link, linked[nameOf(link)])
  if (!target) return null
  return (
    <Link href={`/documents/${link.type}/${link.id}`} className={classes.link ?? ''}>
      <IconFileText size={16} aria-hidden />
      <span className="cut">{of(target.title)}</span>
    </Link>
  )
}

const isLink = (raw: unknown): LinkValue | undefined =>
  typeof raw === 'object' && raw !== null && typeof (raw as LinkValue).type === 'string' && typeof (raw as LinkValue).id === 'string'
    ? (raw as LinkValue)
    : undefined

export const linkField = defineField<'link', Chosen>({
  type: 'link',
  holdsMany: true,
  parse: (raw) => parseOneOrMany(raw, isLink),
  Input,
  View,
})
