import { Button, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { kindIcons } from '../canvas/palette-items.ts'
import { useSchema } from '../canvas/schema-editing.tsx'
import { ofSteps } from '../canvas/selection.ts'
import { useWords } from '../language/words.tsx'
import { commandOfEdit, type TableEdit, type TableRow, tableOf } from '../model/table.ts'
import { AudienceEntryView } from '../panels/entries/audience-entry.tsx'
import { DurationEntry } from '../panels/entries/duration-entry.tsx'
import { stepChoices } from '../panels/step-choices.ts'
import { CommitInput } from '../types/parts/commit-input.tsx'
import classes from './table-view.module.css'

/** The schema as a table, a row for each step in the order of the way; what is changed in a cell is changed on the canvas too. */
export function TableView() {
  const { t, of } = useWords()
  const { schema, speech } = useSchema()
  const rows = tableOf(schema, speech)
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={of(schema.label)}>
        <thead>
          <tr>
            <th scope="col">{t('table.step')}</th>
            <th scope="col">{t('table.who')}</th>
            <th scope="col">{t('table.rule')}</th>
            <th scope="col">{t('table.deadline')}</th>
            <th scope="col">{t('table.next')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.node} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row }: { row: TableRow }) {
  const { language } = useWords()
  const { schema, types, execute, selection, select, findings } = useSchema()
  const Icon = kindIcons[row.kind]
  const edit = (change: TableEdit) => {
    const command = commandOfEdit(schema, change)
    if (command) execute(command)
  }
  const mark = findings.find(({ jump }) => jump?.node === row.node)
  return (
    <tr data-selected={selection.steps.includes(row.node) || undefined} onFocus={() => select(ofSteps(row.node))}>
      <th scope="row" style={{ paddingLeft: 12 + row.depth * 20 }}>
        <div className={classes.step}>
          <span title={row.kindName}>
            <Icon size={16} stroke={1.75} aria-hidden />
            <span className="sr-only">{row.kindName}</span>
          </span>
          {row.kind === 'join' ? (
            <span>{row.step}</span>
          ) : (
            <CommitInput
              size="xs"
              aria-label={row.kindName}
              value={row.step}
              onCommit={(words) => edit({ cell: 'step', node: row.node, language, words })}
            />
          )}
        </div>
        {mark && (
          <p className={classes.mark} data-level={mark.level}>
            {mark.sentence}
          </p>
        )}
      </th>
      <td>
        <div className={classes.lines}>
          {row.who.map((line) =>
            row.editable.who ? (
              <AudienceEntryView
                key={line.line}
                quiet
                label={row.step}
                value={line.audience}
                types={types}
                schema={schema}
                onChange={(audience) => edit({ cell: 'who', node: row.node, line: line.line, audience })}
              />
            ) : (
              <span key={line.line}>{line.words}</span>
            ),
          )}
        </div>
      </td>
      <td>{row.editable.rule ? <RuleCell row={row} onEdit={edit} /> : row.rule}</td>
      <td>
        <DeadlineCell row={row} onEdit={edit} />
      </td>
      <td>
        <NextCell row={row} onEdit={edit} />
      </td>
    </tr>
  )
}

interface CellProps {
  readonly row: TableRow
  readonly onEdit: (edit: TableEdit) => void
}

function RuleCell({ row, onEdit }: CellProps) {
  const { t } = useWords()
  const { schema } = useSchema()
  const node = schema.nodes.find(({ id }) => id === row.node)
  const rule = node && 'rule' in node && node.rule ? node.rule : 'all'
  const value = typeof rule === 'object' ? `${rule.atLeast}` : rule
  const offered = ['all', 'any', ...(row.kind === 'join' ? [] : ['majority']), '2', '3', ...(value === 'lead' ? ['lead'] : [])]
  return (
    <NativeSelect
      size="xs"
      aria-label={`${t('table.rule')}: ${row.step}`}
      value={value}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        const count = Number(chosen)
        onEdit({ cell: 'rule', node: row.node, rule: Number.isInteger(count) && count > 0 ? { atLeast: count } : (chosen as 'all') })
      }}
      data={[...new Set([...offered, value])].map((one) => ({
        value: one,
        label: /^\d+$/.test(one) ? `${t('rule.atLeast')} ${one}` : t(`rule.${one as 'all'}`),
      }))}
    />
  )
}

function DeadlineCell({ row, onEdit }: CellProps) {
  const { t } = useWords()
  const { deadline } = row
  if (!row.editable.deadline) return null
  if (!deadline)
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => onEdit({ cell: 'deadline', node: row.node, within: 'P2D', counting: 'working-time' })}
      >
        {t('deadline.add')}
      </Button>
    )
  if (deadline.value.within === undefined) return <span>{deadline.words}</span>
  return (
    <DurationEntry
      label={`${t('table.deadline')}: ${row.step}`}
      value={deadline.value.within}
      counting={deadline.value.in}
      counts
      onChange={(within, counting) => onEdit({ cell: 'deadline', node: row.node, within, counting })}
    />
  )
}

function NextCell({ row, onEdit }: CellProps) {
  const { t } = useWords()
  const { schema, speech } = useSchema()
  const choices = stepChoices(schema, speech, { from: row.node })
  return (
    <div className={classes.lines}>
      {row.next.map((route) => (
        <div key={route.route} className={classes.route}>
          <span>{route.label || t('panel.onward.then')}</span>
          <NativeSelect
            size="xs"
            aria-label={`${row.step}, ${route.label || t('panel.onward.then')}`}
            value={route.to}
            onChange={(event) => onEdit({ cell: 'next', route: route.route, to: event.currentTarget.value })}
            data={choices}
          />
        </div>
      ))}
    </div>
  )
}
