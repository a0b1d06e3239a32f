import { Checkbox, MultiSelect } from '@mantine/core'
import { OptionalCondition } from '../../conditions/optional-condition.tsx'
import { useWords } from '../../language/words.tsx'
import { setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { idFrom } from '../../model/ids.ts'
import { anyWords } from '../../model/text-in-languages.ts'
import { definitionsOf } from '../../model/workspace.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import { TextInLanguages } from '../../types/parts/text-in-languages.tsx'
import type { PropertyProps } from './property-props.ts'

/** What a link points at: of which types, which of their documents, and how the other side sees it. */
export function LinkProperty({ field, path, row }: PropertyProps) {
  const { t, of } = useWords()
  const { body: type, workspace, run } = useEditing('document-type')
  if (field.type !== 'link') return null
  const types = definitionsOf(workspace, 'document-type')
  const seenFromThere = (on: boolean) => {
    if (!on) return run(setFieldProperty({ field: path, property: 'back', value: undefined }))
    const label = type.plural ?? type.label
    const taken = types.filter(({ id }) => field.to.includes(id)).flatMap((other) => other.fields.map(({ id }) => id))
    const id = idFrom(anyWords(label), 'camel', taken, type.id)
    return run(setFieldProperty({ field: path, property: 'back', value: { id, label } }))
  }
  return (
    <>
      <PanelGroup title={t('property.to')}>
        <MultiSelect
          aria-label={t('property.to')}
          value={field.to}
          data={types.map((other) => ({ value: other.id, label: of(other.label) }))}
          onChange={(value) => run(setFieldProperty({ field: path, property: 'to', value }))}
        />
        <OptionalCondition
          label={t('property.where')}
          always={t('property.where.all')}
          value={field.where}
          place={{ type, row, that: field.to }}
          onChange={(value) => run(setFieldProperty({ field: path, property: 'where', value }))}
        />
        <Checkbox
          label={t('property.pick')}
          checked={field.pick === 'only-one'}
          onChange={(event) =>
            run(setFieldProperty({ field: path, property: 'pick', value: event.currentTarget.checked ? 'only-one' : undefined }))
          }
        />
      </PanelGroup>
      {row === undefined && (
        <PanelGroup title={t('property.back')}>
          <Checkbox
            label={t('property.back.on')}
            checked={field.back !== undefined}
            onChange={(event) => seenFromThere(event.currentTarget.checked)}
          />
          {field.back && (
            <TextInLanguages
              label={t('property.back.label')}
              value={field.back.label}
              onChange={(label) => label && run(setFieldProperty({ field: path, property: 'back', value: { ...field.back!, label } }))}
            />
          )}
          <Checkbox
            label={t('property.parent')}
            checked={field.parent ?? false}
            onChange={(event) =>
              run(setFieldProperty({ field: path, property: 'parent', value: event.currentTarget.checked || undefined }))
            }
          />
        </PanelGroup>
      )}
    </>
  )
}
