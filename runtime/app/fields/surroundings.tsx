import { createContext, useContext } from 'react'
import type { ChoiceField, LinkField } from '../../../schemas/generated/card-field.ts'
import type { Color, Text } from '../../../schemas/generated/common.ts'
import type { Directory } from '../../../schemas/generated/directory.ts'
import type { DocumentRef, PersonRef } from '../../api/answers.ts'
import type { Card } from '../../engine/card/card.ts'

/** What lies around a field and comes with the page's answer, so that names show without a further question. */
export interface FieldSurroundings {
  /** The card that the field lies in. */
  readonly card: Card
  /** Directories that choices choose from, by id. */
  readonly directories: Readonly<Record<string, Directory>>
  readonly people: Readonly<Record<string, PersonRef>>
  /** Titles of what links point at, by `<type>/<id>`. */
  readonly linked: Readonly<Record<string, DocumentRef>>
  /** FEEL that narrows what a link may point at, with the card's own values put in. */
  readonly filterOf?: (field: LinkField) => string | undefined
}

const nothing: FieldSurroundings = { card: {}, directories: {}, people: {}, linked: {} }
const SurroundingsContext = createContext(nothing)

export const FieldSurroundingsProvider = SurroundingsContext.Provider

export const useSurroundings = (): FieldSurroundings => useContext(SurroundingsContext)

/** An item that a choice may hold. */
export interface Choice {
  readonly id: string
  readonly label: Text
  readonly color?: Color
  readonly retired?: boolean
}

/** The options of a choice: its own, or its directory's. */
export function choicesOf(field: ChoiceField, directories: FieldSurroundings['directories']): readonly Choice[] {
  return typeof field.options === 'string' ? (directories[field.options]?.items ?? []) : field.options
}

/** The currency of a money field: a code, or what the card's choice field says; undefined where that is blank. */
export function currencyIn(card: Card, currency: string | { field: string }): string | undefined {
  if (typeof currency === 'string') return currency
  const code = card[currency.field]
  return typeof code === 'string' ? code : undefined
}
