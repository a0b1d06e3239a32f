import { Button } from '@mantine/core'
import { IconDeviceFloppy, IconFileOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import type { TypeAnswer } from '../../api/answers.ts'
import type { Card } from '../../engine/card/card.ts'
import { useType } from '../data/document.ts'
import { refusalOf } from '../data/refusal.ts'
import { useSession } from '../data/session.ts'
import { fetchControls } from '../fields/lazy-controls.tsx'
import { FieldSurroundingsProvider } from '../fields/surroundings.tsx'
import { useTexts } from '../language/texts.tsx'
import { usePage } from '../shell/page.tsx'
import { DecisionBar, DecisionButtons } from '../ui/decision-bar.tsx'
import { Empty, ListFaces } from '../ui/list-faces.tsx'
import { useWidth } from '../ui/use-width.ts'
import header from './document-header.module.css'
import { CardForm, HandField } from './form/card-form.tsx'
import { FormNotes } from './form/form-notes.tsx'
import { OverrideDialog } from './form/override-dialog.tsx'
import { useCard } from './form/use-card.ts'
import { useFormPage } from './form/use-form-page.ts'
import { edit, useSave } from './form/use-save.ts'
import { linksGiven } from './links-given.ts'
import classes from './open-document.module.css'
import { useListCrumb } from './use-list-crumb.ts'

fetchControls()

/** `/documents/{type}/new`: the form of a document that does not exist yet; `?contract=contract/<id>` fills a link. */
export function NewDocumentScreen() {
  const { type: typeId = '' } = useParams<{ type: string }>()
  const search = useSearch()
  const me = useSession().data?.person
  const type = useType(typeId)
  const { t } = useTexts()
  if (!type.data || !me) {
    return (
      <ListFaces
        face={type.error ? 'failed' : 'loading'}
        refusal={type.error ? refusalOf(type.error) : undefined}
        onRetry={() => type.refetch()}
        rowHeight={44}
      />
    )
  }
  if (!type.data.mayCreate)
    return (
      <Empty icon={IconFileOff} title={t('document.noCreate')}>
        <Button component={Link} href={`/documents/${typeId}`} variant="default">
          {t('document.gone.way')}
        </Button>
      </Empty>
    )
  return <NewDocument key={`${typeId}?${search}`} type={type.data} me={me.id} given={search} />
}

function NewDocument({ type, me, given: search }: { type: TypeAnswer; me: string; given: string }) {
  const { t, of } = useTexts()
  const phone = useWidth() === 'phone'
  const [, go] = useLocation()
  const given = useMemo<Card>(() => linksGiven(type.type, new URLSearchParams(search)), [type, search])
  const title = t('document.new', { type: of(type.type.label) })
  usePage(title, [useListCrumb(type.type)])
  const card = useCard({ answer: type, document: null, given })
  const save = useSave({ card, answer: type, id: null, onProblems: (paths) => page.goTo(paths) })
  const page = useFormPage({ card, me, id: 'new', onSave: () => void create() })

  const create = async () => {
    if (save.busy) return
    const made = await save.send(edit)
    if (made) go(`/documents/${made.type}/${made.id}`, { replace: true })
  }
  const buttons = (
    <>
      <Button leftSection={<IconDeviceFloppy size={16} />} loading={save.busy} onClick={() => void create()} aria-keyshortcuts="Control+S">
        {t('form.save.new')}
      </Button>
      <Button component={Link} href={`/documents/${type.type.id}`} variant="default" onClick={() => card.dispatch({ kind: 'discarded' })}>
        {t('do.cancel')}
      </Button>
    </>
  )
  return (
    <FieldSurroundingsProvider value={card.surroundings}>
      <div className={classes.page}>
        <div className={classes.scroll}>
          <header className={header.header}>
            <div className={header.what}>
              <h1 className={header.title}>{title}</h1>
            </div>
            {!phone && <div className={header.buttons}>{buttons}</div>}
          </header>
          <div className={classes.alone} ref={page.root}>
            <CardForm
              tabs={page.tabs}
              tab={page.tab}
              onTab={page.setTab}
              above={
                <FormNotes card={card} document={null} refusal={save.refusal} restored={page.restored} lacking={null} onShow={page.goTo} />
              }
              drawField={(field) => <HandField field={field} card={card} />}
              drawList={() => null}
            />
          </div>
        </div>
        {phone && (
          <DecisionBar label={t('document.actions')}>
            <DecisionButtons>{buttons}</DecisionButtons>
          </DecisionBar>
        )}
      </div>
      {save.asked?.kind === 'overrides' && (
        <OverrideDialog
          checks={save.asked.checks}
          busy={save.busy}
          onClose={save.forget}
          onSend={(reasons) =>
            void save.again(reasons).then((made) => {
              if (made) go(`/documents/${made.type}/${made.id}`, { replace: true })
            })
          }
        />
      )}
    </FieldSurroundingsProvider>
  )
}
