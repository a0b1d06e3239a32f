import { Button, Menu, NativeSelect, NumberInput, Switch } from '@mantine/core'
import { IconArrowRight, IconPlus, IconTrash } from '@tabler/icons-react'
import { Note } from '../../runtime/app/ui/note.tsx'
import { useNewStep } from '../canvas/new-step.tsx'
import { useSchema } from '../canvas/schema-editing.tsx'
import { nothing, ofRoute } from '../canvas/selection.ts'
import { OptionalCondition } from '../conditions/optional-condition.tsx'
import { useWords } from '../language/words.tsx'
import type { Executed } from '../model/history.ts'
import { outcomeWords } from '../model/reading.ts'
import { nodeById, outcomesFrom, routeIndex } from '../model/schema-graph.ts'
import { nodeName } from '../model/words/speech.ts'
import { PanelGroup } from '../types/parts/page-part.tsx'
import classes from './inspector.module.css'
import { PanelFindings } from './panel-findings.tsx'
import { PanelHead } from './panel-head.tsx'
import { stepChoices } from './step-choices.ts'

/** An arrow: on which decision, under which condition, to where, and how often at most. */
export function RoutePanel({ routeKey }: { routeKey: string }) {
  const { t } = useWords()
  const { schema, speech, reading, types, findings, execute, select } = useSchema()
  const { ask } = useNewStep()
  const route = schema.routes[routeIndex(schema, routeKey)]
  if (!route) return null
  const read = reading.routes.find(({ key }) => key === routeKey)
  const source = nodeById(schema, route.from)
  const outcomes = outcomesFrom(schema, route.from)
  const choices = stepChoices(schema, speech, { from: route.from })
  const type = types[0]
  // An arrow that is led elsewhere goes by another name afterwards.
  const follow = (executed: Executed) => {
    if (executed.ok && executed.made) select(ofRoute(executed.made))
  }
  const from = route.from === 'anywhere' ? t('canvas.anywhere.none') : nodeName(speech, route.from)
  const target = nodeById(schema, route.to)
  return (
    <>
      <PanelHead
        icon={IconArrowRight}
        name={`${from} → ${nodeName(speech, route.to)}`}
        what={t('route.what')}
        menu={
          <Menu.Item
            leftSection={<IconTrash size={16} />}
            onClick={() => {
              if (execute({ type: 'remove-route', route: routeKey }).ok) select(nothing)
            }}
          >
            {t('route.remove')}
          </Menu.Item>
        }
      />
      <PanelFindings findings={findings.filter(({ jump }) => jump?.route === routeKey)} />
      {read && read.leaves.length > 0 && (
        <div className={classes.findings}>
          <Note tone="amber">{t('route.leaves', { words: read.words })}</Note>
        </div>
      )}
      {outcomes.length > 1 && (
        <PanelGroup title={t('route.on')}>
          <NativeSelect
            size="xs"
            aria-label={t('route.on')}
            value={route.on ?? ''}
            onChange={(event) =>
              follow(execute({ type: 'set-route-outcome', route: routeKey, on: event.currentTarget.value || undefined }))
            }
            data={[...new Set([...outcomes, route.on])].map((on) => ({
              value: on ?? '',
              label: outcomeWords(schema, route.from, on, speech) || t('panel.onward.then'),
            }))}
          />
        </PanelGroup>
      )}
      <PanelGroup title={t('route.to')}>
        <NativeSelect
          size="xs"
          aria-label={t('route.to')}
          value={route.to}
          onChange={(event) => follow(execute({ type: 'reconnect-route', route: routeKey, to: event.currentTarget.value }))}
          data={choices}
        />
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={(event) => ask({ place: { route: routeKey }, at: { x: event.clientX - 300, y: event.clientY } })}
          >
            {t('canvas.insert')}
          </Button>
        </div>
      </PanelGroup>
      {type && source && ['decision', 'fork'].includes(source.kind) && (
        <PanelGroup title={t('route.when')}>
          <Switch
            size="xs"
            label={t('decision.otherwise')}
            checked={route.otherwise === true}
            onChange={(event) => execute({ type: 'set-route-otherwise', route: routeKey, otherwise: event.currentTarget.checked })}
          />
          {!route.otherwise && (
            <OptionalCondition
              label={t('route.when')}
              always={t('route.always')}
              value={route.when}
              place={{ type }}
              process
              onChange={(when) => execute({ type: 'set-route-condition', route: routeKey, when })}
            />
          )}
        </PanelGroup>
      )}
      <PanelGroup title={t('route.limit')}>
        <Switch
          size="xs"
          label={t('route.limit.on')}
          checked={route.atMost !== undefined}
          onChange={(event) =>
            execute({
              type: 'set-route-limit',
              route: routeKey,
              limit: event.currentTarget.checked
                ? { atMost: 3, then: schema.nodes.find(({ kind }) => kind === 'end')?.id ?? schema.start }
                : null,
            })
          }
        />
        {route.atMost !== undefined && (
          <>
            <div className={classes.row}>
              <NumberInput
                w={72}
                size="xs"
                min={1}
                max={99}
                hideControls
                aria-label={t('route.limit.atMost')}
                value={route.atMost}
                onChange={(atMost) => {
                  if (typeof atMost === 'number' && atMost >= 1 && atMost !== route.atMost)
                    execute({ type: 'set-route-limit', route: routeKey, limit: { atMost, then: route.then ?? schema.start } })
                }}
              />
              {t('route.limit.times')}
            </div>
            <NativeSelect
              size="xs"
              aria-label={t('route.limit.then')}
              value={route.then ?? ''}
              onChange={(event) =>
                execute({
                  type: 'set-route-limit',
                  route: routeKey,
                  limit: { atMost: route.atMost ?? 1, then: event.currentTarget.value },
                })
              }
              data={choices}
            />
          </>
        )}
      </PanelGroup>
      {target?.kind === 'join' && (
        <PanelGroup title={t('route.arrives')}>
          <Switch
            size="xs"
            label={t('route.arrives.counts')}
            checked={route.arrives !== 'uncounted'}
            onChange={(event) => execute({ type: 'set-route-arrival', route: routeKey, counts: event.currentTarget.checked })}
          />
        </PanelGroup>
      )}
    </>
  )
}
