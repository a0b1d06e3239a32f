import { type ReactNode, Suspense } from 'react'
import type { CardField } from '../../../schemas/generated/card-field.ts'
import type { CardValue } from '../../engine/card/card.ts'
import { useTexts } from '../language/texts.tsx'
import type { FieldProps } from './define-field.ts'
import { type Frame, ReadFrame } from './field-frame.tsx'
import { fieldKinds } from './fields.ts'
import { InputPlace } from './input-place.tsx'
import { ManyInput } from './lazy-controls.tsx'

/** One field of a card, to fill or to read. Blank values read as a dash. */
export function Field({ field, value, mode, path = field.id, onChange, onInvalid, problems, required, was, bare }: FieldProps) {
  const { of, rich } = useTexts()
  const kind = fieldKinds[field.type]
  const calculated = field.formula !== undefined || field.rollup !== undefined
  const help: ReactNode =
    was === undefined ? field.help && of(field.help) : rich('word.was', { value: <FieldValue field={field} value={was} /> })
  if (mode === 'read' || calculated) {
    const shown = <FieldValue field={field} value={value} inColumn={bare} />
    if (bare) return shown
    return (
      <ReadFrame label={of(field.label)} help={was === undefined ? undefined : help} calculated={calculated} path={path}>
        {shown}
      </ReadFrame>
    )
  }
  const frame: Frame = {
    label: of(field.label),
    help,
    problem: problems?.get(path),
    required: required ?? field.required ?? false,
    bare: bare ?? false,
  }
  const shared = {
    field: field as never,
    frame,
    path,
    problems,
    Nested: Field,
    onChange: (next: CardValue | undefined) => onChange?.(next),
    onInvalid: (problem: string | null) => onInvalid?.(path, problem),
  }
  const isMany = 'many' in field && field.many && !kind.holdsMany
  return (
    <div data-path={path}>
      <Suspense fallback={<InputPlace frame={frame} />}>
        {isMany ? (
          <ManyInput {...shared} kind={kind} values={(value as readonly CardValue[] | undefined) ?? []} />
        ) : (
          <kind.Input {...shared} value={value === undefined ? undefined : kind.parse(value)} />
        )}
      </Suspense>
    </div>
  )
}

/** A value as plain text; a value of another shape than its field's is shown as nothing rather than wrong. */
export function FieldValue({
  field,
  value,
  inColumn,
  cell,
}: {
  field: CardField
  value: CardValue | undefined
  inColumn?: boolean | undefined
  cell?: boolean
}) {
  const kind = fieldKinds[field.type]
  const View = (cell && kind.Cell) || kind.View
  if (Array.isArray(value) && 'many' in field && field.many && !kind.holdsMany) {
    return (
      <>
        {value.map((one: CardValue, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the values of a list have no other name than their place
          <span key={index}>
            {index > 0 && ', '}
            <FieldValue field={field} value={one} inColumn={inColumn} />
          </span>
        ))}
      </>
    )
  }
  const parsed = value === undefined ? undefined : kind.parse(value)
  if (parsed === undefined) return <span style={{ color: 'var(--text-3)' }}>—</span>
  return <View field={field as never} value={parsed} inColumn={inColumn ?? false} Nested={Field} />
}
