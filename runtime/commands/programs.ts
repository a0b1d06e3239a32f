import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { compileProgram, type Program } from '../engine/approval/program.ts'
import type { Document } from '../engine/document/state.ts'
import type { Site } from '../engine/site.ts'
import type { Queryable } from '../store/database.ts'
import { readProgram } from '../store/releases.ts'

/** Compiled programs: what is compiled once is kept, because a hash never means anything else. */
export interface Programs {
  /** The program that a document is pinned to. */
  get(database: Queryable, hash: string): Promise<Program>
  /** The program of a type with a schema, as the newest release has them. */
  of(type: DocumentType, schema: ApprovalSchema | null): Program
  /** What the document would be pinned to if it were made now; null where that is the program it has, or its type is gone. */
  newest(site: Site, document: Document): Program | null
}

/** Keeps at most `most` programs, dropping the one that was not asked for the longest. */
export function keepPrograms(most = 500): Programs {
  const kept = new Map<string, Program>()
  // By the very definitions: a site is replaced whole when it changes, and its old definitions are forgotten with it.
  const compiled = new WeakMap<DocumentType, Map<ApprovalSchema | null, Program>>()
  const keep = (program: Program): Program => {
    kept.delete(program.hash)
    kept.set(program.hash, program)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return program
  }
  const of = (type: DocumentType, schema: ApprovalSchema | null): Program => {
    const bySchema = compiled.get(type) ?? new Map<ApprovalSchema | null, Program>()
    compiled.set(type, bySchema)
    const known = bySchema.get(schema)
    if (known) return known
    const made = compileProgram(type, schema)
    const program = kept.get(made.hash) ?? made
    bySchema.set(schema, program)
    return keep(program)
  }
  return {
    of,
    async get(database, hash) {
      const known = kept.get(hash)
      if (known) return keep(known)
      const bodies = await readProgram(database, hash)
      if (!bodies) throw new Error(`no program ${hash} in the database, though a document is pinned to it`)
      return keep(compileProgram(bodies.type, bodies.schema))
    },
    newest(site, document) {
      const type = site.types.get(document.type)
      const schema = document.schema === null ? null : site.schemas.get(document.schema)
      if (!type || schema === undefined) return null
      const program = of(type, schema)
      return program.hash === document.program ? null : program
    },
  }
}
