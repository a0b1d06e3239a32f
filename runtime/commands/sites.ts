import type { Site } from '../engine/site.ts'
import type { Queryable } from '../store/database.ts'
import { loadSite } from '../store/organisation.ts'

/**
 * The live site (people, directories, calendars, newest release), kept in the process under its `rev`: every read of a
 * document brings the rev of that moment, so a stale one is never decided with.
 */
export interface Sites {
  /** The site as of `rev` or later; without `rev` as the database has it now. */
  at(database: Queryable, rev?: number): Promise<Site>
}

export function keepSites(): Sites {
  let kept: Site | null = null
  let loading: Promise<Site> | null = null
  return {
    async at(database, rev) {
      if (kept && rev !== undefined && kept.rev >= rev) return kept
      loading ??= loadSite(database).finally(() => {
        loading = null
      })
      const site = await loading
      if (!kept || site.rev >= kept.rev) kept = site
      // Whoever joined a load that began before their own rev was written asks once more.
      return rev !== undefined && kept.rev < rev ? loadSite(database) : kept
    },
  }
}
