import type { Finding } from '../../../schemas/finding.ts'
import type { Problem } from '../problem.ts'
import { isUuid } from '../uuid.ts'

/** What a problem says beside its code, on one line, as a fact of a finding: `fields: amount, validUntil`. Made ids are left out, for they say nothing. None where it says nothing. */
export function whyOf({ code: _, ...facts }: Problem): Finding['facts'] {
  const words = Object.entries(facts)
    .filter(([, value]) => value !== null && !(typeof value === 'string' && isUuid(value)))
    .map(([name, value]) => `${name}: ${said(value)}`)
  return words.length === 0 ? {} : { why: words.join('; ') }
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
