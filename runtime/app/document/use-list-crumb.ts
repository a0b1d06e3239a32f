import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { useSession } from '../data/session.ts'
import { useTexts } from '../language/texts.tsx'
import type { Crumb } from '../shell/page.tsx'

/** The way back to the list of a type, called as the navigation calls it. */
export function useListCrumb(type: DocumentType): Crumb {
  const { of } = useTexts()
  const entry = useSession().data?.menu.find((one) => one.type === type.id)
  return { label: of(entry?.plural ?? type.plural ?? type.label), href: `/documents/${type.id}` }
}
