import type { AutomationNode } from '../../schemas/generated/approval-schema.ts'
import { useWords } from '../language/words.tsx'
import { AutomationsEntry } from './entries/automations-entry.tsx'

/** An automation: what the program does by itself, one thing after the other. */
export function AutomationPanel({ node }: { node: AutomationNode }) {
  const { t } = useWords()
  return <AutomationsEntry node={node.id} list={node.does} title={t('automation.title')} />
}
