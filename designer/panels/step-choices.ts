import type { ApprovalSchema } from '../../schemas/generated/approval-schema.ts'
import { kindWords } from '../model/reading.ts'
import { pathTo } from '../model/schema-graph.ts'
import { nodeName, type Speech } from '../model/words/speech.ts'

/** The steps to which an arrow may lead, by name; joins only of the blocks around where it leaves. */
export function stepChoices(
  schema: ApprovalSchema,
  speech: Speech,
  { from }: { readonly from?: string } = {},
): { readonly value: string; readonly label: string }[] {
  const around = from === undefined ? [] : [...pathTo(schema, from), from]
  return schema.nodes
    .filter((node) => node.kind !== 'join' || from === undefined || around.includes(node.fork))
    .map((node) => ({
      value: node.id,
      label: node.label === undefined ? kindWords(speech, node.kind) : nodeName(speech, node.id),
    }))
}
