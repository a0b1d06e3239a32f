import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useSession } from '../../runtime/app/data/session.ts'
import { Empty } from '../../runtime/app/ui/list-faces.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import type { AccessRule, Right } from '../../schemas/generated/document-type.ts'
import { OptionalCondition } from '../conditions/optional-condition.tsx'
import { useWords } from '../language/words.tsx'
import { addAccessRule } from '../model/commands/type/add-access-rule.ts'
import { removeAccessRule } from '../model/commands/type/remove-access-rule.ts'
import { setAccessRule } from '../model/commands/type/set-access-rule.ts'
import { indexIn } from '../model/place-address.ts'
import { conditionWords } from '../model/words/condition-words.ts'
import { useShown, useShownPlace } from '../shell/shown-place.ts'
import classes from './access-view.module.css'
import { useEditing } from './parts/editing.tsx'
import { PagePart } from './parts/page-part.tsx'
import { WhoField } from './parts/who-field.tsx'

const rights: readonly Right[] = ['read', 'create', 'edit', 'delete', 'export', 'convert', 'administer']

/** Who may do what: one row for each rule, one column for each right. Rules add up; nothing takes away. */
export function AccessView() {
  const { t } = useWords()
  const { body: type, run } = useEditing('document-type')
  const me = useSession().data?.person
  const rules = type.access ?? []
  const add = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} />}
      onClick={() => run(addAccessRule({ rule: { who: [{ the: 'author' }], can: ['read'] } }))}
    >
      {t('access.add')}
    </Button>
  )
  return (
    <PagePart title={t('type.access')} text={t('access.text')} add={rules.length > 0 ? add : undefined}>
      {me && !me.administrator && <Note>{t('access.administer')}</Note>}
      {rules.length === 0 ? (
        <Empty title={t('access.empty')} text={t('access.empty.text')}>
          {add}
        </Empty>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.matrix}>
            <thead>
              <tr>
                <th scope="col">{t('access.who')}</th>
                {rights.map((right) => (
                  <th key={right} scope="col" title={t(`right.${right}.text`)}>
                    {t(`right.${right}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="sr-only">{t('access.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rules have no other name than their place
                <RuleRow key={index} rule={rule} index={index} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PagePart>
  )
}

function RuleRow({ rule, index }: { rule: AccessRule; index: number }) {
  const { t, language } = useWords()
  const place = useShownPlace()
  const shown = useShown<HTMLTableRowElement>(indexIn('/access', place) === index)
  const { body: type, workspace, run } = useEditing('document-type')
  const [opened, open] = useState(false)
  const toggle = (right: Right) => {
    const can = rule.can.includes(right)
      ? rule.can.filter((one) => one !== right)
      : rights.filter((one) => one === right || rule.can.includes(one))
    run(setAccessRule({ index, set: { can } }))
  }
  return (
    <tr ref={shown}>
      <th scope="row">
        <WhoField
          label={t('access.rule', { number: index + 1 })}
          value={rule.who}
          place={{ type }}
          none={t('access.nobody')}
          onChange={(who) => run(setAccessRule({ index, set: { who } }))}
        />
        <Button variant="subtle" color="gray" size="compact-xs" aria-expanded={opened} onClick={() => open(!opened)}>
          {rule.when === undefined ? t('access.all') : t('access.when', { when: conditionWords({ language, workspace, type }, rule.when) })}
        </Button>
        {opened && (
          <div className={classes.when}>
            <OptionalCondition
              label={t('access.for')}
              always={t('access.all')}
              value={rule.when}
              place={{ type }}
              onChange={(when) => run(setAccessRule({ index, set: { when } }))}
            />
          </div>
        )}
      </th>
      {rights.map((right) => (
        <td key={right}>
          <Checkbox
            aria-label={t('access.may', { number: index + 1, right: t(`right.${right}`) })}
            checked={rule.can.includes(right)}
            onChange={() => toggle(right)}
          />
        </td>
      ))}
      <td>
        <ActionIcon size={28} aria-label={t('access.remove', { number: index + 1 })} onClick={() => run(removeAccessRule({ index }))}>
          <IconTrash size={15} />
        </ActionIcon>
      </td>
    </tr>
  )
}
