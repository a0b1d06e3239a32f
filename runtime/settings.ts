/** What the installation says about itself, read from the environment once. A wrong value stops the start with a sentence. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Level } from './log.ts'

export interface Settings {
  readonly host: string
  readonly port: number
  /** Where people reach the site. */
  readonly origin: string
  /** A PostgreSQL server; null: embedded, in the data folder. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly templatesFolder: string
  readonly appFolder: string
  /** `smtp://…`; null: no e-mail leaves. */
  readonly smtp: string | null
  readonly mailFrom: string
  /** Signs cookies; null: one is made and kept in the database. */
  readonly secret: string | null
  readonly demoAnywhere: boolean
  readonly trustProxy: boolean
  /** Whether webhooks may go to addresses inside the network. */
  readonly webhooksInside: boolean
  /** Whether this process runs the clock; several servers may share one. */
  readonly runsClock: boolean
  readonly logLevel: Level
}

export type SettingsRead = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly errors: readonly string[] }

const root = fileURLToPath(new URL('..', import.meta.url))
const levels = ['debug', 'info', 'warn', 'error'] as const

/** Reads the environment; every wrong value is named with what was expected. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): SettingsRead {
  const errors: string[] = []
  const text = (name: string): string | null => env[name]?.trim() || null
  const flag = (name: string, usual: boolean): boolean => {
    const value = text(name)
    if (value === null) return usual
    if (value === '1' || value === 'true') return true
    if (value === '0' || value === 'false') return false
    errors.push(`${name} is "${value}", expected 1 or 0`)
    return usual
  }
  const port = Number(text('PORT') ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) errors.push(`PORT is "${env.PORT}", expected a port number`)
  const host = text('HOST') ?? '127.0.0.1'
  const origin =
    text('DOSAR_URL') ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
  if (!URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol))
    errors.push(`DOSAR_URL is "${origin}", expected an address such as https://office.example`)
  const databaseUrl = text('DATABASE_URL')
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) errors.push('DATABASE_URL does not begin with postgres://')
  const smtp = text('SMTP_URL')
  if (smtp !== null && !/^smtps?:\/\//.test(smtp)) errors.push('SMTP_URL does not begin with smtp:// or smtps://')
  const secret = text('DOSAR_SECRET')
  if (secret !== null && secret.length < 32) errors.push('DOSAR_SECRET is shorter than 32 characters')
  const logLevel = (text('LOG_LEVEL') ?? 'info') as Level
  if (!levels.includes(logLevel)) errors.push(`LOG_LEVEL is "${logLevel}", expected one of ${levels.join(', ')}`)
  const flags = {
    demoAnywhere: flag('DOSAR_ALLOW_DEMO', false),
    trustProxy: flag('DOSAR_TRUST_PROXY', false),
    webhooksInside: flag('DOSAR_WEBHOOKS_INSIDE', false),
    runsClock: flag('DOSAR_CLOCK', true),
  }
  if (errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    settings: {
      host,
      port,
      origin: new URL(origin).origin,
      databaseUrl,
      dataFolder: text('DOSAR_DATA') ?? join(root, 'data'),
      templatesFolder: text('DOSAR_TEMPLATES') ?? join(root, 'templates'),
      appFolder: join(root, 'dist/app'),
      smtp,
      mailFrom: text('MAIL_FROM') ?? `Dosar <dosar@${new URL(origin).hostname}>`,
      secret,
      logLevel,
      ...flags,
    },
  }
}
