import { defineCommand } from '../../define-command.ts'
import { editSection, type SectionOf } from './edit-section.ts'

/** Gives a section so many columns, from 1 to 4; what stood in those that go comes below the last that stays. */
export const setColumnCount = defineCommand(
  'set-column-count',
  'document-type',
  (type, { count, ...of }: SectionOf & { readonly count: number }, { workspace }) => {
    const wanted = Math.max(1, Math.min(4, Math.round(count)))
    return editSection(type, of, workspace.languages, (section) => {
      const { columns } = section
      if (wanted >= columns.length)
        return { ...section, columns: [...columns, ...Array.from({ length: wanted - columns.length }, () => [])] }
      const [stay, go] = [columns.slice(0, wanted), columns.slice(wanted)]
      return { ...section, columns: stay.map((cells, index) => (index === wanted - 1 ? [...cells, ...go.flat()] : cells)) }
    })
  },
)
