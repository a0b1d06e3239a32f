// Generated from ../print-form.schema.json by generate.ts. Do not edit.
import type { Audience } from './audience.ts'
import type { Feel, Id, Language, SchemaAddress, SchemaVersion, Text } from './common.ts'

/**
 * The file with the places for values, beside this definition.
 */
export type PrintFile = string
export type PrintOutput = 'docx' | 'pdf'

/**
 * A file with places for values, from which a document is printed.
 */
export interface PrintForm {
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
   * The document type that it prints.
   */
  type: Id
  file: PrintFile
  /**
   * What can be made of it.
   */
  as?: PrintOutput[]
  /**
   * The language in which values are written; the reader's if left out.
   */
  language?: Language
  /**
   * When it can be printed.
   */
  when?: Feel
  /**
   * Who may print it; every reader if left out.
   */
  who?: Audience
}
