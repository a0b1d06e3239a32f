import type { Site } from '../site.ts'
import type { Facts } from './facts.ts'

/** Facts that know the site and nothing else: for what hangs on no linked card. Their time stands still. */
export function factsOf(site: Site): Facts {
  const newId = (): never => {
    throw new Error('rights make no ids')
  }
  return { now: '1970-01-01T00:00:00.000Z', newId, site, documents: {}, rollups: {}, numbers: {}, workload: {}, lastInTurn: {} }
}
