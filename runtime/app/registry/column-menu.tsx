import { Button, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTexts } from '../language/texts.tsx'
import type { Density } from '../ui/data-table.tsx'
import type { Column } from './columns.ts'
import classes from './registry-screen.module.css'
import { useColumnLabel } from './registry-table.tsx'

interface ColumnMenuProps {
  readonly all: readonly Column[]
  readonly shown: readonly string[]
  readonly own: boolean
  readonly density: Density
  /** Null: as the view has them. */
  readonly onChange: (columns: readonly string[] | null) => void
  readonly onDensity: (density: Density) => void
}

const densities: readonly Density[] = ['compact', 'normal', 'roomy']

/** Which columns show, and how high the rows are: this person's choice, kept on this device. */
export function ColumnMenu({ all, shown, own, density, onChange, onDensity }: ColumnMenuProps) {
  const { t } = useTexts()
  const labelOf = useColumnLabel()
  return (
    <Menu width={260} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconColumns3 size={16} />}>
          {t('registry.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.columnMenu ?? ''}>
        {all.map((column) => {
          const on = shown.includes(column.id)
          return (
            <Menu.CheckboxItem
              key={column.id}
              checked={on}
              disabled={on && shown.length === 1}
              onChange={() => onChange(on ? shown.filter((id) => id !== column.id) : [...shown, column.id])}
            >
              {labelOf(column)}
            </Menu.CheckboxItem>
          )
        })}
        {own && <Menu.Item onClick={() => onChange(null)}>{t('registry.columns.reset')}</Menu.Item>}
        <Menu.Label>{t('registry.rowHeight')}</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(chosen) => onDensity(chosen as Density)}>
          {densities.map((one) => (
            <Menu.RadioItem key={one} value={one}>
              {t(`registry.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
