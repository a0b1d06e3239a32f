// What is hashed here is stored for ever: a change of these functions moves every running document.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { ApprovalSchema } from './generated/approval-schema.ts'
import type { DocumentType } from './generated/document-type.ts'
import { type ProgramParts, programParts } from './program-parts.ts'

/**
 * JSON in the one form that RFC 8785 gives it: sorted keys, shortest numbers, no spaces.
 * Keys whose value is `undefined` are left out. What is not JSON (a function, NaN, a lone surrogate) is a bug and throws.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('canonicalJson: not a JSON value')
  return text
}

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The hash by which a definition is stored and released: of the whole body as it is stored, before any lifting. */
export const bodyHash = (body: unknown): string => sha256Hex(canonicalJson(body))

/** The hash of a program: documents that carry the same one behave the same. */
export const programHash = (type: DocumentType, schema?: ApprovalSchema | null): string => partsHash(programParts(type, schema))

const partsHash = (parts: ProgramParts): string => sha256Hex(canonicalJson(parts))
