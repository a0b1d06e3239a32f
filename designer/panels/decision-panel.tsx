import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { DecisionNode } from '../../schemas/generated/approval-schema.ts'
import { useSchema } from '../canvas/schema-editing.tsx'
import { ConditionRows } from '../conditions/condition-rows.tsx'
import { useWords } from '../language/words.tsx'
import { routeKeys } from '../model/schema-graph.ts'
import { nodeName } from '../model/words/speech.ts'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { RowList } from '../types/parts/row-list.tsx'
import classes from './inspector.module.css'
import { stepChoices } from './step-choices.ts'

/** A decision: its ways in the order in which they are asked; the first whose condition holds is taken. */
export function DecisionPanel({ node }: { node: DecisionNode }) {
  const { t } = useWords()
  const { schema, speech, types, execute } = useSchema()
  const keys = routeKeys(schema)
  const rows = schema.routes.map((route, index) => ({ route, key: keys[index]! })).filter(({ route }) => route.from === node.id)
  const choices = stepChoices(schema, speech, { from: node.id })
  const type = types[0]
  const otherwise = rows.some(({ route }) => route.otherwise)
  const target = choices.find(({ value }) => value !== node.id)?.value
  return (
    <PanelGroup title={t('decision.title')}>
      <RowList
        label={t('decision.title')}
        rows={rows}
        keyOf={({ key }) => key}
        nameOf={({ route }) => nodeName(speech, route.to)}
        {...(rows.length > 1 && {
          onMove: (from: number, to: number) => void execute({ type: 'move-route', route: rows[from]!.key, to }),
        })}
        draw={({ route, key }) => (
          <div className={classes.lines}>
            {route.otherwise ? (
              <b>{t('decision.otherwise')}</b>
            ) : type ? (
              <ConditionRows
                label={t('decision.when')}
                value={route.when}
                place={{ type }}
                process
                onChange={(when) => execute({ type: 'set-route-condition', route: key, when })}
              />
            ) : (
              <code>{route.when ?? ''}</code>
            )}
            <div className={classes.row}>
              <span>{t('decision.then')}</span>
              <NativeSelect
                className={classes.grow}
                size="xs"
                aria-label={t('decision.to')}
                value={route.to}
                onChange={(event) => execute({ type: 'reconnect-route', route: key, to: event.currentTarget.value })}
                data={choices}
              />
              {!route.otherwise && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  onClick={() => execute({ type: 'set-route-otherwise', route: key, otherwise: true })}
                >
                  {t('decision.makeOtherwise')}
                </Button>
              )}
              <ActionIcon size={28} aria-label={t('decision.remove')} onClick={() => execute({ type: 'remove-route', route: key })}>
                <IconTrash size={16} />
              </ActionIcon>
            </div>
          </div>
        )}
      />
      {!otherwise && <p className={classes.quiet}>{t('decision.noOtherwise')}</p>}
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          disabled={target === undefined}
          onClick={() =>
            target !== undefined && execute({ type: 'connect-nodes', from: node.id, to: target, ...(otherwise && { when: 'true' }) })
          }
        >
          {t('decision.add')}
        </Button>
      </div>
    </PanelGroup>
  )
}
