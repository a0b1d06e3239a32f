import { Button, Tooltip } from '@mantine/core'
import type { AvailableAction } from '../../../api/answers.ts'
import { useTexts } from '../../language/texts.tsx'
import classes from './actions.module.css'

interface ActionButtonsProps {
  readonly actions: readonly AvailableAction[]
  readonly busy: boolean
  /** While there are changes to save, saving is what comes first. */
  readonly quiet?: boolean
  readonly onPress: (action: AvailableAction) => void
}

/** The buttons of the stage: the first is the main one; one that is not possible now says why. */
export function ActionButtons({ actions, busy, quiet, onPress }: ActionButtonsProps) {
  const { t, of } = useTexts()
  return actions.map((action, index) => {
    const label = `${of(action.label)}${action.comment === 'required' ? '…' : ''}`
    const red = action.color === 'red'
    const why = action.enabled ? null : action.whyNot ? of(action.whyNot) : t('action.notNow')
    const button = (
      <Button
        key={`${action.node}/${action.action}`}
        variant={index === 0 && !quiet ? 'filled' : 'default'}
        {...(red && index === 0 && !quiet ? { color: 'var(--red-solid)' } : {})}
        className={red && (index > 0 || quiet) ? classes.red : undefined}
        // Still in the order of keys, so that everybody can learn why it is not possible.
        aria-disabled={why !== null || undefined}
        data-disabled={why !== null || undefined}
        loading={busy && index === 0}
        disabled={busy && index > 0}
        onClick={() => why === null && onPress(action)}
      >
        {label}
      </Button>
    )
    return why === null ? (
      button
    ) : (
      <Tooltip key={`${action.node}/${action.action}`} label={why} events={{ hover: true, focus: true, touch: true }}>
        {button}
      </Tooltip>
    )
  })
}
