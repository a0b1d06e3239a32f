import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Empty } from '../../runtime/app/ui/list-faces.tsx'
import { DocumentStatus } from '../../runtime/app/ui/status.tsx'
import { useWords } from '../language/words.tsx'
import { addStatus } from '../model/commands/type/add-status.ts'
import { moveStatus } from '../model/commands/type/move-status.ts'
import { removeStatus } from '../model/commands/type/remove-status.ts'
import { setStatus } from '../model/commands/type/set-status.ts'
import { ownWords } from '../model/text-in-languages.ts'
import { useCounts as countUses } from '../model/used-by.ts'
import { ColorChoice } from './parts/color-choice.tsx'
import { useEditing } from './parts/editing.tsx'
import { PagePart } from './parts/page-part.tsx'
import { RowList } from './parts/row-list.tsx'
import { TextInLanguages } from './parts/text-in-languages.tsx'
import classes from './views.module.css'

/** What a document can be, in the words of the office. Steps set them; lists, rights and reminders speak of them. */
export function StatusesView() {
  const { t, of } = useWords()
  const { body: type, workspace, run } = useEditing('document-type')
  const statuses = type.statuses ?? []
  const counts = useMemo(() => countUses(workspace), [workspace])
  const add = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={() => run(addStatus({ label: ownWords({ en: 'New status', ro: 'Stare nouă' }, workspace.languages) }))}
    >
      {t('statuses.add')}
    </Button>
  )
  if (statuses.length === 0)
    return (
      <Empty title={t('statuses.empty')} text={t('statuses.text')}>
        {add}
      </Empty>
    )
  return (
    <PagePart title={t('type.statuses')} text={t('statuses.text')} add={add}>
      <RowList
        label={t('type.statuses')}
        at="/statuses"
        rows={statuses}
        keyOf={({ id }) => id}
        nameOf={({ label }) => of(label)}
        onMove={(from, to) => run(moveStatus({ status: statuses[from]!.id, to }))}
        draw={(status, index) => (
          <div className={classes.status} data-retired={status.retired}>
            <TextInLanguages
              bare
              label={t('statuses.label')}
              value={status.label}
              onChange={(label) => label && run(setStatus({ status: status.id, set: { label } }))}
            />
            <DocumentStatus status={status} first={index === 0} />
            <ColorChoice value={status.color} onChange={(color) => run(setStatus({ status: status.id, set: { color } }))} />
            <Checkbox
              label={t('statuses.closed')}
              checked={status.closed ?? false}
              onChange={(event) => run(setStatus({ status: status.id, set: { closed: event.currentTarget.checked || undefined } }))}
            />
            <span className={classes.used}>{t('statuses.used', { count: counts.get(`status:${type.id}/${status.id}`) ?? 0 })}</span>
            {status.retired ? (
              <Button size="compact-xs" variant="subtle" onClick={() => run(setStatus({ status: status.id, set: { retired: undefined } }))}>
                {t('panel.restore')}
              </Button>
            ) : (
              <ActionIcon
                size={28}
                aria-label={t('statuses.remove', { name: of(status.label) })}
                onClick={() => run(removeStatus({ status: status.id }))}
              >
                <IconTrash size={15} />
              </ActionIcon>
            )}
          </div>
        )}
      />
    </PagePart>
  )
}
