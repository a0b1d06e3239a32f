import type { z } from 'zod'
import type { Problem } from '../engine/problem.ts'
import type { ApiContext } from './context.ts'

export type Body<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

const refuse = (path: string, rule: string, found: unknown, expected: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code: 'request-invalid', errors: [{ path, rule, found: short(found), expected }] },
})

/** Of what was found only as much as tells what it is: an answer does not send a megabyte back. */
function short(found: unknown): unknown {
  const text = JSON.stringify(found) ?? null
  return text !== null && text.length > 200 ? `${text.slice(0, 200)}…` : (found ?? null)
}

/** The JSON body, checked; what does not fit is named with its place, what was found and what was expected. */
export async function bodyOf<T>(c: ApiContext, schema: z.ZodType<T>): Promise<Body<T>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse('', 'content-type', type ?? null, 'application/json')
  let value: unknown
  try {
    value = await c.req.json()
  } catch (error) {
    return refuse('', 'json', null, error instanceof Error ? error.message : 'JSON')
  }
  if (isTooDeep(value)) return refuse('', 'depth', null, `values within one another ${deepest} times at most`)
  const broken = unstorable(value, '')
  if (broken !== null) return refuse(broken, 'text', null, 'text without the character U+0000 and without half characters')
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('/'),
    rule: issue.code.replaceAll('_', '-'),
    found: short(
      issue.path.reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
        value,
      ),
    ),
    expected: issue.message,
  }))
  return { ok: false, problem: { code: 'request-invalid', errors } }
}

/** No definition and no card has more within one another; whatever walks a value may count on it. */
const deepest = 200

/** Level by level, for a value that is too deep cannot be walked by calls. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

/** The place of a text that no database keeps as it is: one with U+0000, or with half of a surrogate pair. */
function unstorable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable(key, path) ?? unstorable(inner, path === '' ? key : `${path}/${key}`)
    if (found !== null) return found
  }
  return null
}
