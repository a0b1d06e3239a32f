import type { DefinitionsAnswer, DraftRow } from '../../runtime/api/answers.ts'
import { command, get, type Reply } from '../../runtime/app/data/client.ts'
import type { Target } from '../model/workspace.ts'
import { type Opened, openedFrom } from './stored.ts'

/** What the designer asks of the server. */
export interface DraftsApi {
  /** The newest release, the drafts over it and the office. Throws where nothing answers. */
  readonly open: () => Promise<Opened>
  readonly drafts: () => Promise<readonly DraftRow[]>
  /** Keeps a draft over the revision that was seen, 0 for none; refused (`stale`) where somebody was faster. */
  readonly save: (
    target: Target,
    draft: { readonly body: object | null; readonly base: string | null; readonly revision: number },
  ) => Promise<Reply<{ readonly draft: DraftRow | undefined }>>
  readonly drop: (target: Target) => Promise<Reply<void>>
}

const pathOf = ({ kind, id }: Target) => `/api/drafts/${kind}/${encodeURIComponent(id)}`

export const draftsApi: DraftsApi = {
  open: async () => {
    const [definitions, drafts] = await Promise.all([get<DefinitionsAnswer>('/api/definitions'), get<{ items: DraftRow[] }>('/api/drafts')])
    return openedFrom(definitions, drafts.items)
  },
  drafts: async () => (await get<{ items: DraftRow[] }>('/api/drafts')).items,
  save: (target, draft) => command(pathOf(target), draft, { method: 'PUT' }),
  drop: (target) => command(pathOf(target), {}, { method: 'DELETE' }),
}
