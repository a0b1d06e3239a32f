import { Menu } from '@mantine/core'
import { IconArrowsSplit2, IconFlag3, IconStack2, IconTrash } from '@tabler/icons-react'
import type { SchemaNode } from '../../schemas/generated/approval-schema.ts'
import { kindIcons } from '../canvas/palette-items.ts'
import { useSchema } from '../canvas/schema-editing.tsx'
import { nothing } from '../canvas/selection.ts'
import { useWords } from '../language/words.tsx'
import { kindWords } from '../model/reading.ts'
import { ownWords } from '../model/text-in-languages.ts'
import { capital, nodeName } from '../model/words/speech.ts'
import { AskingPanel } from './asking-panel.tsx'
import { AutomationPanel } from './automation-panel.tsx'
import { BlockPanel } from './block-panel.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { EndPanel } from './end-panel.tsx'
import { ColorEntry } from './entries/color-entry.tsx'
import { MembershipEntry } from './entries/membership-entry.tsx'
import { NameEntry } from './entries/name-entry.tsx'
import { OnwardEntry } from './entries/onward-entry.tsx'
import { StatusEntry } from './entries/status-entry.tsx'
import { PanelFindings } from './panel-findings.tsx'
import { PanelHead } from './panel-head.tsx'
import { StagePanel } from './stage-panel.tsx'
import { WaitPanel } from './wait-panel.tsx'

/** A step: what was found there, what it is called, then what its kind has, then where it leads. */
export function StepPanel({ node }: { node: SchemaNode }) {
  const { t, language } = useWords()
  const { schema, speech, findings, workspace, execute, select } = useSchema()
  const own = findings.filter(({ jump }) => jump?.node === node.id)
  const name = node.label === undefined ? capital(kindWords(speech, node.kind)) : nodeName(speech, node.id)
  const other = workspace.languages.find((each) => each !== language)
  const words = other !== undefined && typeof node.label === 'object' ? node.label[other] : undefined
  const kind = capital(kindWords(speech, node.kind))
  return (
    <>
      <PanelHead
        icon={kindIcons[node.kind]}
        name={name}
        what={words === undefined ? kind : t('panel.what', { kind, language: other!.toUpperCase(), words })}
        menu={
          <>
            {node.kind !== 'join' && schema.start !== node.id && (
              <Menu.Item leftSection={<IconFlag3 size={16} />} onClick={() => execute({ type: 'set-start', node: node.id })}>
                {t('panel.begin')}
              </Menu.Item>
            )}
            {node.kind === 'fork' ? (
              <Menu.Item leftSection={<IconStack2 size={16} />} onClick={() => execute({ type: 'unwrap-block', fork: node.id })}>
                {t('panel.unwrap')}
              </Menu.Item>
            ) : (
              node.kind !== 'end' &&
              node.kind !== 'join' && (
                <Menu.Item
                  leftSection={<IconArrowsSplit2 size={16} />}
                  onClick={() =>
                    execute({
                      type: 'wrap-in-block',
                      nodes: [node.id],
                      label: ownWords({ en: 'At the same time', ro: 'În paralel' }, workspace.languages),
                    })
                  }
                >
                  {t('panel.wrap')}
                </Menu.Item>
              )
            )}
            <Menu.Item
              leftSection={<IconTrash size={16} />}
              onClick={() => {
                if (execute({ type: 'remove-nodes', nodes: [node.id] }).ok) select(nothing)
              }}
            >
              {t(node.kind === 'fork' || node.kind === 'join' ? 'panel.removeBlock' : 'panel.remove')}
            </Menu.Item>
          </>
        }
      />
      <PanelFindings findings={own} />
      {node.kind !== 'join' && <NameEntry node={node} />}
      {node.kind === 'stage' && <StagePanel node={node} />}
      {(node.kind === 'approval' || node.kind === 'task') && <AskingPanel node={node} />}
      {node.kind === 'decision' && <DecisionPanel node={node} />}
      {(node.kind === 'fork' || node.kind === 'join') && <BlockPanel node={node} />}
      {node.kind === 'wait' && <WaitPanel node={node} />}
      {node.kind === 'automation' && <AutomationPanel node={node} />}
      {node.kind === 'end' && <EndPanel node={node} />}
      {node.kind !== 'join' && <StatusEntry node={node} />}
      {node.kind !== 'join' && <ColorEntry node={node} />}
      {node.kind !== 'end' && node.kind !== 'decision' && <OnwardEntry node={node} />}
      <MembershipEntry node={node} />
    </>
  )
}
