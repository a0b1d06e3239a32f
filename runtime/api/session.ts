import { Hono } from 'hono'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { mayOn } from '../engine/access/access.ts'
import { textIn } from '../engine/card/local-text.ts'
import type { Person, Site } from '../engine/site.ts'
import { readSettings } from '../store/organisation.ts'
import type { MenuEntry, SessionAnswer } from './answers.ts'
import type { ApiContext, ApiEnv } from './context.ts'
import { mayBrowse } from './may-reach.ts'
import { personRef } from './people.ts'

/** `GET /api/session`: who I am and what this site offers me; asked before anything else, signed in or not. */
export function sessionRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/session', async (c) => c.json(await sessionAnswer(c)))
}

export async function sessionAnswer(c: ApiContext): Promise<SessionAnswer> {
  const { database } = c.get('parts').edges
  const site = c.get('site')
  const reader = c.get('reader')
  const { setUpAt, demo } = await readSettings(database)
  return {
    site: { name: site.name, languages: [...site.languages], zone: site.zone, empty: setUpAt === null, demo, release: site.release },
    person: reader && {
      ...personRef(site, reader.person),
      email: reader.person.email,
      language: reader.person.language,
      roles: [...reader.person.roles],
      administrator: reader.person.roles.includes('administrator'),
      designer: reader.person.roles.includes('designer'),
    },
    demoPeople: demo ? [...site.people.values()].filter(({ left }) => !left).map((person) => personRef(site, person)) : [],
    menu: reader ? menuOf(site, reader.person) : [],
  }
}

/** The types whose lists a person may look at, or of which they may make one. */
export function menuOf(site: Site, person: Person): MenuEntry[] {
  return inOrder(site).flatMap((type) => {
    if (!mayBrowse(site, type, person.id)) return []
    const mayCreate = mayOn(site, type.id, person.id, null, 'create')
    return [{ type: type.id, kind: type.kind, label: type.label, plural: type.plural ?? type.label, mayCreate }]
  })
}

/** Types as people think of them: what others hang under before what hangs under it, then by name. */
export function inOrder(site: Site): readonly DocumentType[] {
  const depth = (type: DocumentType, seen: readonly string[]): number => {
    const above = type.fields
      .flatMap((field) => (field.type === 'link' && field.parent ? field.to : []))
      .flatMap((id) => site.types.get(id) ?? [])
    return Math.max(0, ...above.filter(({ id }) => !seen.includes(id)).map((parent) => 1 + depth(parent, [...seen, type.id])))
  }
  const collator = new Intl.Collator(site.languages[0] ?? 'en')
  const name = (type: DocumentType) => textIn(type.plural ?? type.label, site.languages[0] ?? 'en', site.languages)
  return [...site.types.values()].sort((a, b) => depth(a, [a.id]) - depth(b, [b.id]) || collator.compare(name(a), name(b)))
}
