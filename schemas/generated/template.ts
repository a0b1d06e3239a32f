// Generated from ../template.schema.json by generate.ts. Do not edit.
import type { Id, Language, SchemaAddress, SchemaVersion, Text } from './common.ts'

/**
 * Its version, as in 1.0.0.
 */
export type TemplateVersion = string

/**
 * A ready-made set of definitions.
 */
export interface Template {
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
   * For whom it is and what it does.
   */
  text: Text
  version: TemplateVersion
  /**
   * The languages in which all its texts exist.
   */
  languages: Language[]
}
