import type { DocumentType } from '../../../../schemas/generated/document-type.ts'
import { type Field, fieldAt } from '../../../engine/card/field.ts'
import type { CardError } from '../../../engine/problem.ts'
import type { Texts } from '../../language/texts.tsx'
import type { useFormats } from '../../language/use-formats.ts'

type Formats = ReturnType<typeof useFormats>

/** What is wrong with single values, as sentences for their person, by path. A value inside a list belongs to its field. */
export function valueProblems(type: DocumentType, errors: readonly CardError[], texts: Texts, formats: Formats): Map<string, string> {
  const found = new Map<string, string>()
  for (const error of errors) {
    const path = ownerOf(type, error.path)
    const field = fieldAt(type, path)
    if (!found.has(path)) found.set(path, sentence(field, error, texts, formats))
  }
  return found
}

/** `tags/2` of a field that holds many is a value of `tags`. */
function ownerOf(type: DocumentType, path: string): string {
  const parts = path.split('/')
  const table = fieldAt(type, parts[0] ?? '')?.type === 'table'
  return parts.slice(0, table ? 3 : 1).join('/')
}

function sentence(field: Field | undefined, { rule }: CardError, { t, of }: Texts, formats: Formats): string {
  const bound = (value: number | string | undefined): string =>
    typeof value === 'number'
      ? field?.type === 'percent'
        ? formats.percent(value)
        : formats.number(value)
      : field?.type === 'date'
        ? formats.date(value ?? '')
        : (value ?? '')
  const isDay = field?.type === 'date' || field?.type === 'date-time' || field?.type === 'time'
  switch (rule) {
    case 'min':
      if (field?.type === 'table') return t('value.rowsMin', { count: Number(field.min ?? 1) })
      return isDay ? t('value.notBefore', { min: bound(field?.min) }) : t('value.min', { min: bound(field?.min ?? 1) })
    case 'max':
      if (field?.type === 'table') return t('value.rowsMax', { count: Number(field.max ?? 0) })
      return isDay ? t('value.notAfter', { max: bound(field?.max) }) : t('value.max', { max: bound(field?.max ?? 5) })
    case 'whole-number':
      return t('problem.notWhole')
    case 'decimals':
      return t('problem.tooManyDecimals', { count: field?.decimals ?? 0 })
    case 'too-many-digits':
      return t('problem.tooManyDigits')
    case 'too-long':
      return t('value.tooLong')
    case 'pattern':
      // What the form is, only the field's own help can tell.
      return [t('value.pattern'), of(field?.help)].filter(Boolean).join(' ')
    case 'shape':
      return shapeOf(field, t)
    case 'no-such-day':
      return t('value.noSuchDay')
    case 'repeated':
      return t('value.repeated')
    case 'not-unique':
      return t(field && 'unique' in field ? 'value.notUnique' : 'value.repeated')
    case 'not-one-of':
      return t('value.notOneOf')
    case 'person-unknown':
    case 'document-unknown':
    case 'department-unknown':
      return t('value.unknown')
    case 'person-left':
      return t('value.left')
    case 'not-among':
      return t('value.notAmong')
    case 'where':
      return t('value.where')
    default:
      return t('value.wrong')
  }
}

function shapeOf(field: Field | undefined, t: Texts['t']): string {
  switch (field?.type) {
    case 'email':
      return t('problem.notAnEmail')
    case 'phone':
      return t('problem.notAPhone')
    case 'web':
      return t('problem.notAnAddress')
    case 'color':
      return t('problem.notAColour')
    case 'time':
      return t('problem.notATime')
    default:
      return t('value.pattern')
  }
}
