import type { Site } from '../engine/site.ts'
import type { Queryable } from '../store/database.ts'
import { loadSite, siteRev } from '../store/organisation.ts'

/**
 * The live site (people, directories, calendars, newest release), kept in the process under its `rev`. Every read of a
 * document brings the rev of that moment, so a stale one is never decided with; whoever has none asks for it, which is
 * one small select instead of the whole office.
 */
export interface Sites {
  /** The site as of `rev` or later; without `rev` as the database has it now. */
  at(database: Queryable, rev?: number): Promise<Site>
  /** The rev of the site at hand; undefined before the first was read. */
  readonly kept: number | undefined
}

export function keepSites(): Sites {
  let kept: Site | null = null
  let loading: Promise<Site> | null = null
  return {
    get kept() {
      return kept?.rev
    },
    async at(database, rev) {
      const wanted = rev ?? (await siteRev(database))
      if (kept && kept.rev >= wanted) return kept
      // Those who ask at once share one load, unless it began before what they ask for was written.
      const shared = loading
      if (shared) {
        const site = await shared
        if (site.rev >= wanted) return site
      }
      const own = loadSite(database)
      loading = own
      try {
        const site = await own
        if (!kept || site.rev >= kept.rev) kept = site
        return site
      } finally {
        if (loading === own) loading = null
      }
    },
  }
}
