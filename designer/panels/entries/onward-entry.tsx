import { NativeSelect } from '@mantine/core'
import type { SchemaNode } from '../../../schemas/generated/approval-schema.ts'
import { useSchema } from '../../canvas/schema-editing.tsx'
import { ofRoute } from '../../canvas/selection.ts'
import { useWords } from '../../language/words.tsx'
import { outcomeWords } from '../../model/reading.ts'
import { outcomesFrom, routeKeys } from '../../model/schema-graph.ts'
import { PanelGroup } from '../../types/parts/page-part.tsx'
import classes from '../inspector.module.css'
import { stepChoices } from '../step-choices.ts'

/** Where each decision or button of a step leads: the arrows as a list, for who does not draw. */
export function OnwardEntry({ node }: { node: Pick<SchemaNode, 'id'> & { readonly kind?: SchemaNode['kind'] } }) {
  const { t } = useWords()
  const { schema, speech, execute, select } = useSchema()
  const keys = routeKeys(schema)
  const routes = schema.routes.map((route, index) => ({ route, key: keys[index]! })).filter(({ route }) => route.from === node.id)
  const outcomes = outcomesFrom(schema, node.id)
  const loose = outcomes.filter((on) => !routes.some(({ route }) => route.on === on) && (node.kind !== 'join' || on === undefined))
  const choices = stepChoices(schema, speech, { from: node.id })
  const named = (on: string | undefined) => outcomeWords(schema, node.id, on, speech) || t('panel.onward.then')
  return (
    <PanelGroup title={t('panel.onward')}>
      <div className={classes.lines}>
        {routes.map(({ route, key }) => (
          <div key={key} className={classes.row}>
            <button
              type="button"
              className={classes.timeStep}
              style={{ width: 118, flex: 'none' }}
              onClick={() => select(ofRoute(key))}
              title={t('panel.onward.open')}
            >
              <span className="cut">{named(route.on)}</span>
            </button>
            <NativeSelect
              className={classes.grow}
              size="xs"
              aria-label={t('panel.onward.of', { outcome: named(route.on) })}
              value={route.to}
              onChange={(event) => execute({ type: 'reconnect-route', route: key, to: event.currentTarget.value })}
              data={choices}
            />
          </div>
        ))}
        {loose.map((on) => (
          <div key={on ?? ''} className={classes.row}>
            <span className="cut" style={{ width: 118, flex: 'none' }}>
              {named(on)}
            </span>
            <NativeSelect
              className={classes.grow}
              size="xs"
              aria-label={t('panel.onward.of', { outcome: named(on) })}
              value=""
              onChange={(event) =>
                execute({ type: 'connect-nodes', from: node.id, to: event.currentTarget.value, ...(on !== undefined && { outcome: on }) })
              }
              data={[{ value: '', label: t('panel.onward.nowhere') }, ...choices]}
            />
          </div>
        ))}
      </div>
    </PanelGroup>
  )
}
