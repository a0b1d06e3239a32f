import { bodyHash } from '../../schemas/hash.ts'
import type { Sending } from '../commands/outcome.ts'
import type { Problem } from '../engine/problem.ts'
import { type ApiContext, readerOf } from './context.ts'

const keyShape = /^[\x21-\x7e]{1,200}$/

/** How a command came: its `Idempotency-Key`, with a hash of what is asked under it, and its `If-Match`. */
export function sendingOf(
  c: ApiContext,
  body: unknown,
): { readonly ok: true; readonly sending: Sending } | { readonly ok: false; readonly problem: Problem } {
  const key = c.req.header('idempotency-key')
  const match = c.req.header('if-match')
  const revision = match === undefined || match === '*' ? undefined : Number(/^(?:W\/)?"?(\d+)"?$/.exec(match.trim())?.[1] ?? Number.NaN)
  const invalid = (path: string, found: string, expected: string) =>
    ({ ok: false, problem: { code: 'request-invalid', errors: [{ path, rule: 'header', found, expected }] } }) as const
  if (Number.isNaN(revision)) return invalid('If-Match', match!.slice(0, 100), 'the ETag of the document')
  if (key !== undefined && !keyShape.test(key)) return invalid('Idempotency-Key', key.slice(0, 100), '1 to 200 visible characters')
  return {
    ok: true,
    sending: {
      ...(revision !== undefined && { ifRevision: revision }),
      ...(key !== undefined && {
        key: { person: readerOf(c).person.id, key, request: bodyHash({ method: c.req.method, path: c.req.path, body: body ?? null }) },
      }),
    },
  }
}
