import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { Directory } from '../../../schemas/generated/directory.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import type { People } from '../../../schemas/generated/people.ts'
import type { PrintForm } from '../../../schemas/generated/print-form.ts'
import type { ReminderRule } from '../../../schemas/generated/reminder-rule.ts'
import type { Sample } from '../../../schemas/generated/sample.ts'
import type { Scenario } from '../../../schemas/generated/scenario.ts'
import type { Template } from '../../../schemas/generated/template.ts'

/** What a template's folder holds, read and parsed: enough to open an office in memory and rehearse in it. */
export interface TemplateSet {
  /** Null where the folder has none, which is a finding. */
  readonly template: Template | null
  readonly types: readonly DocumentType[]
  readonly schemas: readonly ApprovalSchema[]
  readonly rules: readonly ReminderRule[]
  readonly directories: readonly Directory[]
  readonly printForms: readonly PrintForm[]
  readonly people: People | null
  /** In the order of their files' names, which is the order in which they point at each other. */
  readonly samples: readonly Sample[]
  readonly scenarios: readonly Scenario[]
}
