import { ActionIcon, Menu } from '@mantine/core'
import type { Color } from '../../../schemas/generated/common.ts'
import { useWords } from '../../language/words.tsx'
import classes from './color-choice.module.css'

const colors: readonly Color[] = ['green', 'yellow', 'red', 'blue']

/** The colour of a chip: one of four that mean something, or none. */
export function ColorChoice({ value, onChange }: { value: Color | undefined; onChange: (color: Color | undefined) => void }) {
  const { t } = useWords()
  const name = t(`color.${value ?? 'none'}`)
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size={28} aria-label={t('color.label', { color: name })} title={t('color.label', { color: name })}>
          <span className={classes.dot} data-color={value ?? 'none'} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {[undefined, ...colors].map((color) => (
          <Menu.Item
            key={color ?? 'none'}
            role="menuitemradio"
            aria-checked={color === value}
            leftSection={<span className={classes.dot} data-color={color ?? 'none'} />}
            onClick={() => onChange(color)}
          >
            {t(`color.${color ?? 'none'}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
