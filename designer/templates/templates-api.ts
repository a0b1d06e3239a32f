import { useQuery } from '@tanstack/react-query'
import type { TemplateAnswer, TemplateRow } from '../../runtime/api/answers.ts'
import { command, get, type Reply } from '../../runtime/app/data/client.ts'
import type { Target } from '../model/workspace.ts'

/** The ready-made sets that came with the program. */
export const useTemplates = (release: number) =>
  useQuery({
    queryKey: ['designer-templates', release],
    queryFn: async ({ signal }) => (await get<{ items: TemplateRow[] }>('/api/templates', signal)).items,
  })

/** One of them, with what it would add and change here. */
export const useTemplate = (id: string, release: number) =>
  useQuery({
    queryKey: ['designer-template', id, release],
    queryFn: ({ signal }) => get<TemplateAnswer>(`/api/templates/${id}`, signal),
  })

/** Puts a set in use; what is in `keep` stays as the office has it. */
export const installTemplate = (id: string, keep: readonly Target[]): Promise<Reply<{ readonly release: number | null }>> =>
  command(`/api/templates/${id}/install`, { keep }, { patience: 60_000 })
