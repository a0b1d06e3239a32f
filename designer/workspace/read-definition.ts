import { approvalSchema, directory, documentType, printForm, reminderRule } from 'virtual:validators'
import { parseWith, type Validator } from '../../schemas/validate-with.ts'
import type { ReadDefinition } from '../model/open-workspace.ts'
import type { EditedKind } from '../model/workspace.ts'

const validators: Readonly<Record<EditedKind, Validator>> = {
  'document-type': documentType,
  'approval-schema': approvalSchema,
  'reminder-rule': reminderRule,
  directory,
  'print-form': printForm,
}

/** Reads a definition by its schema in the browser: the same verdict and the same findings as on the server. */
export const readDefinition: ReadDefinition = (kind, body) => parseWith(validators[kind], kind, body)
