import { changeId } from './commands/any/change-id.ts'
import { renameLabel } from './commands/any/rename-label.ts'
import { replaceSource } from './commands/any/replace-source.ts'
import { setAudience } from './commands/any/set-audience.ts'
import { setCondition } from './commands/any/set-condition.ts'
import { addColumn } from './commands/directory/add-column.ts'
import { addItem } from './commands/directory/add-item.ts'
import { moveColumn } from './commands/directory/move-column.ts'
import { moveItem } from './commands/directory/move-item.ts'
import { pasteItems } from './commands/directory/paste-items.ts'
import { removeColumn } from './commands/directory/remove-column.ts'
import { removeItem } from './commands/directory/remove-item.ts'
import { setColumnProperty } from './commands/directory/set-column-property.ts'
import { setItem } from './commands/directory/set-item.ts'
import { setAround } from './commands/reminder/set-around.ts'
import { setReminderProperty } from './commands/reminder/set-reminder-property.ts'
import { addAction } from './commands/schema/add-action.ts'
import { addLine } from './commands/schema/add-line.ts'
import { addNode } from './commands/schema/add-node.ts'
import { autoLayout } from './commands/schema/auto-layout.ts'
import { connectNodes } from './commands/schema/connect-nodes.ts'
import { insertNodeOnRoute } from './commands/schema/insert-node-on-route.ts'
import { moveAction } from './commands/schema/move-action.ts'
import { moveIntoBlock } from './commands/schema/move-into-block.ts'
import { moveLine } from './commands/schema/move-line.ts'
import { moveNodes } from './commands/schema/move-nodes.ts'
import { moveOutOfBlock } from './commands/schema/move-out-of-block.ts'
import { moveRoute } from './commands/schema/move-route.ts'
import { pasteNodes } from './commands/schema/paste-nodes.ts'
import { reconnectRoute } from './commands/schema/reconnect-route.ts'
import { removeAction } from './commands/schema/remove-action.ts'
import { removeLine } from './commands/schema/remove-line.ts'
import { removeNodes } from './commands/schema/remove-nodes.ts'
import { removeRoute } from './commands/schema/remove-route.ts'
import { setActionProperty } from './commands/schema/set-action-property.ts'
import { setDeadline } from './commands/schema/set-deadline.ts'
import { setLineProperty } from './commands/schema/set-line-property.ts'
import { setNodeProperty } from './commands/schema/set-node-property.ts'
import { setRouteArrival } from './commands/schema/set-route-arrival.ts'
import { setRouteCondition } from './commands/schema/set-route-condition.ts'
import { setRouteLimit } from './commands/schema/set-route-limit.ts'
import { setRouteOtherwise } from './commands/schema/set-route-otherwise.ts'
import { setRouteOutcome } from './commands/schema/set-route-outcome.ts'
import { setSchemaProperty } from './commands/schema/set-schema-property.ts'
import { setStart } from './commands/schema/set-start.ts'
import { setWaitOutcome } from './commands/schema/set-wait-outcome.ts'
import { unwrapBlock } from './commands/schema/unwrap-block.ts'
import { wrapInBlock } from './commands/schema/wrap-in-block.ts'
import { addAutomation } from './commands/time/add-automation.ts'
import { addTimeStep } from './commands/time/add-time-step.ts'
import { moveAutomation } from './commands/time/move-automation.ts'
import { moveTimeStep } from './commands/time/move-time-step.ts'
import { removeAutomation } from './commands/time/remove-automation.ts'
import { removeTimeStep } from './commands/time/remove-time-step.ts'
import { setAutomation } from './commands/time/set-automation.ts'
import { setTimeStep } from './commands/time/set-time-step.ts'
import { addAccessRule } from './commands/type/add-access-rule.ts'
import { addCheck } from './commands/type/add-check.ts'
import { addField } from './commands/type/add-field.ts'
import { addOption } from './commands/type/add-option.ts'
import { addSection } from './commands/type/add-section.ts'
import { addSeries } from './commands/type/add-series.ts'
import { addStatus } from './commands/type/add-status.ts'
import { addTab } from './commands/type/add-tab.ts'
import { addView } from './commands/type/add-view.ts'
import { moveCheck } from './commands/type/move-check.ts'
import { moveField } from './commands/type/move-field.ts'
import { moveOption } from './commands/type/move-option.ts'
import { moveSection } from './commands/type/move-section.ts'
import { moveSeries } from './commands/type/move-series.ts'
import { moveStatus } from './commands/type/move-status.ts'
import { moveTab } from './commands/type/move-tab.ts'
import { moveView } from './commands/type/move-view.ts'
import { placeCell } from './commands/type/place-cell.ts'
import { removeAccessRule } from './commands/type/remove-access-rule.ts'
import { removeCheck } from './commands/type/remove-check.ts'
import { removeField } from './commands/type/remove-field.ts'
import { removeOption } from './commands/type/remove-option.ts'
import { removeSection } from './commands/type/remove-section.ts'
import { removeSeries } from './commands/type/remove-series.ts'
import { removeStatus } from './commands/type/remove-status.ts'
import { removeTab } from './commands/type/remove-tab.ts'
import { removeView } from './commands/type/remove-view.ts'
import { restoreField } from './commands/type/restore-field.ts'
import { retireField } from './commands/type/retire-field.ts'
import { setAccessRule } from './commands/type/set-access-rule.ts'
import { setApproval } from './commands/type/set-approval.ts'
import { setCheck } from './commands/type/set-check.ts'
import { setColumnCount } from './commands/type/set-column-count.ts'
import { setFieldProperty } from './commands/type/set-field-property.ts'
import { setFormula } from './commands/type/set-formula.ts'
import { setNumbering } from './commands/type/set-numbering.ts'
import { setOption } from './commands/type/set-option.ts'
import { setRollup } from './commands/type/set-rollup.ts'
import { setSectionProperty } from './commands/type/set-section-property.ts'
import { setSeries } from './commands/type/set-series.ts'
import { setStatus } from './commands/type/set-status.ts'
import { setTabProperty } from './commands/type/set-tab-property.ts'
import { setTypeProperty } from './commands/type/set-type-property.ts'
import { setView } from './commands/type/set-view.ts'
import { unplaceCell } from './commands/type/unplace-cell.ts'
import type { CommandDefinition } from './define-command.ts'
import { type Draft, type Outcome, refuse } from './draft.ts'

/** All edits of a definition: a new one is one file and one line here. */
const all = [
  addAccessRule,
  addAction,
  addAutomation,
  addCheck,
  addColumn,
  addField,
  addItem,
  addLine,
  addNode,
  addOption,
  addSection,
  addSeries,
  addStatus,
  addTab,
  addTimeStep,
  addView,
  autoLayout,
  changeId,
  connectNodes,
  insertNodeOnRoute,
  moveAction,
  moveAutomation,
  moveCheck,
  moveColumn,
  moveField,
  moveIntoBlock,
  moveItem,
  moveLine,
  moveNodes,
  moveOption,
  moveOutOfBlock,
  moveRoute,
  moveSection,
  moveSeries,
  moveStatus,
  moveTab,
  moveTimeStep,
  moveView,
  pasteItems,
  pasteNodes,
  placeCell,
  reconnectRoute,
  removeAccessRule,
  removeAction,
  removeAutomation,
  removeCheck,
  removeColumn,
  removeField,
  removeItem,
  removeLine,
  removeNodes,
  removeOption,
  removeRoute,
  removeSection,
  removeSeries,
  removeStatus,
  removeTab,
  removeTimeStep,
  removeView,
  renameLabel,
  replaceSource,
  restoreField,
  retireField,
  setAccessRule,
  setActionProperty,
  setApproval,
  setAround,
  setAudience,
  setAutomation,
  setCheck,
  setColumnCount,
  setColumnProperty,
  setCondition,
  setDeadline,
  setFieldProperty,
  setFormula,
  setItem,
  setLineProperty,
  setNodeProperty,
  setNumbering,
  setOption,
  setReminderProperty,
  setRollup,
  setRouteArrival,
  setRouteCondition,
  setRouteLimit,
  setRouteOtherwise,
  setRouteOutcome,
  setSchemaProperty,
  setSectionProperty,
  setSeries,
  setStart,
  setStatus,
  setTabProperty,
  setTimeStep,
  setTypeProperty,
  setView,
  setWaitOutcome,
  unplaceCell,
  unwrapBlock,
  wrapInBlock,
] as const

type CommandFrom<D> = D extends (args: never) => infer Command ? Command : never

/** An edit as data. */
export type Command = CommandFrom<(typeof all)[number]>
export type CommandType = Command['type']

const byType = new Map<string, CommandDefinition<string, never>>(
  all.map((each) => [each.type, each as unknown as CommandDefinition<string, never>]),
)
export const commandTypes = all.map(({ type }) => type) as readonly CommandType[]

/** Applies an edit to a definition. Pure: the same draft and the same command give the same outcome, and the draft stays as it was. */
export function applyCommand(draft: Draft, { type, ...args }: Command): Outcome {
  const definition = byType.get(type)
  return definition ? definition.apply(draft, args as never) : refuse({ code: 'no-such-thing' })
}
