import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconSitemap, IconTrash } from '@tabler/icons-react'
import { Link } from 'wouter'
import { Empty } from '../../runtime/app/ui/list-faces.tsx'
import type { TypeApproval } from '../../schemas/generated/document-type.ts'
import { OptionalCondition } from '../conditions/optional-condition.tsx'
import { useWords } from '../language/words.tsx'
import { setApproval } from '../model/commands/type/set-approval.ts'
import { moved } from '../model/lists.ts'
import { definitionsOf } from '../model/workspace.ts'
import { useEditing } from './parts/editing.tsx'
import { PagePart } from './parts/page-part.tsx'
import { RowList } from './parts/row-list.tsx'
import classes from './views.module.css'

/** Which approval schema a document travels: the first whose condition holds. */
export function ApprovalView() {
  const { t, of } = useWords()
  const { body: type, workspace, run } = useEditing('document-type')
  const schemas = definitionsOf(workspace, 'approval-schema')
  const approval = type.approval ?? []
  const put = (next: readonly TypeApproval[]) => run(setApproval({ approval: next }))
  const set = (index: number, one: TypeApproval) => put(approval.map((each, at) => (at === index ? one : each)))
  const nameOf = (id: string) => of(schemas.find((schema) => schema.id === id)?.label) || id
  const unused = schemas.find(({ id }) => !approval.some(({ schema }) => schema === id)) ?? schemas[0]
  const add = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} />}
      disabled={!unused}
      onClick={() => unused && put([...approval, { schema: unused.id, start: 'on-create' }])}
    >
      {t(approval.length === 0 ? 'approval.choose' : 'approval.add')}
    </Button>
  )
  if (approval.length === 0)
    return (
      <Empty title={t('approval.empty')} text={t(schemas.length > 0 ? 'approval.text' : 'approval.noSchema')}>
        {add}
      </Empty>
    )
  return (
    <PagePart title={t('type.approval')} text={t('approval.text')} add={add}>
      <RowList
        label={t('type.approval')}
        at="/approval"
        rows={approval}
        keyOf={({ schema }, index) => `${schema} ${index}`}
        nameOf={({ schema }) => nameOf(schema)}
        onMove={(from, to) => put(moved(approval, from, to))}
        draw={(one, index) => (
          <div className={classes.rule}>
            <div className={`${classes.line} ${classes.stacked}`}>
              <NativeSelect
                aria-label={t('approval.schema')}
                value={one.schema}
                data={[
                  ...(schemas.some(({ id }) => id === one.schema) ? [] : [{ value: one.schema, label: one.schema }]),
                  ...schemas.map(({ id, label }) => ({ value: id, label: of(label) })),
                ]}
                onChange={(event) => set(index, { ...one, schema: event.currentTarget.value })}
              />
              <NativeSelect
                aria-label={t('approval.start')}
                value={one.start}
                data={[
                  { value: 'on-create', label: t('approval.on-create') },
                  { value: 'by-hand', label: t('approval.by-hand') },
                ]}
                onChange={(event) => set(index, { ...one, start: event.currentTarget.value as TypeApproval['start'] })}
              />
              <Button
                component={Link}
                href={`/designer/approval-schema/${one.schema}`}
                variant="light"
                leftSection={<IconSitemap size={16} />}
                aria-label={t('approval.openOf', { name: nameOf(one.schema) })}
              >
                {t('approval.open')}
              </Button>
              <ActionIcon
                size={28}
                aria-label={t('approval.remove', { name: nameOf(one.schema) })}
                onClick={() => put(approval.filter((_, at) => at !== index))}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </div>
            <div className={classes.when}>
              <OptionalCondition
                label={t('approval.when')}
                always={t('approval.always')}
                value={one.when}
                place={{ type }}
                onChange={(when) => {
                  const { when: _, ...rest } = one
                  set(index, when === undefined ? rest : { ...rest, when })
                }}
              />
            </div>
          </div>
        )}
      />
    </PagePart>
  )
}
