// Generated from ../automation.schema.json by generate.ts. Do not edit.
import type { Audience } from './audience.ts'
import type { Channel, Feel, FieldId, Id, Path, Text } from './common.ts'

/**
 * One thing that the program does by itself.
 */
export type Automation = RegisterStep | SetStep | NotifyStep | ConvertStep | PrintStep | HandOverStep | AbsenceStep | WebhookStep
