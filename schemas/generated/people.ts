// Generated from ../people.schema.json by generate.ts. Do not edit.
import type { Id, Language, SampleId, SchemaAddress, SchemaVersion, Text } from './common.ts'

/**
 * The e-mail address.
 */
export type Email = string

/**
 * The office of a template: departments, roles, groups and people; live, not released.
 */
export interface People {
  /**
   * The address of the JSON Schema, for editors.
   */
  $schema?: SchemaAddress
  /**
   * The version of the language; may be left out for 1.
   */
  schemaVersion?: SchemaVersion
  /**
   * How the office of these people is called, when somebody looks around in it.
   */
  office?: Text
  /**
   * Its departments.
   */
  departments?: Department[]
  /**
   * What people may be.
   */
  roles?: Role[]
  /**
   * People who belong together.
   */
  groups?: Group[]
  /**
   * The people.
   */
  people?: Person[]
}
/**
 * A department.
 */
export interface Department {
  /**
   * Its id.
   */
  id: Id
  /**
   * Its name.
   */
  label: Text
  /**
   * The department above it.
   */
  parent?: Id
  /**
   * Who leads it.
   */
  head?: SampleId
}
/**
 * Something that a person may be.
 */
export interface Role {
  /**
   * Its id.
   */
  id: Id
  /**
   * Its name.
   */
  label: Text
}
/**
 * People who belong together.
 */
export interface Group {
  /**
   * Its id.
   */
  id: Id
  /**
   * Its name.
   */
  label: Text
  /**
   * Who is in it.
   */
  members: SampleId[]
}
/**
 * Somebody of the office.
 */
export interface Person {
  /**
   * The id by which the set speaks of this person.
   */
  id: SampleId
  /**
   * The name.
   */
  name: string
  email?: Email
  /**
   * The telephone number.
   */
  phone?: string
  /**
   * The position in the office.
   */
  position?: Text
  /**
   * The department.
   */
  department?: Id
  /**
   * The manager.
   */
  manager?: SampleId
  /**
   * The roles.
   */
  roles?: Id[]
  /**
   * The language in which the program speaks to this person.
   */
  language?: Language
  /**
   * The amount up to which this person may sign.
   */
  signingLimit?: number
}
