import { createMiddleware } from 'hono/factory'
import { type ApiEnv, readerOf, refuse } from './context.ts'

/** Refuses whoever neither designs nor administers this office. */
export const onlyDesigners = createMiddleware<ApiEnv>(async (c, next) => {
  const { roles } = readerOf(c).person
  if (!roles.includes('designer') && !roles.includes('administrator')) return refuse(c, { code: 'not-allowed', what: 'designer' })
  await next()
})
