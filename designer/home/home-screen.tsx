import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import {
  IconAlertCircle,
  IconArrowBackUp,
  IconBellRinging,
  IconBulb,
  IconCircleCheck,
  IconDots,
  IconFileText,
  IconListDetails,
  IconPencil,
  IconPlayerPlay,
  IconPlus,
  IconPrinter,
  IconSitemap,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { withoutDiacritics } from '../../runtime/app/language/without-diacritics.ts'
import { usePage } from '../../runtime/app/shell/page.tsx'
import { Status, type Tone } from '../../runtime/app/ui/status.tsx'
import { useWords } from '../language/words.tsx'
import { type EditedKind, editedKinds, keyOf } from '../model/workspace.ts'
import { PublishButton } from '../shell/designer-bar.tsx'
import { SavedState } from '../shell/saved-state.tsx'
import { UndoButtons } from '../shell/undo-buttons.tsx'
import { useFailing } from '../simulation/use-failing.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { type HomeRow, homeRows, type Standing } from './home-rows.ts'
import classes from './home-screen.module.css'
import { NewDefinitionDialog } from './new-definition-dialog.tsx'

const icons: Readonly<Record<EditedKind, TablerIcon>> = {
  'document-type': IconFileText,
  'approval-schema': IconSitemap,
  'reminder-rule': IconBellRinging,
  directory: IconListDetails,
  'print-form': IconPrinter,
}
const looks: Readonly<Record<Standing, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  new: { tone: 'ink', icon: IconPlus },
  changed: { tone: 'ink', icon: IconPencil },
  removed: { tone: 'red', icon: IconTrash },
  broken: { tone: 'red', icon: IconAlertCircle },
  used: { tone: 'grey', icon: IconCircleCheck },
}

/** Everything that makes this office work as it does, by kind: what is new or changed, and what was found in it. */
export function HomeScreen() {
  const { t, of } = useWords()
  const { workspace, findings } = useWorkspace()
  const [typed, type] = useState('')
  const [making, make] = useState<EditedKind | null>(null)
  usePage(t('designer.title'))
  const wanted = withoutDiacritics(typed.trim().toLowerCase())
  const failing = useFailing()
  const rows = homeRows(workspace, findings, of).filter(({ label }) => withoutDiacritics(of(label).toLowerCase()).includes(wanted))
  const kinds = editedKinds.filter((kind) => kind !== 'print-form' || rows.some((row) => row.kind === kind))
  return (
    <div className={classes.screen}>
      <div className={classes.head}>
        <div>
          <h1>{t('designer.title')}</h1>
          <p>{t('home.text')}</p>
        </div>
        <div className={classes.actions}>
          <UndoButtons />
          <SavedState />
          <PublishButton />
        </div>
      </div>
      <div className={classes.find}>
        <TextInput
          aria-label={t('home.find')}
          placeholder={t('home.find')}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
      </div>
      {wanted !== '' && rows.length === 0 && <p className={classes.group}>{t('home.nothingFound', { text: typed.trim() })}</p>}
      {kinds.map((kind) => {
        const own = rows.filter((row) => row.kind === kind)
        if (wanted !== '' && own.length === 0) return null
        return (
          <section key={kind} id={kind} className={classes.group} aria-labelledby={`home-${kind}`}>
            <header>
              <h2 id={`home-${kind}`}>{t(`kind.${kind}`)}</h2>
              <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => make(kind)}>
                {t(`home.new.${kind}`)}
              </Button>
            </header>
            {own.length === 0 ? (
              <p className={classes.empty}>{t(`home.empty.${kind}`)}</p>
            ) : (
              <ul>
                {own.map((row) => (
                  <Row key={row.id} row={row} differing={failing(row).length} />
                ))}
              </ul>
            )}
          </section>
        )
      })}
      {making && <NewDefinitionDialog kind={making} onClose={() => make(null)} />}
    </div>
  )
}

function Row({ row, differing }: { row: HomeRow; differing: number }) {
  const { t, of } = useWords()
  const Icon = icons[row.kind]
  const look = looks[row.standing]
  return (
    <li className={classes.row}>
      <Link href={`/designer/${row.kind}/${row.id}`} className={classes.link ?? ''}>
        <Icon size={18} stroke={1.75} aria-hidden />
        <span className="cut">
          <span className={classes.label}>{of(row.label)}</span>
          <span className={`${classes.what} cut`}>{useWhat(row)}</span>
        </span>
      </Link>
      {row.problems > 0 && (
        <Status tone="red" icon={IconAlertCircle}>
          {t('findings.problems', { count: row.problems })}
        </Status>
      )}
      {row.hints > 0 && (
        <Status tone="amber" icon={IconBulb}>
          {t('findings.hints', { count: row.hints })}
        </Status>
      )}
      {differing > 0 && (
        <Status tone="amber" icon={IconPlayerPlay}>
          {t('rehearsals.count', { count: differing })}
        </Status>
      )}
      <Status tone={look.tone} icon={look.icon} bare={row.standing === 'used'}>
        {t(`home.state.${row.standing}`)}
      </Status>
      <RowMenu row={row} />
    </li>
  )
}

/** One line of what it is: what travels it, what it is about, how much it holds. */
function useWhat({ kind, size, types }: HomeRow): string {
  const { t, of, locale } = useWords()
  const named = new Intl.ListFormat(locale, { type: 'conjunction' }).format(types.map(of))
  switch (kind) {
    case 'document-type':
      return t('home.fields', { count: size })
    case 'approval-schema':
      return `${t('home.steps', { count: size })} · ${types.length > 0 ? t('home.usedBy', { types: named }) : t('home.noTraveller')}`
    case 'directory':
      return t('home.items', { count: size })
    default:
      return types.length > 0 ? t('home.about', { type: named }) : ''
  }
}

function RowMenu({ row }: { row: HomeRow }) {
  const { t, of } = useWords()
  const { workspace, executeOnWorkspace } = useWorkspace()
  const target = { kind: row.kind, id: row.id }
  const drafted = workspace.drafts.has(keyOf(target)) || row.standing === 'broken'
  const removable = !workspace.released.has(keyOf(target)) || !['document-type', 'directory'].includes(row.kind)
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('home.actions', { name: of(row.label) })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowBackUp size={16} />}
          disabled={!drafted}
          onClick={() => executeOnWorkspace({ type: 'discard-draft', target })}
        >
          {t('home.discard')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} />}
          disabled={!removable || row.standing === 'removed'}
          onClick={() => executeOnWorkspace({ type: 'remove-definition', target })}
        >
          {t('home.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
