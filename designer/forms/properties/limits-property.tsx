import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { parseNumber } from '../../../runtime/app/language/numbers.ts'
import { useWords } from '../../language/words.tsx'
import { propertiesOf } from '../../model/commands/type/set-field-property.ts'
import { CommitInput } from '../../types/parts/commit-input.tsx'
import { FoldedGroup } from '../../types/parts/page-part.tsx'
import classes from '../form-panel.module.css'
import { isExpression, maskOfPattern, patternOfMask } from './pattern-mask.ts'
import type { PropertyProps } from './property-props.ts'
import { useFieldProperty } from './use-field-property.ts'

type Limited = { min?: number | string; max?: number | string; decimals?: number; unit?: string; pattern?: string; accept?: string[] }

const unreadable = Symbol('not a number')

/** What a value may be: from, to, decimals, unit, pattern, kinds of files; each where the type of field has it. */
export function LimitsProperty({ field, path }: PropertyProps) {
  const { t, language } = useWords()
  const set = useFieldProperty(path)
  const has = propertiesOf[field.type]
  const limits = field as Limited
  const [refused, refuse] = useState<{ readonly property: 'min' | 'max'; readonly text: string } | null>(null)
  const mask = limits.pattern === undefined ? '' : maskOfPattern(limits.pattern)
  const shown = ['min', 'max', 'decimals', 'unit', 'pattern', 'accept'].filter((property) => has.includes(property))
  if (shown.length === 0 || field.formula !== undefined || field.rollup) return null
  const input = field.type === 'date' ? 'date' : field.type === 'time' ? 'time' : 'text'
  const isFigure = ['number', 'money', 'percent', 'rating', 'table'].includes(field.type)
  const read = (text: string): unknown => {
    if (text.trim() === '') return undefined
    if (!isFigure) return text.trim()
    const parsed = parseNumber(text, language)
    return parsed.ok ? parsed.value : unreadable
  }
  /** What is no number changes nothing, and is told: the limit that stands is shown again. */
  const limit = (property: 'min' | 'max', text: string) => {
    const value = read(text)
    refuse(value === unreadable ? { property, text } : null)
    if (value !== unreadable) set(property, value)
  }
  const refusal = (property: 'min' | 'max') => refused?.property === property && t('property.limit.noNumber', { text: refused.text })
  const written = (value: number | string | undefined) =>
    value === undefined ? '' : language === 'ro' && isFigure ? String(value).replace('.', ',') : String(value)
  return (
    <FoldedGroup
      title={t(field.type === 'table' ? 'property.rows' : field.type === 'file' ? 'property.accept' : 'property.limits')}
      usual={
        shown.some((property) => (limits as Readonly<Record<string, unknown>>)[property] !== undefined)
          ? undefined
          : t('property.limits.none')
      }
    >
      {(shown.includes('min') || shown.includes('max')) && (
        <div className={classes.pair}>
          {shown.includes('min') && (
            <CommitInput
              label={t('property.min')}
              type={input}
              value={written(limits.min)}
              error={refusal('min')}
              onCommit={(text) => limit('min', text)}
            />
          )}
          {shown.includes('max') && (
            <CommitInput
              label={t(field.type === 'rating' ? 'property.stars' : 'property.max')}
              type={input}
              value={written(limits.max)}
              error={refusal('max')}
              onCommit={(text) => limit('max', text)}
            />
          )}
        </div>
      )}
      {(shown.includes('decimals') || shown.includes('unit')) && (
        <div className={classes.pair}>
          {shown.includes('decimals') && (
            <CommitInput
              label={t('property.decimals')}
              type="number"
              value={limits.decimals === undefined ? '' : String(limits.decimals)}
              onCommit={(text) => set('decimals', text.trim() === '' ? undefined : Math.max(0, Math.min(10, Math.round(Number(text)))))}
            />
          )}
          {shown.includes('unit') && (
            <CommitInput label={t('property.unit')} value={limits.unit ?? ''} onCommit={(text) => set('unit', text.trim() || undefined)} />
          )}
        </div>
      )}
      {shown.includes('pattern') &&
        (mask === undefined ? (
          <CommitInput
            label={t('property.pattern')}
            description={t('property.pattern.text')}
            value={limits.pattern ?? ''}
            onCommit={(text) => set('pattern', text.trim() || undefined)}
          />
        ) : (
          <CommitInput
            label={t('property.pattern')}
            description={t('property.pattern.mask')}
            placeholder="@@-###"
            value={mask}
            // Whoever knows regular expressions writes one as always.
            onCommit={(text) => set('pattern', isExpression(text) ? text.trim() : patternOfMask(text))}
          />
        ))}
      {shown.includes('accept') && (
        <TagsInput
          label={t('property.accept.kinds')}
          placeholder="pdf"
          value={limits.accept ?? []}
          onChange={(kinds) =>
            set(
              'accept',
              kinds.map((kind) => kind.trim().toLowerCase().replace(/^\./, '')).filter((kind) => /^[a-z0-9]{1,10}$/.test(kind)),
            )
          }
        />
      )}
    </FoldedGroup>
  )
}
