import { Button, Radio } from '@mantine/core'
import { IconArrowLeft, IconCheck, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { TemplateAnswer } from '../../runtime/api/answers.ts'
import { keys } from '../../runtime/app/data/queries.ts'
import { type Refusal, refusalOf } from '../../runtime/app/data/refusal.ts'
import { ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import { RefusalNote } from '../../runtime/app/ui/refusal-note.tsx'
import { Status } from '../../runtime/app/ui/status.tsx'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { Finding } from '../../schemas/finding.ts'
import { useWords } from '../language/words.tsx'
import { type Definition, type EditedKind, editedKinds, keyOf, releasedAt } from '../model/workspace.ts'
import { SideBySide } from '../releases/side-by-side.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { InstalledState, useCounts } from './installed-state.tsx'
import { SchemaPicture } from './schema-picture.tsx'
import classes from './templates.module.css'
import { installTemplate, useTemplate } from './templates-api.ts'

type Found = TemplateAnswer['definitions'][number]

/** A ready-made set before it is put in use: what it adds, what is the same, and for each that the office has otherwise, which one stays. */
export function TemplatePreview({ id }: { id: string }) {
  const { release } = useWorkspace()
  const query = useTemplate(id, release)
  if (!query.data)
    return (
      <ListFaces
        face={query.isError ? 'failed' : 'loading'}
        refusal={query.isError ? refusalOf(query.error) : undefined}
        onRetry={() => query.refetch()}
      />
    )
  return <Preview set={query.data} />
}

function Preview({ set }: { set: TemplateAnswer }) {
  const { t, of } = useWords()
  const { workspace, reload } = useWorkspace()
  const client = useQueryClient()
  const counts = useCounts(set)
  // What the office made its own stays, unless somebody says otherwise.
  const [taken, take] = useState<ReadonlySet<string>>(new Set())
  const [refusal, refuse] = useState<Refusal | null>(null)
  const [done, finish] = useState<number | null | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const fresh = set.definitions.filter(({ standing }) => standing === 'new')
  const otherwise = set.definitions.filter(({ standing }) => standing === 'otherwise')
  const same = set.definitions.length - fresh.length - otherwise.length
  const changes = fresh.length + taken.size
  const drafted = otherwise.filter((each) => workspace.drafts.has(keyOf(each)))
  const structure = [...set.structure.roles, ...set.structure.groups, ...set.structure.departments]
  const install = async () => {
    setBusy(true)
    refuse(null)
    const keep = otherwise.filter((each) => !taken.has(keyOf(each))).map(({ kind, id }) => ({ kind, id }))
    const reply = await installTemplate(set.id, keep)
    if (reply.ok) {
      await reload()
      await client.invalidateQueries({ queryKey: keys.session })
      finish(reply.value.release)
    } else refuse(reply.refusal)
    setBusy(false)
  }
  return (
    <div className={classes.screen}>
      <Link href="/designer/templates" className={classes.backLink ?? ''}>
        <IconArrowLeft size={14} aria-hidden /> {t('templates.title')}
      </Link>
      <header className={classes.head}>
        <div>
          <h1>{of(set.label)}</h1>
          <p>{of(set.text)}</p>
          <p className={classes.counts}>
            {counts} · {t('templates.version', { version: set.version })} <InstalledState row={set} />
          </p>
        </div>
        {changes > 0 && done === undefined && (
          <Button loading={busy} onClick={install}>
            {t('templates.install', { count: changes })}
          </Button>
        )}
      </header>
      <SchemaPicture schema={set.schema} />
      {done !== undefined && (
        <Note tone="green" alert way={<Link href="/designer">{t('missing.way')}</Link>}>
          {done === null ? t('templates.already') : t('publish.done', { version: done })}
        </Note>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
      {refusal?.problem.code === 'definition-invalid' && <Why findings={refusal.problem.findings} />}
      {changes === 0 && done === undefined && <Note tone="green">{t(otherwise.length > 0 ? 'templates.kept' : 'templates.already')}</Note>}
      {fresh.length > 0 && (
        <section className={classes.part}>
          <h2>{t('templates.adds', { count: fresh.length })}</h2>
          <ul>
            {fresh.map((each) => (
              <Row key={keyOf(each)} found={each} />
            ))}
          </ul>
        </section>
      )}
      {otherwise.length > 0 && (
        <section className={classes.part}>
          <h2>{t('templates.otherwise', { count: otherwise.length })}</h2>
          <p className={classes.text}>{t('templates.otherwise.text')}</p>
          {drafted.length > 0 && <Note tone="amber">{t('templates.drafted')}</Note>}
          <ul>
            {otherwise.map((each) => (
              <Conflict
                key={keyOf(each)}
                found={each}
                present={releasedAt<EditedKind>(workspace, each.kind, each.id)}
                taken={taken.has(keyOf(each))}
                onTake={(takes) => {
                  const next = new Set(taken)
                  if (takes) next.add(keyOf(each))
                  else next.delete(keyOf(each))
                  take(next)
                }}
              />
            ))}
          </ul>
        </section>
      )}
      {structure.length > 0 && (
        <section className={classes.part}>
          <h2>{t('templates.structure')}</h2>
          <p className={classes.text}>{t('templates.structure.text')}</p>
          <p>{structure.map(({ label }) => of(label)).join(', ')}</p>
        </section>
      )}
      {same > 0 && <p className={classes.text}>{t('templates.same', { count: same })}</p>}
    </div>
  )
}

function Row({ found }: { found: Found }) {
  const { t, of } = useWords()
  return (
    <li>
      <span className={classes.mark}>
        <IconPlus size={14} aria-hidden />
      </span>
      <span>
        <b>{of((found.body as { label?: LocalText }).label) || found.id}</b>{' '}
        <span className={classes.kind}>{t(`kind.one.${found.kind}`)}</span>
      </span>
    </li>
  )
}

interface ConflictProps {
  readonly found: Found
  readonly present: Definition | undefined
  readonly taken: boolean
  readonly onTake: (takes: boolean) => void
}

function Conflict({ found, present, taken, onTake }: ConflictProps) {
  const { t, of } = useWords()
  const [beside, show] = useState(false)
  const name = of(present?.label) || found.id
  return (
    <li className={classes.conflict}>
      <div>
        <span>
          <b>{name}</b> <span className={classes.kind}>{t(`kind.one.${found.kind}`)}</span>
        </span>
        <Radio.Group
          aria-label={t('templates.which', { name })}
          value={taken ? 'theirs' : 'ours'}
          onChange={(value) => onTake(value === 'theirs')}
        >
          <div className={classes.choice}>
            <Radio value="ours" label={t('templates.keepOurs')} />
            <Radio value="theirs" label={t('templates.takeTheirs')} />
          </div>
        </Radio.Group>
        <Button size="compact-sm" variant="subtle" aria-expanded={beside} onClick={() => show(!beside)}>
          {t('publish.sideBySide')}
        </Button>
      </div>
      {beside && <SideBySide before={present} after={found.body as Definition} />}
    </li>
  )
}

/** Why the set does not pass here, finding by finding, as the server says it. */
function Why({ findings }: { findings: readonly (Finding & { readonly text?: string })[] }) {
  const { t } = useWords()
  return (
    <ul className={classes.why}>
      {findings.slice(0, 20).map((finding) => (
        <li key={`${finding.definition?.kind} ${finding.definition?.id} ${finding.code} ${finding.path}`}>
          <Status tone={finding.level === 'problem' ? 'red' : 'amber'} icon={finding.level === 'problem' ? IconPencil : IconCheck} bare>
            {t(`kind.one.${kindOf(finding)}`)}
          </Status>{' '}
          {finding.text}
        </li>
      ))}
    </ul>
  )
}

const kindOf = ({ definition }: Finding): EditedKind => editedKinds.find((kind) => kind === definition?.kind) ?? 'document-type'
