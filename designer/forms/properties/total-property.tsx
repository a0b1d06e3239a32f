import { Button, NativeSelect } from '@mantine/core'
import { IconSum } from '@tabler/icons-react'
import type { Rollup } from '../../../schemas/generated/card-field.ts'
import { OptionalCondition } from '../../conditions/optional-condition.tsx'
import { useWords } from '../../language/words.tsx'
import { setRollup } from '../../model/commands/type/set-rollup.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import classes from '../form-panel.module.css'
import { addable, type TotalOver, totalsOffered } from '../totals.ts'
import type { PropertyProps } from './property-props.ts'
import sentence from './total-property.module.css'

const figures = ['number', 'money', 'percent', 'rating', 'date', 'date-time']
const ways = ['count', 'sum', 'average', 'min', 'max'] as const
type Way = (typeof ways)[number]

const wayOf = (rollup: Rollup): Way => ways.find((way) => rollup[way] !== undefined) ?? 'count'

/** The total over one way of adding up: of the field that it had, where that can be added up so, else of the first that can. */
function made(over: TotalOver, way: Way, before: Rollup | undefined): Rollup | undefined {
  const where = before?.of === over.of && before.where !== undefined ? { where: before.where } : {}
  if (way === 'count') return { of: over.of, count: true, ...where }
  const fields = addable(over, way)
  const had = before && wayOf(before) !== 'count' ? before[wayOf(before)] : undefined
  const id = fields.find((field) => field.id === had)?.id ?? fields[0]?.id
  return id === undefined ? undefined : ({ of: over.of, [way]: id, ...where } as Rollup)
}

/** A total as a sentence: "the sum of Price over Works, of those where …". */
export function TotalProperty({ field, path, row }: PropertyProps) {
  const { t, of, rich } = useWords()
  const { body: type, workspace, run } = useEditing('document-type')
  const offered = totalsOffered(workspace, type)
  if (row !== undefined || field.formula !== undefined || !figures.includes(field.type)) return null
  const { rollup } = field
  const set = (next: Rollup | undefined) => next && run(setRollup({ field: path, rollup: next }))
  if (!rollup) {
    if (offered.length === 0) return null
    return (
      <div className={classes.way}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconSum size={14} />}
          onClick={() => set(made(offered[0]!, 'count', undefined))}
        >
          {t('property.total.make')}
        </Button>
      </div>
    )
  }
  const over = offered.find((one) => one.of === rollup.of)
  const way = wayOf(rollup)
  const fields = over && way !== 'count' ? addable(over, way) : []
  const list = (
    <NativeSelect
      key="list"
      aria-label={t('total.of')}
      value={rollup.of}
      data={[...(over ? [] : [{ value: rollup.of, label: rollup.of }]), ...offered.map((one) => ({ value: one.of, label: of(one.label) }))]}
      onChange={(event) => {
        const next = offered.find((one) => one.of === event.currentTarget.value)
        if (next) set(made(next, way, rollup) ?? made(next, 'count', rollup))
      }}
    />
  )
  const how = (
    <NativeSelect
      key="way"
      aria-label={t('total.way')}
      value={way}
      data={ways.filter((one) => one === way || (over && made(over, one, rollup))).map((one) => ({ value: one, label: t(`total.${one}`) }))}
      onChange={(event) => over && set(made(over, event.currentTarget.value as Way, rollup))}
    />
  )
  const what = (
    <NativeSelect
      key="field"
      aria-label={t('total.field')}
      value={way === 'count' ? '' : rollup[way]}
      data={fields.map((one) => ({ value: one.id, label: of(one.label) }))}
      onChange={(event) => set({ ...rollup, [way]: event.currentTarget.value } as Rollup)}
    />
  )
  return (
    <PanelGroup title={t('property.total')}>
      <div className={sentence.sentence}>
        {way === 'count' ? rich('total.counted', { way: how, list }) : rich('total.sentence', { way: how, field: what, list })}
      </div>
      {over && (
        <OptionalCondition
          label={t('total.where')}
          always={t('total.all')}
          value={rollup.where}
          place={over.table ? { type, row: over.of } : { type, that: over.types }}
          onChange={(where) => {
            const { where: _, ...rest } = rollup
            set((where === undefined ? rest : { ...rest, where }) as Rollup)
          }}
        />
      )}
      <Button variant="subtle" size="compact-sm" justify="start" onClick={() => run(setRollup({ field: path, rollup: undefined }))}>
        {t('property.formula.typed')}
      </Button>
    </PanelGroup>
  )
}
