import { Button } from '@mantine/core'
import { IconDownload, IconPackage } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { TemplateRow } from '../../runtime/api/answers.ts'
import { refusalOf } from '../../runtime/app/data/refusal.ts'
import { usePage } from '../../runtime/app/shell/page.tsx'
import { Empty, faceOf, ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { useWords } from '../language/words.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { InstalledState, useCounts } from './installed-state.tsx'
import { SchemaPicture } from './schema-picture.tsx'
import { TemplatePreview } from './template-preview.tsx'
import classes from './templates.module.css'
import { useTemplates } from './templates-api.ts'

/** The gallery of ready-made sets: a picture of each, what is in it, whether the office has it; and taking one's own along. */
export function TemplatesScreen() {
  const { id } = useParams<{ id?: string }>()
  const { t } = useWords()
  const { release } = useWorkspace()
  const query = useTemplates(release)
  const [exporting, exportSome] = useState(false)
  usePage(t('templates.title'), [{ label: t('designer.title'), href: '/designer' }])
  if (id !== undefined) return <TemplatePreview key={id} id={id} />
  const items = query.data ?? []
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div>
          <h1>{t('templates.title')}</h1>
          <p>{t('templates.text')}</p>
        </div>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => exportSome(true)}>
          {t('templates.export')}
        </Button>
      </header>
      <ListFaces
        face={faceOf(query, items.length === 0)}
        refusal={query.error ? refusalOf(query.error) : undefined}
        onRetry={() => query.refetch()}
        rows={2}
        rowHeight={260}
        empty={<Empty icon={IconPackage} title={t('templates.none')} text={t('templates.none.text')} />}
      >
        <ul className={classes.gallery}>
          {items.map((row) => (
            <Card key={row.id} row={row} />
          ))}
        </ul>
      </ListFaces>
      {exporting && <ExportDialog onClose={() => exportSome(false)} />}
    </div>
  )
}

function Card({ row }: { row: TemplateRow }) {
  const { t, of } = useWords()
  return (
    <li>
      <Link href={`/designer/templates/${row.id}`} className={classes.card ?? ''}>
        <SchemaPicture schema={row.schema} />
        <span className={classes.name}>
          <b>{of(row.label)}</b>
          <InstalledState row={row} />
        </span>
        <span className={classes.text}>{of(row.text)}</span>
        <span className={classes.counts}>{useCounts(row)}</span>
        <span className={classes.counts}>{t('templates.version', { version: row.version })}</span>
      </Link>
    </li>
  )
}
