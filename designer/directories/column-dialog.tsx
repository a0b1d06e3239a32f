import { Checkbox, Modal, NativeSelect } from '@mantine/core'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import type { CardField, Column } from '../../schemas/generated/card-field.ts'
import { CurrencyProperty } from '../forms/properties/currency-property.tsx'
import { LimitsProperty } from '../forms/properties/limits-property.tsx'
import { useFieldProperty } from '../forms/properties/use-field-property.ts'
import { useWords } from '../language/words.tsx'
import { propertiesOf } from '../model/commands/type/set-field-property.ts'
import { definitionsOf } from '../model/workspace.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { TextInLanguages } from '../types/parts/text-in-languages.tsx'

/** What a column of a list of choices is called, what is said of it, and what its values may be. */
export function ColumnDialog({ column, onClose }: { column: Column; onClose: () => void }) {
  const texts = useTexts()
  const { t, of } = useWords()
  const { workspace, id } = useEditing('directory')
  const set = useFieldProperty(column.id)
  const lists = definitionsOf(workspace, 'directory').filter((list) => list.id !== id)
  const props = { field: column as CardField, path: column.id, row: undefined }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span style={{ fontWeight: 650, fontSize: 16 }}>{t('directory.column.more', { name: of(column.label) })}</span>}
      closeButtonProps={{ 'aria-label': texts.t('do.close') }}
    >
      <PanelGroup title={t('directory.column.name')}>
        <TextInLanguages bare label={t('directory.column.name')} value={column.label} onChange={(label) => set('label', label)} />
      </PanelGroup>
      <PanelGroup title={t('directory.column.help')}>
        <TextInLanguages bare label={t('directory.column.help')} value={column.help} onChange={(help) => set('help', help)} />
      </PanelGroup>
      {column.type === 'money' && <CurrencyProperty {...props} />}
      {column.type === 'choice' && (lists.length > 0 || typeof column.options === 'string') && (
        <PanelGroup title={t('property.options.list')}>
          <NativeSelect
            aria-label={t('property.options.list')}
            value={typeof column.options === 'string' ? column.options : ''}
            onChange={(event) => event.currentTarget.value && set('options', event.currentTarget.value)}
            data={[
              ...(typeof column.options === 'string' ? [] : [{ value: '', label: t('property.options.own') }]),
              ...lists.map((list) => ({ value: list.id, label: of(list.label) })),
            ]}
          />
        </PanelGroup>
      )}
      <LimitsProperty {...props} />
      {propertiesOf[column.type].includes('many') && (
        <PanelGroup title={t('property.more')}>
          <Checkbox
            label={t('property.many')}
            description={t('property.many.text')}
            checked={('many' in column && column.many) || false}
            onChange={(event) => set('many', event.currentTarget.checked || undefined)}
          />
        </PanelGroup>
      )}
    </Modal>
  )
}
