import approvalSchema from './approval-schema.schema.json' with { type: 'json' }
import audience from './audience.schema.json' with { type: 'json' }
import automation from './automation.schema.json' with { type: 'json' }
import cardField from './card-field.schema.json' with { type: 'json' }
import common from './common.schema.json' with { type: 'json' }
import type { DefinitionKind } from './definition-kind.ts'
import directory from './directory.schema.json' with { type: 'json' }
import documentType from './document-type.schema.json' with { type: 'json' }
import people from './people.schema.json' with { type: 'json' }
import printForm from './print-form.schema.json' with { type: 'json' }
import reminderRule from './reminder-rule.schema.json' with { type: 'json' }
import sample from './sample.schema.json' with { type: 'json' }
import scenario from './scenario.schema.json' with { type: 'json' }
import template from './template.schema.json' with { type: 'json' }
import timeStep from './time-step.schema.json' with { type: 'json' }

/** The schema of each kind of file. */
export const schemaOfKind = {
  'document-type': documentType,
  'approval-schema': approvalSchema,
  'reminder-rule': reminderRule,
  directory,
  'print-form': printForm,
  people,
  template,
  sample,
  scenario,
} satisfies Record<DefinitionKind, { $id: string }>

/** All schemas, those that are only part of others too. They refer to each other by `$id`; nothing is fetched. */
export const allSchemas: readonly { $id: string; $defs?: Record<string, object> }[] = [
  common,
  audience,
  automation,
  timeStep,
  cardField,
  ...Object.values(schemaOfKind),
]
