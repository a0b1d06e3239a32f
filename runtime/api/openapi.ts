import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Hono } from 'hono'
import { type ApiEnv, readerOf } from './context.ts'
import { openApiDocument } from './openapi-document.ts'
import { wordsIn } from './openapi-words.ts'

const viewer = createRequire(import.meta.url)

/** Files of the viewer that the page needs, by the name that they are asked under. */
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
}

/** Starts the viewer. A file of its own, because the page runs no script that stands in it. */
const starter = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#api',
  validatorUrl: null,
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
})
`

/** `/api/openapi.json`: what this API is, for the caller; `/api/docs`: the page to read it and to try it. */
export function openApiRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/openapi.json', (c) => c.json(openApiDocument(c.get('site'), readerOf(c).person, c.get('language'), c.get('parts').origin)))
    .get('/docs', (c) => c.html(page(wordsIn(c.get('language')).title(c.get('site').name), c.get('language'))))
    .get('/docs/start.js', (c) => c.body(starter, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/docs/:file', async (c) => {
      const name = c.req.param('file')
      const type = Object.hasOwn(files, name) ? files[name] : undefined
      if (type === undefined) return c.notFound()
      const bytes = await readFile(viewer.resolve(`swagger-ui-dist/${name}`))
      return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'cache-control': 'private, max-age=86400' })
    })
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function page(title: string, language: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replace(/[&<>"]/g, (one) => entities[one]!)}</title>
<link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="api"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`
}
