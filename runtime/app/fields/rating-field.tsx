import '@mantine/core/styles/Rating.css'
import { useTexts } from '../language/texts.tsx'
import { defineField, figure, type InputProps, type ViewProps } from './define-field.ts'
import { GroupFrame } from './field-frame.tsx'
import { Rating } from './lazy-controls.tsx'
import classes from './rating-field.module.css'

/** Stars; choosing the same again takes them back where none are required. */
function Input({ field, value, onChange, frame }: InputProps<'rating', number>) {
  const { t } = useTexts()
  return (
    <GroupFrame frame={frame}>
      {(labels) => (
        <Rating
          {...labels}
          className={classes.stars ?? ''}
          count={field.max ?? 5}
          value={value ?? 0}
          onChange={(stars) => onChange(stars === value && !frame.required ? undefined : stars || undefined)}
          getSymbolLabel={(stars) => t('field.stars', { count: stars })}
          color="var(--amber-solid)"
        />
      )}
    </GroupFrame>
  )
}

function View({ field, value }: ViewProps<'rating', number>) {
  const { t } = useTexts()
  const most = Math.max(field.max ?? 5, value)
  return (
    <span role="img" aria-label={t('field.stars', { count: value })} className={classes.shown}>
      {'★'.repeat(Math.round(value))}
      <span className={classes.rest}>{'★'.repeat(most - Math.round(value))}</span>
    </span>
  )
}

export const ratingField = defineField<'rating', number>({ type: 'rating', parse: figure, Input, View })
