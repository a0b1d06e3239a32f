import { useTexts } from '../language/texts.tsx'
import { Tag } from '../ui/tag.tsx'
import classes from './choice-field.module.css'
import { defineField, type InputProps, text, type ViewProps } from './define-field.ts'
import { fromList, listOf, parseOneOrMany } from './one-or-many.ts'
import { Pick, type PickItem } from './pick.tsx'
import { choicesOf, useSurroundings } from './surroundings.tsx'

type Chosen = string | readonly string[]

/** From the field's own options or a directory. A retired one shows where it was chosen, and cannot be chosen anew. */
function Input({ field, value, onChange, frame }: InputProps<'choice', Chosen>) {
  const { of, t } = useTexts()
  const { directories } = useSurroundings()
  const ids = listOf<string>(value)
  const items: PickItem[] = choicesOf(field, directories)
    .filter((choice) => !choice.retired || ids.includes(choice.id))
    .map((choice) => ({
      value: choice.id,
      label: choice.retired ? `${of(choice.label)} (${t('word.retired')})` : of(choice.label),
      disabled: choice.retired ?? false,
    }))
  return (
    <Pick
      items={items}
      chosen={ids.map((id) => items.find((item) => item.value === id) ?? { value: id, label: id })}
      many={field.many ?? false}
      onPick={(picked) => onChange(fromList(picked, field.many))}
      frame={frame}
    />
  )
}

function View({ field, value }: ViewProps<'choice', Chosen>) {
  const { of } = useTexts()
  const { directories } = useSurroundings()
  const choices = choicesOf(field, directories)
  const found = listOf<string>(value).map((id) => choices.find((choice) => choice.id === id) ?? { id, label: id, color: undefined })
  if (!field.many && !found[0]?.color) return <>{of(found[0]?.label)}</>
  return (
    <span className={classes.chosen}>
      {found.map((choice) => (
        <Tag key={choice.id}>
          {choice.color && <span className={classes.dot} data-color={choice.color} />}
          {of(choice.label)}
        </Tag>
      ))}
    </span>
  )
}

export const choiceField = defineField<'choice', Chosen>({
  type: 'choice',
  holdsMany: true,
  parse: (raw) => parseOneOrMany(raw, text),
  Input,
  View,
})
