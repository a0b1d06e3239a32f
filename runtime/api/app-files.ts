import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { ApiEnv } from './context.ts'

/** The built app: hashed files are kept by the browser for ever, the page itself is asked for anew, and every other path is the page. */
export function appFiles(folder: string): Hono<ApiEnv> {
  const page = join(folder, 'index.html')
  const html = existsSync(page) ? readFileSync(page, 'utf8') : null
  const etag = html && `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
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
      if (html === null || c.req.path.startsWith('/api/')) return c.notFound()
      if (c.req.header('if-none-match') === etag) return c.body(null, 304)
      c.header('Cache-Control', 'no-cache')
      c.header('ETag', etag!)
      return c.html(html)
    })
}
