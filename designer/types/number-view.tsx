import { ActionIcon, Button, MultiSelect, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useNow } from '../../runtime/app/language/use-now.ts'
import { Empty } from '../../runtime/app/ui/list-faces.tsx'
import { NumberTab } from '../../runtime/app/ui/tag.tsx'
import type { NumberSeries } from '../../schemas/generated/document-type.ts'
import { OptionalCondition } from '../conditions/optional-condition.tsx'
import { useSample } from '../conditions/sample.tsx'
import { useWords } from '../language/words.tsx'
import { addSeries } from '../model/commands/type/add-series.ts'
import { moveSeries } from '../model/commands/type/move-series.ts'
import { removeSeries } from '../model/commands/type/remove-series.ts'
import { setNumbering } from '../model/commands/type/set-numbering.ts'
import { setSeries } from '../model/commands/type/set-series.ts'
import { exampleNumbers } from './example-number.ts'
import { CommitInput } from './parts/commit-input.tsx'
import { useEditing } from './parts/editing.tsx'
import { PagePart } from './parts/page-part.tsx'
import { RowList } from './parts/row-list.tsx'
import { WhoField } from './parts/who-field.tsx'
import classes from './views.module.css'

/** How documents get their numbers: series in the order in which they are asked, each with the numbers that it would give. */
export function NumberView() {
  const { t, of } = useWords()
  const { body: type, run } = useEditing('document-type')
  const { number } = type
  const dates = type.fields.filter((field) => (field.type === 'date' || field.type === 'date-time') && !field.retired)
  const add = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={() => run(addSeries({ series: { pattern: '{yyyy}/{0000}' } }))}
    >
      {t('number.add')}
    </Button>
  )
  if (!number)
    return (
      <Empty title={t('number.empty')} text={t('number.empty.text')}>
        {add}
      </Empty>
    )
  return (
    <>
      <PagePart title={t('type.number')} text={t('number.text')} add={add}>
        <RowList
          label={t('type.number')}
          at="/number/series"
          rows={number.series}
          keyOf={(_, index) => String(index)}
          nameOf={({ pattern }) => pattern}
          onMove={(from, to) => run(moveSeries({ from, to }))}
          draw={(series, index) => <SeriesRow series={series} index={index} last={number.series.length === 1} />}
        />
      </PagePart>
      <PagePart title={t('number.date')} text={t('number.date.text')}>
        <NativeSelect
          w={320}
          aria-label={t('number.date')}
          value={number.date ?? ''}
          data={[{ value: '', label: t('number.date.given') }, ...dates.map(({ id, label }) => ({ value: id, label: of(label) }))]}
          onChange={(event) => run(setNumbering({ set: { date: event.currentTarget.value || undefined } }))}
        />
      </PagePart>
      <PagePart title={t('number.byHand')} text={t('number.byHand.text')}>
        <WhoField
          label={t('number.byHand')}
          value={number.byHand}
          place={{ type }}
          none={t('number.byHand.none')}
          onChange={(byHand) => run(setNumbering({ set: { byHand: byHand.length > 0 ? byHand : undefined } as never }))}
        />
      </PagePart>
    </>
  )
}

function SeriesRow({ series, index, last }: { series: NumberSeries; index: number; last: boolean }) {
  const { t, of } = useWords()
  const { body: type, run, calendar } = useEditing('document-type')
  const now = useNow()
  const sample = useSample()
  // What stands in the text of the number counts by itself already.
  const parts = type.fields
    .filter(
      (field) =>
        ['choice', 'department', 'link', 'person'].includes(field.type) && !field.retired && !series.pattern.includes(`{${field.id}}`),
    )
    .map(({ id, label }) => ({ value: id, label: of(label) }))
  const examples = exampleNumbers(series, type.number!.date, sample, now, calendar.zone)
  return (
    <div className={classes.series}>
      <div className={classes.line}>
        <CommitInput
          label={t('number.pattern')}
          description={t('number.pattern.text', { counter: '{0000}' })}
          value={series.pattern}
          onCommit={(pattern) => run(setSeries({ index, set: { pattern: pattern.trim() } }))}
        />
        <ActionIcon
          className={classes.beside ?? ''}
          aria-label={t('number.remove', { pattern: series.pattern })}
          title={t('number.remove', { pattern: series.pattern })}
          onClick={() => run(removeSeries({ index }))}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      <p className={classes.examples}>
        {examples === undefined ? (
          t('number.noExample')
        ) : (
          <>
            {t('number.example')}
            {examples.map((one) => (
              <NumberTab key={one} number={one} />
            ))}
          </>
        )}
      </p>
      {(parts.length > 0 || series.per) && (
        <MultiSelect
          label={t('number.per')}
          description={t('number.per.text')}
          placeholder={series.per?.length ? undefined : t('number.per.none')}
          value={[...(series.per ?? [])]}
          data={[...parts, ...(series.per ?? []).filter((path) => !parts.some(({ value }) => value === path))]}
          onChange={(per) => run(setSeries({ index, set: { per: per.length > 0 ? per : undefined } }))}
        />
      )}
      {(!last || series.when !== undefined) && (
        <div className={classes.when}>
          <OptionalCondition
            label={t('number.when')}
            always={t('number.always')}
            value={series.when}
            place={{ type }}
            onChange={(when) => run(setSeries({ index, set: { when } }))}
          />
        </div>
      )}
    </div>
  )
}
