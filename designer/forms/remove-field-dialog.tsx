import { useMemo } from 'react'
import { ConfirmDialog } from '../../runtime/app/ui/confirm-dialog.tsx'
import { useWords } from '../language/words.tsx'
import { fieldOf } from '../model/commands/type/field-path.ts'
import { removeField } from '../model/commands/type/remove-field.ts'
import { breaksWithout } from '../model/used-by.ts'
import { releasedAt } from '../model/workspace.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { UsedByList } from '../types/parts/used-by-list.tsx'
import classes from './remove-field-dialog.module.css'

/** Takes a field away, after saying what looks at it. One that documents have is taken out of use, and their values stay. */
export function RemoveFieldDialog({ field: path, onClose }: { field: string; onClose: (gone: boolean) => void }) {
  const { t, of, language } = useWords()
  const { body: type, workspace, run, id } = useEditing('document-type')
  const field = fieldOf(type, path)
  const released = releasedAt(workspace, 'document-type', id)
  const published = released !== undefined && fieldOf(released, path) !== undefined
  const thing = path.includes('.') ? `column:${id}/${path.replace('.', '/')}` : `field:${id}/${path}`
  const breaks = useMemo(() => breaksWithout(workspace, thing, { language, workspace, type }), [workspace, thing, language, type])
  const name = of(field?.label)
  return (
    <ConfirmDialog
      opened
      onClose={() => onClose(false)}
      title={t(published ? 'remove.retire' : 'remove.field', { name })}
      confirm={t(published ? 'remove.retire.do' : 'remove.do')}
      danger={!published}
      onConfirm={() => {
        run(removeField({ field: path }))
        onClose(true)
      }}
    >
      <div className={classes.text}>
        <p>{t(published ? 'remove.retire.text' : 'remove.text')}</p>
        {breaks && (
          <>
            <p>{t('remove.used')}</p>
            <UsedByList uses={breaks.uses} />
          </>
        )}
      </div>
    </ConfirmDialog>
  )
}
