import { Note } from '../../runtime/app/ui/note.tsx'
import { definitionSentence } from '../../runtime/engine/check-text.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import { useWords } from '../language/words.tsx'
import { useDraft } from '../workspace/workspace-provider.tsx'
import classes from './field-findings.module.css'

/** What is wrong with a field, first of all that can be said of it. */
export function FieldFindings({ type, path }: { type: DocumentType; path: string }) {
  const { language } = useWords()
  const { findings } = useDraft('document-type', type.id)
  const [id, column] = path.split('.')
  const index = type.fields.findIndex((field) => field.id === id)
  const field = type.fields[index]
  const nth = column !== undefined && field?.type === 'table' ? field.fields.findIndex((one) => one.id === column) : -1
  const at = column === undefined ? `/fields/${index}` : `/fields/${index}/fields/${nth}`
  const own = findings.filter(({ path: where = '' }) => where === at || where.startsWith(`${at}/`))
  if (own.length === 0) return null
  return (
    <div className={classes.findings}>
      {own.map((finding) => (
        <Note key={`${finding.path} ${finding.code}`} tone={finding.level === 'problem' ? 'red' : 'amber'}>
          {definitionSentence(finding, language)}
        </Note>
      ))}
    </div>
  )
}
