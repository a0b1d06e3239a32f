import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconClockExclamation, IconPencil } from '@tabler/icons-react'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { useFormats } from '../../runtime/app/language/use-formats.ts'
import { PersonName } from '../../runtime/app/ui/person.tsx'
import { Status } from '../../runtime/app/ui/status.tsx'
import type { Program } from '../../runtime/engine/approval/program.ts'
import type { MyAssignment } from '../../runtime/engine/document/available.ts'
import { useWords } from '../language/words.tsx'
import type { Act } from './act-dialog.tsx'
import type { Player } from './look-at-run.ts'
import classes from './try.module.css'
import { useOfficePeople } from './try-office.ts'

/** Commands that a rehearsal can say with one word and, at most, one person. */
const passing = ['delegate', 'forward', 'reassign', 'ask-opinion', 'add-approver'] as const
const plain = ['claim', 'begin', 'give-back', 'skip', 'drop-seat'] as const
const wholeCommands = ['start-process', 'withdraw', 'suspend', 'resume'] as const

interface PlayerRowProps {
  readonly player: Player
  readonly program: Program
  /** The steps where the document has been, for going back. */
  readonly visited: readonly { readonly node: string; readonly label: string }[]
  readonly onAct: (act: Act) => void
}

/** One person, and the buttons that this person would have now, as the engine says. */
export function PlayerRow({ player, program, visited, onAct }: PlayerRowProps) {
  const { t, of } = useWords()
  const texts = useTexts()
  const { instant } = useFormats()
  const people = useOfficePeople()
  const { person, available, editable } = player
  const more = moreActs(player, texts, visited)
  const needed = (fields: readonly string[]) => fields.filter((field) => !field.includes('.') && editable.includes(field))
  return (
    <li className={classes.player} data-asked={player.asked || undefined}>
      <PersonName person={people[person]} what />
      {available.mine.map((mine) => (
        <div key={mine.assignment} className={classes.mine}>
          <p>
            <b>{of(mine.label)}</b>
            {mine.text && <> · {texts.of(mine.text)}</>}
            {mine.state === 'pool' && <> · {texts.t('people.pool')}</>}
            {mine.due && (
              <span className={classes.due}>
                {mine.late ? (
                  <Status tone="red" icon={IconClockExclamation} bare>
                    {texts.t('sheet.wasDue', { when: instant(mine.due) })}
                  </Status>
                ) : (
                  texts.t('sheet.due', { when: instant(mine.due) })
                )}
              </span>
            )}
          </p>
          <div className={classes.buttons}>
            {mine.outcomes.map((outcome) => (
              <Button
                key={outcome.id}
                size="xs"
                variant={outcome.counts === 'for' ? 'light' : 'default'}
                onClick={() => onAct(decisionOf(person, mine, outcome, of(outcome.label), needed(outcome.needs)))}
              >
                {of(outcome.label)}
              </Button>
            ))}
          </div>
        </div>
      ))}
      <div className={classes.buttons}>
        {available.actions.map((action) => (
          <Button
            key={`${action.node} ${action.action}`}
            size="xs"
            variant="default"
            disabled={!action.enabled}
            title={action.whyNot ? texts.of(action.whyNot) : undefined}
            onClick={() =>
              onAct({
                person,
                word: action.action,
                at: action.node,
                label: of(action.label),
                comment: action.comment,
                fields: needed(action.needs),
              })
            }
          >
            {of(action.label)}
          </Button>
        ))}
        {editable.length > 0 && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconPencil size={14} />}
            onClick={() =>
              onAct({
                person,
                word: 'edit-card',
                label: t('try.edit'),
                comment: 'none',
                fields: editable.filter((field) => {
                  const found = program.fields.get(field)
                  return found !== undefined && !found.retired && found.formula === undefined && found.rollup === undefined
                }),
              })
            }
          >
            {t('try.edit')}
          </Button>
        )}
        {more.length > 0 && (
          <Menu position="bottom-start">
            <Menu.Target>
              <Button size="xs" variant="subtle" color="gray" rightSection={<IconChevronDown size={14} />}>
                {texts.t('hand.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {more.map((act) => (
                <Menu.Item key={`${act.word} ${act.at ?? ''}`} onClick={() => onAct(act)}>
                  {act.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </li>
  )
}

function decisionOf(
  person: string,
  mine: MyAssignment,
  outcome: MyAssignment['outcomes'][number],
  label: string,
  fields: readonly string[],
): Act {
  return { person, word: outcome.id, at: mine.node, label, comment: outcome.comment, reasons: mine.reasons, fields }
}

function moreActs({ person, available }: Player, { t }: ReturnType<typeof useTexts>, visited: PlayerRowProps['visited']): readonly Act[] {
  const label = (command: string): string =>
    command === 'claim'
      ? t('decision.claim')
      : command === 'skip' || command === 'drop-seat' || command === 'add-approver'
        ? t(`seat.${command}`)
        : t(`hand.${command as 'delegate'}`)
  const onMine = available.mine.flatMap(({ node, commands }) => [
    ...plain
      .filter((command) => commands.includes(command))
      .map((word): Act => ({ person, word, at: node, label: label(word), comment: 'none' })),
    ...passing
      .filter((command) => commands.includes(command))
      .map(
        (word): Act => ({ person, word, at: node, label: label(word), comment: word === 'reassign' ? 'required' : 'allowed', to: true }),
      ),
  ])
  const whole = wholeCommands
    .filter((command) => available.commands.includes(command))
    .map((word): Act => ({ person, word, label: t(`command.${word}`), comment: 'allowed' }))
  const back: readonly Act[] =
    available.commands.includes('return') && visited.length > 0
      ? [{ person, word: 'return', label: t('command.return'), comment: 'allowed', steps: visited }]
      : []
  return [...onMine, ...whole, ...back]
}
