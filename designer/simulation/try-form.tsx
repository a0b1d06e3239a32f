import { Button, Select } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Field } from '../../runtime/app/fields/field.tsx'
import { fieldKinds } from '../../runtime/app/fields/fields.ts'
import { FieldSurroundingsProvider } from '../../runtime/app/fields/surroundings.tsx'
import { useNow } from '../../runtime/app/language/use-now.ts'
import { localDateAt } from '../../runtime/engine/calendar/zone.ts'
import type { Card } from '../../runtime/engine/card/card.ts'
import type { Problem } from '../../runtime/engine/problem.ts'
import type { CardField } from '../../schemas/generated/card-field.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { firstSchema, previewCard } from '../forms/preview.ts'
import { previewSite } from '../forms/preview-site.ts'

import { useWords } from '../language/words.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { exampleLinks } from './example-links.ts'
import { trialSample } from './trial-sample.ts'
import classes from './try.module.css'
import { useOfficePeople, useTrialSurroundings } from './try-office.ts'

interface TryFormProps {
  readonly type: DocumentType
  readonly person: string
  /** Who may create one; the others are offered after them, to see what they are told. */
  readonly creators: readonly string[]
  readonly onPerson: (person: string) => void
  readonly onBegin: (card: Card) => void
  /** Why a card would be refused now. */
  readonly judge: (card: Card) => Problem | null
  readonly busy: boolean
}

/** The form as somebody will fill it: the true fields, what shows and what is required by the engine. */
export function TryForm({ type, person, creators, onPerson, onBegin, judge, busy }: TryFormProps) {
  const { t, of } = useWords()
  const { workspace, office } = useWorkspace()
  const people = useOfficePeople()
  const now = useNow()
  const [card, fill] = useState<Card>({})
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const site = previewSite(workspace, office.calendar)
  const schema = firstSchema(type, site)
  const preview = useMemo(
    () => previewCard({ type, schema, site, card, seenAs: { person, node: schema?.start ?? null }, now }),
    [type, schema, site, card, person, now],
  )
  const surroundings = useTrialSurroundings(preview.shown)
  const change = (id: string, value: Card[string] | undefined) => {
    const { [id]: _, ...others } = card
    fill(value === undefined ? others : { ...others, [id]: value })
  }
  const invalid = (path: string, problem: string | null) => {
    const next = new Set(unreadable)
    if (problem) next.add(path)
    else next.delete(path)
    setUnreadable(next)
  }
  const fillSample = async () => {
    const sample = trialSample(type, { today: localDateAt(office.zone, now), me: person, site }, of, judge)
    fill(sample)
    const { document } = previewCard({ type, schema, site, card: sample, seenAs: { person, node: schema?.start ?? null }, now })
    const links = await exampleLinks(type, document)
    fill((typed) => ({ ...links, ...typed }))
  }
  const sections = useMemo(() => sectionsOf(type), [type])
  const offered = [
    { group: t('try.mayCreate'), items: named(people, (id) => creators.includes(id)) },
    { group: t('try.mayNotCreate'), items: named(people, (id) => !creators.includes(id)) },
  ].filter(({ items }) => items.length > 0)
  const shows = (field: CardField) => !field.retired && (preview.states.get(field.id)?.visible ?? true) && preview.seen.has(field.id)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (unreadable.size === 0) onBegin(card)
      }}
    >
      <div className={classes.as}>
        <Select
          label={t('try.as')}
          description={t('try.as.help')}
          searchable
          allowDeselect={false}
          data={offered}
          value={person}
          onChange={(chosen) => chosen && onPerson(chosen)}
          nothingFoundMessage={t('try.nobodyFound')}
        />
        <Button type="button" variant="default" leftSection={<IconWand size={16} />} onClick={fillSample}>
          {t('try.sample')}
        </Button>
      </div>
      <FieldSurroundingsProvider value={surroundings}>
        {sections.map(({ key, title, fields }) => {
          const shown = fields.filter(shows)
          if (shown.length === 0) return null
          return (
            <section key={key} className={classes.section}>
              {title !== undefined && <h2>{of(title)}</h2>}
              <div className={classes.fields}>
                {shown.map((field) => (
                  <div key={field.id} className={fieldKinds[field.type].wide ? classes.wide : undefined}>
                    <Field
                      field={field}
                      mode="edit"
                      value={preview.shown[field.id]}
                      required={preview.states.get(field.id)?.required ?? false}
                      onChange={(value) => change(field.id, value)}
                      onInvalid={invalid}
                    />
                  </div>
                ))}
              </div>
            </section>
          )
        })}
      </FieldSurroundingsProvider>
      <div className={classes.begin}>
        <Button type="submit" loading={busy}>
          {t('try.create')}
        </Button>
      </div>
    </form>
  )
}

const named = (people: ReturnType<typeof useOfficePeople>, which: (id: string) => boolean) =>
  Object.values(people)
    .filter(({ id }) => which(id))
    .map(({ id, name }) => ({ value: id, label: name }))

interface Section {
  readonly key: string
  readonly title: CardField['label'] | undefined
  readonly fields: readonly CardField[]
}

/** The fields in the order of the layout, tab after tab, as the form has them; all of them where there is no layout. */
function sectionsOf(type: DocumentType): readonly Section[] {
  const fieldOf = new Map(type.fields.map((field) => [field.id, field]))
  const placed = (type.layout ?? []).flatMap((tab) =>
    tab.sections.map((section): Section => {
      const ids = section.columns.flat().flatMap((cell) => (typeof cell === 'string' ? [cell] : []))
      const fields = ids.flatMap((id) => fieldOf.get(id) ?? [])
      return { key: `${tab.id} ${section.id}`, title: section.title ?? tab.tab, fields }
    }),
  )
  return placed.length > 0 ? placed : [{ key: 'all', title: undefined, fields: type.fields }]
}
