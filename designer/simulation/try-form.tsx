import { Button, Select } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { CardForm } from '../../runtime/app/document/form/card-form.tsx'
import { placedLayout } from '../../runtime/app/document/form/layout.ts'
import { Field } from '../../runtime/app/fields/field.tsx'
import { FieldSurroundingsProvider } from '../../runtime/app/fields/surroundings.tsx'
import { useNow } from '../../runtime/app/language/use-now.ts'
import { localDateAt } from '../../runtime/engine/calendar/zone.ts'
import type { Card } from '../../runtime/engine/card/card.ts'
import type { Problem } from '../../runtime/engine/problem.ts'
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
  const retired = useMemo(() => new Set(type.fields.filter((field) => field.retired).map(({ id }) => id)), [type])
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
  const [tab, turnTo] = useState('')
  const tabs = placedLayout(withoutLists(type), {
    shows: (id) => (preview.states.get(id)?.visible ?? true) && preview.seen.has(id) && !retired.has(id),
    holds: preview.holds,
  })
  const offered = [
    { group: t('try.mayCreate'), items: named(people, (id) => creators.includes(id)) },
    { group: t('try.mayNotCreate'), items: named(people, (id) => !creators.includes(id)) },
  ].filter(({ items }) => items.length > 0)
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
        <div className={classes.sheet}>
          <CardForm
            tabs={tabs}
            tab={tab}
            onTab={(next) => {
              // What could not be read on the tab that is left is no longer shown, so it does not hold anything up.
              setUnreadable(new Set())
              turnTo(next)
            }}
            drawField={(field) => (
              <Field
                field={field}
                mode="edit"
                value={preview.shown[field.id]}
                required={preview.states.get(field.id)?.required ?? false}
                onChange={(value) => change(field.id, value)}
                onInvalid={invalid}
              />
            )}
            drawList={() => null}
          />
        </div>
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

/** The form without the lists of documents that point at this one: in an office in memory there are none. */
const withoutLists = (type: DocumentType): DocumentType => ({
  ...type,
  ...(type.layout && {
    layout: type.layout.map((tab) => ({
      ...tab,
      sections: tab.sections.map((section) => ({
        ...section,
        columns: section.columns.map((column) => column.filter((cell) => typeof cell === 'string')),
      })),
    })) as unknown as NonNullable<DocumentType['layout']>,
  }),
})
