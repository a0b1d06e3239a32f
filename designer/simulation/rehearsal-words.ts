import { outcomesOf } from '../../runtime/engine/approval/outcomes.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { Finding, FindingFact } from '../../schemas/finding.ts'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import type { Words } from '../language/words.tsx'
import { definitionAt, type Target, type Workspace } from '../model/workspace.ts'
import { type Rehearsed, rehearsalSentence } from './rehearse.ts'

type Speech = Pick<Words, 't' | 'of' | 'language'>

/** Why a kept rehearsal no longer comes out as it did, in one sentence: steps, statuses, fields and buttons by their titles. */
export function differsInWords({ scenario, findings }: Rehearsed, workspace: Workspace, words: Speech): string {
  const [finding] = findings
  const what = finding ? whatDiffers(finding, scenario, workspace, words) : ''
  return words.t('rehearsals.differs', { name: words.of(scenario.label), what })
}

function whatDiffers(finding: Finding, scenario: Scenario, workspace: Workspace, { t, of, language }: Speech): string {
  const names = namesIn(scenario, workspace)
  const call = (kind: keyof Names, fact: FindingFact | undefined): FindingFact => {
    const one = (id: FindingFact) => of(names[kind].get(String(id)) ?? String(id))
    return fact === undefined ? '' : typeof fact === 'object' ? fact.map(one) : one(fact)
  }
  const { facts } = finding
  const said = { do: String(call('actions', facts.do)), by: String(facts.by ?? '') }
  switch (finding.code) {
    case 'scenario-refused':
      return t('rehearsals.refused', said)
    case 'scenario-other-problem':
      return t('rehearsals.refusedOtherwise', said)
    case 'scenario-not-refused':
      return t('rehearsals.notRefused', said)
    case 'scenario-status':
      return told({ expected: call('statuses', facts.expected), found: call('statuses', facts.found) })
    case 'scenario-at':
      return told({ expected: call('nodes', facts.expected), found: call('nodes', facts.found) })
    case 'scenario-card':
    case 'scenario-field-unknown':
      return told({ ...facts, field: call('fields', facts.field), ...(facts.type !== undefined && { type: call('types', facts.type) }) })
    default:
      return rehearsalSentence(finding, language)
  }
  function told(called: Finding['facts']): string {
    return rehearsalSentence({ ...finding, facts: called }, language)
  }
}

type Names = Readonly<Record<'statuses' | 'nodes' | 'fields' | 'actions' | 'types', ReadonlyMap<string, LocalText>>>

/** What the ids of a rehearsal are called: in the type of its document first, then in those of what it begins with. */
function namesIn({ document, given = [] }: Scenario, workspace: Workspace): Names {
  const types = [document, ...given].flatMap(({ type }) => definitionAt(workspace, 'document-type', type) ?? [])
  const schemas = types.flatMap(({ approval = [] }) =>
    approval.flatMap(({ schema }) => definitionAt(workspace, 'approval-schema', schema) ?? []),
  )
  const nodes = schemas.flatMap((schema) => schema.nodes)
  const first = (list: readonly { readonly id: string; readonly label?: LocalText }[]) =>
    new Map([...list].reverse().flatMap(({ id, label }) => (label === undefined ? [] : [[id, label] as const])))
  return {
    types: first(types),
    statuses: first(types.flatMap(({ statuses = [] }) => statuses)),
    fields: first(types.flatMap(({ fields }) => fields)),
    nodes: first(nodes),
    actions: first([
      ...schemas.flatMap(({ anywhere = [] }) => anywhere),
      ...nodes.flatMap((node) => ('actions' in node ? (node.actions ?? []) : [])),
      ...nodes.flatMap((node) => (node.kind === 'approval' || node.kind === 'task' ? outcomesOf(node) : [])),
    ]),
  }
}

/** Whether a rehearsal goes through a definition: the types of its documents, what they travel, what reminds of them. */
export function goesThrough({ document, given = [] }: Scenario, { kind, id }: Target, workspace: Workspace): boolean {
  const types = [document, ...given].map(({ type }) => type)
  switch (kind) {
    case 'document-type':
      return types.includes(id)
    case 'approval-schema':
      return types.some((type) => definitionAt(workspace, 'document-type', type)?.approval?.some(({ schema }) => schema === id))
    case 'reminder-rule':
      return types.includes(definitionAt(workspace, 'reminder-rule', id)?.type ?? '')
    default:
      return false
  }
}
