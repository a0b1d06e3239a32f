import { Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { ConfirmDialog } from '../../runtime/app/ui/confirm-dialog.tsx'
import { useWords } from '../language/words.tsx'
import { pasteItems } from '../model/commands/directory/paste-items.ts'
import { readPasted } from '../model/pasted-table.ts'
import { useEditing } from '../types/parts/editing.tsx'
import classes from './directory-screen.module.css'

const shown = 50

/** A column, or several, from a spreadsheet: what comes of it shows before anything is written. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { t, of } = useWords()
  const { body: directory, run } = useEditing('directory')
  const [text, setText] = useState('')
  const columns = directory.columns ?? []
  const rows = useMemo(() => readPasted(text, directory.columns ?? []), [text, directory.columns])
  const known = new Set(
    directory.items
      .flatMap((item) => (typeof item.label === 'string' ? [item.label] : Object.values(item.label as Record<string, string>)))
      .map((label) => label.toLowerCase()),
  )
  const fresh = rows.filter(({ label }) => !known.has(label.toLowerCase())).length
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('directory.paste.title')}
      confirm={rows.length > 0 ? t('directory.paste.do', { count: rows.length }) : t('directory.paste.nothing')}
      disabled={rows.length === 0}
      onConfirm={() => {
        if (run(pasteItems({ text }))) onClose()
      }}
    >
      <Textarea
        data-autofocus
        label={t('directory.paste.label')}
        description={
          columns.length > 0
            ? t('directory.paste.columns', { columns: columns.map(({ label }) => of(label)).join(', ') })
            : t('directory.paste.text')
        }
        autosize
        minRows={4}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {rows.length > 0 && (
        <div className={classes.preview}>
          <p>{t('directory.paste.fresh', { count: fresh, known: rows.length - fresh })}</p>
          <table className={classes.found}>
            <thead>
              <tr>
                <th scope="col" className={classes.foundHead}>
                  {t('directory.label')}
                </th>
                {columns.map((column) => (
                  <th key={column.id} scope="col" className={classes.foundHead}>
                    {of(column.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => (
                <tr key={row.label}>
                  <td className={known.has(row.label.toLowerCase()) ? undefined : classes.new}>{row.label}</td>
                  {columns.map((column) => (
                    <td key={column.id}>{row.values[column.id] === undefined ? '' : String(row.values[column.id])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > shown && <p>{t('directory.paste.more', { count: rows.length - shown })}</p>}
        </div>
      )}
    </ConfirmDialog>
  )
}
