import type { ApprovalSchema } from './generated/approval-schema.ts'
import type { Directory } from './generated/directory.ts'
import type { DocumentType } from './generated/document-type.ts'
import type { People } from './generated/people.ts'
import type { PrintForm } from './generated/print-form.ts'
import type { ReminderRule } from './generated/reminder-rule.ts'
import type { Sample } from './generated/sample.ts'
import type { Scenario } from './generated/scenario.ts'
import type { Template } from './generated/template.ts'

/** What a file of a folder of definitions can be, and its type. */
export type DefinitionOf = {
  'document-type': DocumentType
  'approval-schema': ApprovalSchema
  'reminder-rule': ReminderRule
  directory: Directory
  'print-form': PrintForm
  people: People
  template: Template
  sample: Sample
  scenario: Scenario
}

export type DefinitionKind = keyof DefinitionOf

const kindOfFolder: Record<string, DefinitionKind> = {
  'document-types': 'document-type',
  'approval-schemas': 'approval-schema',
  'reminder-rules': 'reminder-rule',
  directories: 'directory',
  'print-forms': 'print-form',
  samples: 'sample',
  scenarios: 'scenario',
}

export const definitionKinds: readonly DefinitionKind[] = [...Object.values(kindOfFolder), 'people', 'template']

/**
 * What a file is, by where it lies in its folder of definitions: `document-types/contract.json` is a document type. Both kinds
 * of slashes are understood. Undefined for what is no definition: a README, the .docx of a print form, a JSON file elsewhere.
 */
export function kindOfFile(path: string): DefinitionKind | undefined {
  const parts = path.split(/[/\\]/)
  const name = parts.at(-1) ?? ''
  if (name === 'people.json') return 'people'
  if (name === 'template.json') return 'template'
  const folder = parts.at(-2)
  return name.endsWith('.json') && folder !== undefined && Object.hasOwn(kindOfFolder, folder) ? kindOfFolder[folder] : undefined
}

/** The folder in which definitions of a kind lie; undefined for the two kinds of which there is one file. */
export function folderOfKind(kind: DefinitionKind): string | undefined {
  return Object.keys(kindOfFolder).find((folder) => kindOfFolder[folder] === kind)
}
