import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { ApiEnv } from './context.ts'

/** The built app: hashed files are kept by the browser for ever, the page itself is asked for anew, and every other path is the page. */
export function appFiles(folder: string): Hono<ApiEnv> {
  let kept: { readonly html: string; readonly etag: string; readonly written: number } | null = null
  // A build may replace it while the server runs, so it is read anew when its file is another one.
  const page = () => {
    const file = join(folder, 'index.html')
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    if (written === undefined) return null
    if (kept?.written !== written) {
      const html = readFileSync(file, 'utf8')
      kept = { html, etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`, written }
    }
    return kept
  }
  return new Hono<ApiEnv>()
    .use(
      '/*',
      serveStatic({
        root: folder,
        precompressed: true,
        onFound: (path, c) => {
          c.header('Cache-Control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
        },
      }),
    )
    .get('/*', (c) => {
      // A file of an earlier build that is gone must not be answered with a page.
      const found = /^\/(api|assets)\//.test(c.req.path) ? null : page()
      if (!found) return c.notFound()
      if (c.req.header('if-none-match') === found.etag) return c.body(null, 304)
      c.header('Cache-Control', 'no-cache')
      c.header('ETag', found.etag)
      return c.html(found.html)
    })
}
