import { NativeSelect } from '@mantine/core'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { definitionAt } from '../../model/workspace.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { FoldedGroup } from '../../types/parts/page-part.tsx'
import type { PropertyProps } from './property-props.ts'

/** From where it takes its value over when a link is chosen; it can be changed afterwards. */
export function CopyFromProperty({ field, path, row }: PropertyProps) {
  const { t, of } = useWords()
  const { body: type, workspace, run } = useEditing('document-type')
  const table = type.fields.find(({ id }) => id === row)
  const around = table?.type === 'table' ? table.fields : type.fields
  const groups = around.flatMap((link) => {
    if (link.type !== 'link' || link.retired) return []
    const fields = link.to.flatMap((id) => definitionAt(workspace, 'document-type', id)?.fields ?? [])
    const items = [...new Map(fields.filter((one) => one.type === field.type && !one.retired).map((one) => [one.id, one])).values()]
    const before = row === undefined ? link.id : `row.${link.id}`
    return items.length > 0
      ? [{ group: of(link.label), items: items.map((one) => ({ value: `${before}.${one.id}`, label: of(one.label) })) }]
      : []
  })
  if (groups.length === 0 && field.copyFrom === undefined) return null
  const known = groups.some(({ items }) => items.some(({ value }) => value === field.copyFrom))
  return (
    <FoldedGroup title={t('property.copyFrom')} usual={field.copyFrom === undefined ? t('property.copyFrom.none') : undefined}>
      <NativeSelect
        aria-label={t('property.copyFrom')}
        value={field.copyFrom ?? ''}
        data={[
          { value: '', label: t('property.copyFrom.none') },
          ...(field.copyFrom !== undefined && !known ? [{ value: field.copyFrom, label: field.copyFrom }] : []),
          ...groups,
        ]}
        onChange={(event) => run(setFieldProperty({ field: path, property: 'copyFrom', value: event.currentTarget.value || undefined }))}
      />
    </FoldedGroup>
  )
}
