/** The HTTP face: the contents page of the API. Each line is a family of routes in its own file. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { errorFacts } from '../log.ts'
import { databaseTrouble } from '../store/database-away.ts'
import { appFiles } from './app-files.ts'
import { assignmentRoutes } from './assignments.ts'
import { authRoute } from './auth.ts'
import { calendarRoutes } from './calendars.ts'
import { type ApiContext, type ApiEnv, type ApiParts, refuse } from './context.ts'
import { definitionRoutes } from './definitions.ts'
import { documentRoutes } from './documents.ts'
import { exportRoutes } from './export.ts'
import { failureRoutes } from './failures.ts'
import { languageAsked, sameOrigin, signedIn, withParts, withReader } from './guards.ts'
import { healthRoutes } from './health.ts'
import { liveRoutes } from './live.ts'
import { moveRoutes } from './moves.ts'
import { movesPlanRoutes } from './moves-plan.ts'
import { noticeRoutes } from './notices.ts'
import { officeRoutes } from './office.ts'
import { officeStructureRoutes } from './office-structure.ts'
import { openApiRoutes } from './openapi.ts'
import { peopleRoutes } from './people.ts'
import { problemResponse } from './problem.ts'
import { reminderPreviewRoutes } from './reminder-preview.ts'
import { scenarioRoutes } from './scenarios.ts'
import { searchRoutes } from './search.ts'
import { sessionRoutes } from './session.ts'
import { setupRoutes } from './setup.ts'
import { templateRoutes } from './templates.ts'
import { typeRoutes } from './types.ts'
import { webhookRoutes } from './webhooks.ts'

const largestBody = 6 * 1024 * 1024

export function createApp(parts: ApiParts): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  app.onError((error, c) => {
    const found = databaseTrouble(error)
    parts.log.error(found ?? 'request-failed', { method: c.req.method, path: c.req.path, ...errorFacts(error) })
    return problemResponse({ code: found ?? 'internal' }, c.get('language') ?? languageAsked(c.req.header('accept-language')))
  })
  app.notFound((c) =>
    problemResponse({ code: 'not-found', what: c.req.path }, c.get('language') ?? languageAsked(c.req.header('accept-language'))),
  )
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      strictTransportSecurity: parts.origin.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
    }),
  )
  app.route('/', healthRoutes(parts))

  const api = new Hono<ApiEnv>()
  api.use(withParts(parts), sameOrigin)
  const limited = bodyLimit({
    maxSize: largestBody,
    onError: (c) =>
      refuse(c, {
        code: 'request-invalid',
        errors: [{ path: '', rule: 'too-large', found: c.req.header('content-length') ?? null, expected: `at most ${largestBody} bytes` }],
      }),
  })
  // The server reads no more than the length that was announced: where that is little, the body need not be watched as a stream.
  api.use((c, next) => (announcedLength(c) <= largestBody ? next() : limited(c, next)))
  // Answers that must stay whole and fresh: nobody in between keeps them. Streams are not compressed, or they would not flow.
  api.use('*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  const compressed = compress()
  // Whoever cannot read it compressed is answered in one piece: as a stream, which the answer becomes here, it costs more.
  api.use('*', (c, next) => (c.req.path === '/api/live' || !c.req.header('accept-encoding') ? next() : compressed(c, next)))
  api.all('/auth/*', authRoute)
  api.use(withReader)
  api.route('/', sessionRoutes())
  api.route('/', setupRoutes())
  api.use(signedIn)
  api.route('/', typeRoutes())
  // Before the documents: "export" is no document's id.
  api.route('/', exportRoutes())
  api.route('/', documentRoutes())
  api.route('/', searchRoutes())
  api.route('/', assignmentRoutes())
  api.route('/', noticeRoutes())
  api.route('/', liveRoutes())
  api.route('/', peopleRoutes())
  api.route('/', officeRoutes())
  api.route('/', officeStructureRoutes())
  api.route('/', calendarRoutes())
  api.route('/', webhookRoutes())
  api.route('/', definitionRoutes())
  api.route('/', reminderPreviewRoutes())
  api.route('/', moveRoutes())
  api.route('/', movesPlanRoutes())
  api.route('/', scenarioRoutes())
  api.route('/', templateRoutes())
  api.route('/', failureRoutes())
  api.route('/', openApiRoutes())
  api.all('*', (c) => c.notFound())
  app.route('/api', api)
  if (parts.appFolder) app.route('/', appFiles(parts.appFolder))
  return app
}

/** The bytes that a body says it has, none where there can be no body; infinite where it does not say, or comes in pieces. */
function announcedLength(c: ApiContext): number {
  if (c.req.header('transfer-encoding') !== undefined) return Number.POSITIVE_INFINITY
  const length = c.req.header('content-length')
  if (length === undefined) return c.req.method === 'GET' || c.req.method === 'HEAD' ? 0 : Number.POSITIVE_INFINITY
  return /^\d+$/.test(length) ? Number(length) : Number.POSITIVE_INFINITY
}
