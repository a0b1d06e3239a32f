// Generated from ../directory.schema.json by generate.ts. Do not edit.
import type { Column } from './card-field.ts'
import type { CardValue, Color, Id, ItemId, SchemaAddress, SchemaVersion, Text } from './common.ts'

/**
 * A list of choices, with columns of its own.
 */
export interface Directory {
  /**
   * The address of the JSON Schema, for editors.
   */
  $schema?: SchemaAddress
  /**
   * The version of the language; may be left out for 1.
   */
  schemaVersion?: SchemaVersion
  /**
   * Its id.
   */
  id: Id
  /**
   * What people call it.
   */
  label: Text
  /**
   * What is kept about each item beside its label.
   */
  columns?: Column[]
  /**
   * The choices.
   */
  items: DirectoryItem[]
}
/**
 * One choice, with the values of the columns under their ids.
 */
export interface DirectoryItem {
  /**
   * Its id, as it stands in cards.
   */
  id: ItemId
  /**
   * What people see.
   */
  label: Text
  /**
   * The colour of its chip.
   */
  color?: Color
  /**
   * Whether it can no longer be chosen.
   */
  retired?: true
  [k: string]: CardValue | ItemId | Text | Color | true | undefined
}
