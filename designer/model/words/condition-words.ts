import { type Condition, type ConditionRow, type ConditionValue, readCondition } from '../conditions.ts'
import { fieldShape } from '../shapes.ts'
import { definitionAt } from '../workspace.ts'
import { durationWords } from './duration-words.ts'
import { called, fieldName, listed, quoted, type Speech, say, statusName } from './speech.ts'

/** A condition as people say it: "Amount is above 100,000 and Status is “In force”". What is too rich for words stands in its own letters. */
export function conditionWords(speech: Speech, source: string): string {
  return groupWords(speech, readCondition(source), false)
}

/** The same for a pill on an arrow: of one row, without saying what is compared where the step before asks it: "above 100,000". */
export function shortCondition(speech: Speech, source: string): string {
  const { rows } = readCondition(source)
  const only = rows.length === 1 ? rows[0]! : undefined
  if (only?.kind === 'row' && ['above', 'at-least', 'below', 'at-most', 'between'].includes(only.comparison))
    return comparedWords(speech, only)
  return conditionWords(speech, source)
}

function groupWords(speech: Speech, condition: Condition, nested: boolean): string {
  switch (condition.kind) {
    case 'locked':
      return quoted(speech, condition.source)
    case 'row':
      return rowWords(speech, condition)
    case 'group': {
      if (condition.rows.length === 0) return say(speech, 'always', 'întotdeauna')
      const words = condition.rows.map((row) => groupWords(speech, row, condition.rows.length > 1))
      const joined = listed(speech, words, condition.join === 'all' ? 'conjunction' : 'disjunction')
      return nested && condition.rows.length > 1 ? `(${joined})` : joined
    }
  }
}

function rowWords(speech: Speech, row: ConditionRow): string {
  const name = row.counted
    ? say(
        speech,
        `the number of ${quoted(speech, fieldName(speech, row.field))}`,
        `numărul de ${quoted(speech, fieldName(speech, row.field))}`,
      )
    : fieldName(speech, row.field)
  const is = say(speech, 'is', 'este')
  switch (row.comparison) {
    case 'above':
    case 'at-least':
    case 'below':
    case 'at-most':
    case 'between':
      return `${name} ${is} ${comparedWords(speech, row)}`
    default:
      return `${name} ${comparedWords(speech, row)}`
  }
}

function comparedWords(speech: Speech, row: ConditionRow): string {
  const values = row.values.map((value) => valueWords(speech, row, value))
  const [first = '', second = ''] = values
  const isDate = row.values.every(({ kind }) => kind === 'date' || kind === 'date-time' || kind === 'today')
  switch (row.comparison) {
    case 'is':
      return say(speech, `is ${first}`, `este ${first}`)
    case 'is-not':
      return say(speech, `is not ${first}`, `nu este ${first}`)
    case 'above':
      return isDate ? say(speech, `after ${first}`, `după ${first}`) : say(speech, `above ${first}`, `peste ${first}`)
    case 'at-least':
      return isDate ? say(speech, `${first} or later`, `${first} sau mai târziu`) : say(speech, `at least ${first}`, `cel puțin ${first}`)
    case 'below':
      return isDate ? say(speech, `before ${first}`, `înainte de ${first}`) : say(speech, `below ${first}`, `sub ${first}`)
    case 'at-most':
      return isDate ? say(speech, `${first} or earlier`, `${first} sau mai devreme`) : say(speech, `at most ${first}`, `cel mult ${first}`)
    case 'between':
      return say(speech, `from ${first} to ${second}`, `între ${first} și ${second}`)
    case 'one-of':
      return say(speech, `is ${listed(speech, values, 'disjunction')}`, `este ${listed(speech, values, 'disjunction')}`)
    case 'none-of':
      return say(speech, `is not ${listed(speech, values, 'disjunction')}`, `nu este ${listed(speech, values, 'disjunction')}`)
    case 'blank':
      return say(speech, 'is blank', 'nu este completat')
    case 'filled':
      return say(speech, 'is filled in', 'este completat')
    case 'yes':
      return say(speech, 'is yes', 'este da')
    case 'no':
      return say(speech, 'is no', 'este nu')
    case 'contains':
      return say(speech, `contains ${first}`, `conține ${first}`)
    case 'starts-with':
      return say(speech, `begins with ${first}`, `începe cu ${first}`)
  }
}

const numbers = {
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 }),
  ro: new Intl.NumberFormat('ro-RO', { maximumFractionDigits: 10 }),
}
const days = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  ro: new Intl.DateTimeFormat('ro-RO', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
}

function valueWords(speech: Speech, row: ConditionRow, value: ConditionValue): string {
  const { language } = speech
  switch (value.kind) {
    case 'number':
      return numbers[language].format(Number(value.value))
    case 'boolean':
      return value.value ? say(speech, 'yes', 'da') : say(speech, 'no', 'nu')
    case 'text':
      return quoted(speech, choiceName(speech, row.field, value.value) ?? value.value)
    case 'date':
      return days[language].format(Date.parse(value.value))
    case 'time':
    case 'date-time':
      return value.value
    case 'duration':
      return durationWords(value.value, language)
    case 'path':
      return value.value === 'author'
        ? say(speech, 'the author', 'autorul')
        : value.value === 'me'
          ? fieldName(speech, 'me')
          : quoted(speech, fieldName(speech, value.value))
    case 'today': {
      if (value.plus === undefined) return say(speech, 'today', 'azi')
      const length = durationWords(value.plus, language)
      return value.plus.startsWith('-')
        ? say(speech, `${length} before today`, `cu ${length} înainte de azi`)
        : say(speech, `${length} from today`, `peste ${length} de azi`)
    }
  }
}

/** What a choice, or a status, of this id is called. */
function choiceName(speech: Speech, path: string, id: string): string | undefined {
  const { type, workspace } = speech
  if (path === 'status' || path === 'that.status') return path === 'status' ? statusName(speech, id) : undefined
  const parts = path.split('.')
  const name = parts.at(-1)!
  const fields = type?.fields.flatMap((field) => (parts[0] === 'row' && field.type === 'table' ? field.fields : [field])) ?? []
  const field = parts.length === 1 || parts[0] === 'row' ? fields.find((each) => each.id === name) : undefined
  if (!type || field?.type !== 'choice') return undefined
  const shape = fieldShape(workspace, type, field)
  const options =
    shape.kind === 'choice' && shape.directory !== undefined ? definitionAt(workspace, 'directory', shape.directory)?.items : field.options
  const option = Array.isArray(options) ? options.find((each) => each.id === id) : undefined
  return option && called(speech, option.label)
}
