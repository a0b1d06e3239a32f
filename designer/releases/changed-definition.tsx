import { Checkbox, UnstyledButton } from '@mantine/core'
import { IconColumns2, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useWords } from '../language/words.tsx'
import { differencesBetween } from '../model/differences.ts'
import type { Definition, Target, Workspace } from '../model/workspace.ts'
import classes from './publish.module.css'
import { SideBySide } from './side-by-side.tsx'

const icons = { added: IconPlus, changed: IconPencil, removed: IconMinus }

interface ChangedDefinitionProps {
  readonly target: Target
  readonly before: Definition | undefined
  readonly after: Definition | undefined
  /** Whose words the sentences take: as it will be. */
  readonly to: Workspace
  /** Whether it goes along; left out where there is nothing to choose. */
  readonly chosen?: boolean
  readonly onChoose?: (chosen: boolean) => void
}

/** What changes in one definition: in sentences, and on demand side by side. */
export function ChangedDefinition({ target, before, after, to, chosen, onChoose }: ChangedDefinitionProps) {
  const { t, of, language } = useWords()
  const [beside, showBeside] = useState(false)
  const name = of((after ?? before)?.label) || target.id
  const lines = useMemo(
    () => differencesBetween(target.kind, before, after, { language, workspace: to }),
    [target.kind, before, after, language, to],
  )
  return (
    <section className={classes.changed} data-left={chosen === false || undefined} aria-label={name}>
      <header>
        {onChoose ? (
          <Checkbox
            checked={chosen ?? true}
            onChange={(event) => onChoose(event.currentTarget.checked)}
            label={
              <>
                <b>{name}</b> <span className={classes.kind}>{t(`kind.one.${target.kind}`)}</span>
              </>
            }
          />
        ) : (
          <h4>
            {name} <span className={classes.kind}>{t(`kind.one.${target.kind}`)}</span>
          </h4>
        )}
        <UnstyledButton className={classes.beside} aria-expanded={beside} onClick={() => showBeside(!beside)}>
          <IconColumns2 size={14} aria-hidden /> {t('publish.sideBySide')}
        </UnstyledButton>
      </header>
      <ul className={classes.lines}>
        {lines.map(({ at, change, sentence }) => {
          const Icon = icons[change]
          return (
            <li key={`${change} ${at} ${sentence}`}>
              <span className={classes.mark} data-change={change}>
                <Icon size={14} aria-hidden />
                <span className="sr-only">{t(`publish.change.${change}`)}</span>
              </span>
              <span>{sentence}</span>
            </li>
          )
        })}
      </ul>
      {beside && <SideBySide before={before} after={after} />}
    </section>
  )
}
