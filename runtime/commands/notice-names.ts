import { momentText } from '../engine/card/display.ts'
import { textIn } from '../engine/card/local-text.ts'
import type { NoticeNames } from '../engine/document/notice-text.ts'
import type { Site } from '../engine/site.ts'
import type { StoredDocument } from '../store/write.ts'
import type { Edges } from './edges.ts'

/** How the things that the notices of a document name are called, in a language. */
export async function noticeNames(
  { database, programs }: Pick<Edges, 'database' | 'programs'>,
  site: Site,
  stored: StoredDocument | null,
  language: string,
): Promise<NoticeNames> {
  const program = stored && (await programs.get(database, stored.document.program))
  return {
    title: stored
      ? textIn(stored.document.title, language, site.languages) ||
        stored.document.number ||
        textIn(program!.type.label, language, site.languages)
      : '',
    node: (id) => textIn(program?.nodes.get(id)?.label ?? id, language, site.languages),
    person: (id) => site.people.get(id)?.name ?? id,
    moment: (at) => momentText(at, language, site.zone),
  }
}
