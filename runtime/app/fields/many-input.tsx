import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { CardValue } from '../../engine/card/card.ts'
import { useTexts } from '../language/texts.tsx'
import type { AnyFieldKind, FieldProps } from './define-field.ts'
import { type Frame, GroupFrame } from './field-frame.tsx'
import classes from './many-input.module.css'

interface ManyInputProps {
  readonly kind: AnyFieldKind
  readonly field: CardField
  readonly values: readonly CardValue[]
  readonly onChange: (values: readonly CardValue[] | undefined) => void
  readonly onInvalid: (problem: string | null) => void
  readonly frame: Frame
  readonly path: string
  readonly Nested: ComponentType<FieldProps>
}

/** Several values of a type that holds one: a line for each, one more on demand. Blank lines are not kept. */
export function ManyInput({ kind, field, values, onChange, onInvalid, frame, path, Nested }: ManyInputProps) {
  const { t } = useTexts()
  // Blank lines live only on the screen: a card's list has none.
  const [lines, setLines] = useState<readonly (CardValue | undefined)[]>(values.length > 0 ? values : [undefined])
  const change = (next: readonly (CardValue | undefined)[]) => {
    setLines(next)
    const filled = next.filter((value) => value !== undefined)
    onChange(filled.length > 0 ? filled : undefined)
  }
  return (
    <GroupFrame frame={frame}>
      {(labels) => (
        // biome-ignore lint/a11y/useSemanticElements: the label of the field names its lines; a fieldset has its own look
        <div role="group" {...labels} className={classes.lines}>
          {lines.map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <div key={index} className={classes.line}>
              <kind.Input
                field={field}
                value={value}
                onChange={(next) => change(lines.with(index, next))}
                onInvalid={onInvalid}
                frame={{ label: t('field.item', { label: frame.label, number: index + 1 }), bare: true }}
                path={path}
                Nested={Nested}
              />
              {lines.length > 1 && (
                <ActionIcon
                  aria-label={t('field.removeItem', { label: frame.label, number: index + 1 })}
                  onClick={() => change(lines.toSpliced(index, 1))}
                >
                  <IconX size={16} />
                </ActionIcon>
              )}
            </div>
          ))}
          {lines.at(-1) !== undefined && (
            <Button
              variant="subtle"
              size="xs"
              className={classes.add}
              leftSection={<IconPlus size={14} />}
              onClick={() => setLines([...lines, undefined])}
            >
              {t('field.addItem')}
            </Button>
          )}
        </div>
      )}
    </GroupFrame>
  )
}
