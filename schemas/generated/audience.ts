// Generated from ../audience.schema.json by generate.ts. Do not edit.
import type { Feel, Id, Path, SampleId } from './common.ts'

/**
 * One way to name people: exactly one of its keys, and `where` to narrow it.
 */
export type AudienceEntry = (
  | {
      /**
       * One person, by id.
       */
      person: SampleId
      role?: undefined
      group?: undefined
      department?: undefined
      field?: undefined
      managerOf?: undefined
      headOf?: undefined
      whoActedAt?: undefined
      readersOf?: undefined
      guest?: undefined
      the?: undefined
    }
  | {
      person?: undefined
      /**
       * Everybody who has this role.
       */
      role: Id
      group?: undefined
      department?: undefined
      field?: undefined
      managerOf?: undefined
      headOf?: undefined
      whoActedAt?: undefined
      readersOf?: undefined
      guest?: undefined
      the?: undefined
    }
  | {
      person?: undefined
      role?: undefined
      /**
       * Everybody in this group.
       */
      group: Id
      department?: undefined
      field?: undefined
      managerOf?: undefined
      headOf?: undefined
      whoActedAt?: undefined
      readersOf?: undefined
      guest?: undefined
      the?: undefined
    }
  | {
      person?: undefined
      role?: undefined
      group?: undefined
      /**
       * Everybody in this department.
       */
      department: Id
      field?: undefined
      managerOf?: undefined
      headOf?: undefined
      whoActedAt?: undefined
      readersOf?: undefined
      guest?: undefined
      the?: undefined
    }
  | {
      person?: undefined
      role?: undefined
      group?: undefined
      department?: undefined
      /**
       * Whoever stands in this field of the card.
       */
      field: Path
      managerOf?: undefined
      headOf?: undefined
      whoActedAt?: undefined
      readersOf?: undefined
      guest?: undefined
      the?: undefined
    }
  | {
      person?: undefined
      role?: undefined
      group?: undefined
      department?: undefined
      field?: undefined
      managerOf: Whose
      headOf?: undefined
      whoActedAt?: undefined
      readersOf?: undefined
      guest?: undefined
      the?: undefined
    }
  | {
      person?: undefined
      role?: undefined
      group?: undefined
      department?: undefined
      field?: undefined
      managerOf?: undefined
      headOf: Whose
      whoActedAt?: undefined
      readersOf?: undefined
      guest?: undefined
      the?: undefined
    }
  | {
      person?: undefined
      role?: undefined
      group?: undefined
      department?: undefined
      field?: undefined
      managerOf?: undefined
      headOf?: undefined
      /**
       * Whoever acted at this node.
       */
      whoActedAt: Id
      readersOf?: undefined
      guest?: undefined
      the?: undefined
    }
  | {
      person?: undefined
      role?: undefined
      group?: undefined
      department?: undefined
      field?: undefined
      managerOf?: undefined
      headOf?: undefined
      whoActedAt?: undefined
      /**
       * Whoever may read the document in this link.
       */
      readersOf: Path
      guest?: undefined
      the?: undefined
    }
  | {
      person?: undefined
      role?: undefined
      group?: undefined
      department?: undefined
      field?: undefined
      managerOf?: undefined
      headOf?: undefined
      whoActedAt?: undefined
      readersOf?: undefined
      /**
       * Somebody from outside, named by the contact person in this link.
       */
      guest: Path
      the?: undefined
    }
  | {
      person?: undefined
      role?: undefined
      group?: undefined
      department?: undefined
      field?: undefined
      managerOf?: undefined
      headOf?: undefined
      whoActedAt?: undefined
      readersOf?: undefined
      guest?: undefined
      /**
       * The author of the document, the one who is asked, the one who looks, or everyone.
       */
      the: 'author' | 'assignee' | 'me' | 'everyone'
    }
) & {
  /**
   * Only those for whom this is true; `person.` is the candidate.
   */
  where?: Feel
}
/**
 * The author, the one who is asked, the one who looks, or the person in a field.
 */
export type Whose =
  | ('author' | 'assignee' | 'me')
  | {
      /**
       * The field of the card in which the person stands.
       */
      field: Path
    }
/**
 * Who: a list of entries that add up. An empty list is nobody.
 */
export type Audience = AudienceEntry[]
