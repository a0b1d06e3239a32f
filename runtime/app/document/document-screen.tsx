import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { Link, useParams } from 'wouter'
import { useDocument } from '../data/document.ts'
import { refusalOf } from '../data/refusal.ts'
import { useSession } from '../data/session.ts'
import { fetchControls } from '../fields/lazy-controls.tsx'
import { useTexts } from '../language/texts.tsx'
import { usePage } from '../shell/page.tsx'
import { Empty, ListFaces } from '../ui/list-faces.tsx'
import { OpenDocument } from './open-document.tsx'
import { useProgram } from './use-program.ts'

fetchControls()

/** `/documents/{type}/{id}`: one document, to read, to fill and to decide. */
export function DocumentScreen() {
  const { type = '', id = '' } = useParams<{ type: string; id: string }>()
  const me = useSession().data?.person
  const document = useDocument(type, id)
  const program = useProgram(document.data?.program)
  if (document.data && program.data && me)
    return <OpenDocument key={`${type}/${id}`} document={document.data} type={program.data} me={me.id} />
  const failed = document.error ?? program.error
  if (failed && refusalOf(failed).status === 404) return <NoSuchDocument type={type} />
  return (
    <Waiting
      failed={failed}
      onRetry={() => {
        document.refetch()
        program.refetch()
      }}
    />
  )
}

function Waiting({ failed, onRetry }: { failed: unknown; onRetry: () => void }) {
  usePage('')
  return (
    <ListFaces face={failed ? 'failed' : 'loading'} refusal={failed ? refusalOf(failed) : undefined} onRetry={onRetry} rowHeight={44} />
  )
}

function NoSuchDocument({ type }: { type: string }) {
  const { t } = useTexts()
  usePage(t('document.gone'))
  return (
    <Empty icon={IconFileOff} title={t('document.gone')} text={t('document.gone.text')}>
      <Button component={Link} href={`/documents/${type}`}>
        {t('document.gone.way')}
      </Button>
    </Empty>
  )
}
