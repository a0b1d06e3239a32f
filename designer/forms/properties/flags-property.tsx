import { Checkbox } from '@mantine/core'
import { useWords } from '../../language/words.tsx'
import { propertiesOf, setFieldProperty } from '../../model/commands/type/set-field-property.ts'
import { useEditing } from '../../types/parts/editing.tsx'
import { FoldedGroup } from '../../types/parts/page-part.tsx'
import classes from './flags-property.module.css'
import type { PropertyProps } from './property-props.ts'

/** What is so or not: several values, unique, personal, confidential, found by search, taken along by a copy, shown to all. */
export function FlagsProperty({ field, path }: PropertyProps) {
  const { t } = useWords()
  const { run } = useEditing('document-type')
  const worked = field.formula !== undefined || field.rollup !== undefined
  const has = propertiesOf[field.type]
  const flags = [
    ...(['many', 'unique'] as const).filter((flag) => has.includes(flag) && !worked),
    'personal' as const,
    'confidential' as const,
    'search' as const,
    ...(worked ? (['discloses'] as const) : (['copy'] as const)),
  ]
  const values = field as unknown as Readonly<Record<string, boolean | undefined>>
  return (
    <FoldedGroup title={t('property.more')} usual={flags.some((flag) => values[flag]) ? undefined : ''}>
      <div className={classes.flags}>
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`property.${flag}`)}
            description={t(`property.${flag}.text`)}
            checked={values[flag] ?? false}
            onChange={(event) =>
              run(setFieldProperty({ field: path, property: flag, value: event.currentTarget.checked || undefined } as never))
            }
          />
        ))}
      </div>
    </FoldedGroup>
  )
}
