import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { LayoutTab } from '../../schemas/generated/document-type.ts'
import { useWords } from '../language/words.tsx'
import { useEditing } from '../types/parts/editing.tsx'
import { CellPanel } from './cell-panel.tsx'
import { FieldPanel } from './field-panel.tsx'
import classes from './form-panel.module.css'
import { SectionPanel } from './section-panel.tsx'
import type { Selected } from './selected.ts'
import { TabPanel } from './tab-panel.tsx'
import { TypePanel } from './type-panel.tsx'

interface FormPanelProps {
  readonly selected: Selected | null
  readonly layout: readonly LayoutTab[]
  readonly onSelect: (selected: Selected | null) => void
  readonly onRemove: (field: string) => void
}

/** Beside the form: all that can be said of the thing that is chosen; of the type where nothing is. */
export function FormPanel({ selected, layout, onSelect, onRemove }: FormPanelProps) {
  const { t } = useWords()
  return (
    <aside className={classes.panel} aria-label={t('panel.title')}>
      {selected && (
        <ActionIcon
          className={classes.close ?? ''}
          size={28}
          aria-label={t('panel.close')}
          title={t('panel.close')}
          onClick={() => onSelect(null)}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
      <Shown selected={selected} layout={layout} onSelect={onSelect} onRemove={onRemove} />
    </aside>
  )
}

function Shown({ selected, layout, onSelect, onRemove }: FormPanelProps) {
  const { body: type } = useEditing('document-type')
  if (selected?.kind === 'field' && type.fields.some(({ id }) => id === selected.field.split('.')[0]))
    return <FieldPanel key={selected.field} path={selected.field} onSelect={onSelect} onRemove={onRemove} />
  if (selected?.kind === 'cell') return <CellPanel key={selected.key} cell={selected.key} />
  const tab = selected && 'tab' in selected ? layout.find(({ id }) => id === selected.tab) : undefined
  if (selected?.kind === 'section') {
    const section = tab?.sections.find(({ id }) => id === selected.section)
    if (tab && section)
      return <SectionPanel key={`${tab.id}/${section.id}`} layout={layout} tab={tab} section={section} onSelect={onSelect} />
  }
  if (selected?.kind === 'tab' && tab) return <TabPanel key={tab.id} layout={layout} tab={tab} onSelect={onSelect} />
  return <TypePanel />
}
