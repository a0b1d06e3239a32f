/** The shapes of what the API is asked, checked at the border. */
import { z } from 'zod'
import type { Change } from '../engine/document/command.ts'
import type { ActionRequest, DecisionRequest, EditRequest } from './answers.ts'

const text = z.string().max(10_000)
const reasons = z.record(z.string().max(100), text)
/** Values of a card are judged by the card's own schema; here only their number is bounded. */
const value = z.unknown()

const change: z.ZodType<Change> = z.strictObject({
  path: z.string().min(1).max(300),
  from: value.optional(),
  to: value,
  position: z.int().min(0).optional(),
}) as never
const changes = z.array(change).max(5_000)

export const creationRequest = z.strictObject({ card: z.record(z.string(), value), overrides: reasons.optional() })
export const editRequest: z.ZodType<EditRequest> = z.strictObject({ changes: changes.min(1), overrides: reasons.optional() }) as never
export const actionRequest: z.ZodType<ActionRequest> = z.strictObject({
  node: z.string().max(200),
  action: z.string().max(200),
  comment: text.optional(),
  changes: changes.optional(),
  overrides: reasons.optional(),
  token: z.uuid().optional(),
}) as never
export const decisionRequest: z.ZodType<DecisionRequest> = z.strictObject({
  outcome: z.string().max(200),
  comment: text.optional(),
  reason: z.string().max(200).optional(),
  sawRevision: z.int().min(0).optional(),
  password: z.string().max(200).optional(),
  changes: changes.optional(),
  overrides: reasons.optional(),
}) as never

/** Commands on a whole document, by their name in the path. */
export const documentCommands = {
  'start-process': z.strictObject({}),
  withdraw: z.strictObject({ comment: text.optional() }),
  return: z.strictObject({ to: z.string().max(200), comment: text.optional(), token: z.uuid().optional() }),
  suspend: z.strictObject({ comment: text.optional() }),
  resume: z.strictObject({ comment: text.optional() }),
  'close-vote': z.strictObject({ node: z.string().max(200), comment: text.optional() }),
} as const

const toOne = z.strictObject({ to: z.uuid(), comment: text.optional() })

/** Commands on one assignment, by their name in the path. */
export const assignmentCommands = {
  claim: z.strictObject({}),
  begin: z.strictObject({}),
  'give-back': z.strictObject({}),
  delegate: toOne,
  forward: toOne,
  reassign: toOne,
  'ask-opinion': toOne,
  'add-approver': z.strictObject({ to: z.uuid(), place: z.enum(['before', 'after', 'beside']), comment: text.optional() }),
  skip: z.strictObject({ comment: text.optional() }),
  'drop-seat': z.strictObject({ comment: text.optional() }),
  extend: z.strictObject({ due: z.iso.datetime({ precision: 3 }), comment: text.optional() }),
  suspend: z.strictObject({ comment: text.optional() }),
  resume: z.strictObject({ comment: text.optional() }),
} as const
