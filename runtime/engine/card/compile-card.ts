import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { MOST_ROWS, MOST_VALUES } from './fault.ts'
import { columnsOf, type Field, fieldsOf, isComputed } from './field.ts'
import { textIn } from './local-text.ts'
import { ID_PATTERN, isTextType, textShapes, wholePattern } from './text-shapes.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * The one JSON Schema (2020-12) of a type's cards, from which the form, the server's check, the OpenAPI document, the
 * import and the TypeScript types are made. It is closed. Nothing is `required`: a draft is saved as it stands, and what
 * must be filled is asked when the document leaves its node. What JSON Schema cannot say exactly (decimal places, days
 * that exist, smallest dates, items and people that exist) is said by `validateCard`.
 * The label stands in the description, because a `title` on each property would become a type of its own in TypeScript.
 */
export function cardSchema(type: DocumentType, language = 'en'): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: type.id,
    description: textIn(type.label, language),
    ...objectOf(fieldsOf(type), language),
  }
}

function objectOf(fields: ReadonlyMap<string, Field>, language: string): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries([...fields.values()].map((field) => [field.id, fieldSchema(field, language)])),
    additionalProperties: false,
  }
}

/** The schema of one field's value, `many` included. */
export function fieldSchema(field: Field, language = 'en'): JsonSchema {
  const about = {
    description: field.help ? `${textIn(field.label, language)}: ${textIn(field.help, language)}` : textIn(field.label, language),
    ...(isComputed(field) && { readOnly: true }),
    ...(field.retired && { deprecated: true }),
  }
  if (!field.many) return { ...about, ...valueSchema(field, language) }
  return { ...about, type: 'array', minItems: 1, maxItems: MOST_VALUES, uniqueItems: true, items: valueSchema(field, language) }
}

function valueSchema(field: Field, language: string): JsonSchema {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent':
      return {
        type: field.decimals === 0 ? 'integer' : 'number',
        ...(field.min !== undefined && { minimum: field.min }),
        ...(field.max !== undefined && { maximum: field.max }),
      }
    case 'rating':
      return { type: 'integer', minimum: 1, maximum: field.max ?? 5 }
    case 'yes-no':
      return { type: 'boolean' }
    case 'link':
      return {
        type: 'object',
        properties: { type: { enum: field.to ?? [] }, id: { type: 'string', pattern: ID_PATTERN, maxLength: 64 } },
        required: ['type', 'id'],
        additionalProperties: false,
      }
    case 'table':
      return tableSchema(field, language)
    case 'rich-text':
      return richTextSchema
    case 'choice':
      if (typeof field.options === 'object') return { enum: field.options.map((option) => option.id) }
      return textSchema(field)
    default:
      return textSchema(field)
  }
}

function textSchema(field: Field): JsonSchema {
  if (!isTextType(field.type)) return {}
  const { pattern, maxLength } = textShapes[field.type]
  const text = { type: 'string', maxLength, pattern }
  return field.pattern === undefined ? text : { ...text, allOf: [{ pattern: wholePattern(field.pattern) }] }
}

function tableSchema(field: Field, language: string): JsonSchema {
  const row = objectOf(columnsOf(field), language)
  return {
    type: 'array',
    minItems: Math.max(1, Number(field.min ?? 1)),
    maxItems: Number(field.max ?? MOST_ROWS),
    items: {
      ...row,
      properties: {
        _id: { type: 'string', pattern: ID_PATTERN, maxLength: 64, description: 'The id of the row.' },
        ...(row.properties as object),
      },
      required: ['_id'],
    },
  }
}

/** Our own small tree, never HTML: blocks of spans. See `RichBlock`. */
const richTextSchema: JsonSchema = {
  type: 'array',
  minItems: 1,
  maxItems: MOST_ROWS,
  items: {
    type: 'object',
    properties: {
      kind: { enum: ['paragraph', 'heading', 'bullet', 'numbered', 'quote'] },
      spans: {
        type: 'array',
        minItems: 1,
        maxItems: MOST_ROWS,
        items: {
          type: 'object',
          properties: {
            text: { type: 'string', pattern: textShapes['long-text'].pattern, maxLength: textShapes['long-text'].maxLength },
            bold: { const: true },
            italic: { const: true },
            underline: { const: true },
            link: { type: 'string', pattern: textShapes.web.pattern, maxLength: textShapes.web.maxLength },
          },
          required: ['text'],
          additionalProperties: false,
        },
      },
    },
    required: ['kind', 'spans'],
    additionalProperties: false,
  },
}
