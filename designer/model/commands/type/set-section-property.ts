import type { LayoutSection } from '../../../../schemas/generated/document-type.ts'
import { defineCommand } from '../../define-command.ts'
import { patched } from '../../lists.ts'
import { editSection, type SectionOf } from './edit-section.ts'

export interface SetSectionProperty extends SectionOf {
  readonly set: { readonly title?: LayoutSection['title'] | undefined; readonly when?: string | undefined }
}

/** Sets the heading of a section, or when it shows. */
export const setSectionProperty = defineCommand(
  'set-section-property',
  'document-type',
  (type, { set, ...of }: SetSectionProperty, { workspace }) =>
    editSection(type, of, workspace.languages, (section) => patched(section, set, ['columns'])),
)
