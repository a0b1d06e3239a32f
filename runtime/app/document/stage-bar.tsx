import { UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { AvailableAction, DocumentAnswer, TypeAnswer } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './stage-bar.module.css'

interface StageBarProps {
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly onMove: (action: AvailableAction) => void
}

/** The stages of a lead or a deal as a bar; one that this reader may move it to is a button. */
export function StageBar({ document, type, onMove }: StageBarProps) {
  const { t, of } = useTexts()
  const bar = type.schema?.bar
  if (!bar || !document.process || !type.schema) return null
  const labels = new Map(type.schema.nodes.map((node) => [node.id, node.label ?? node.id]))
  const at = new Set(Object.values(document.process.state.tokens).map(({ node }) => node))
  const here = bar.stages.findIndex((stage) => at.has(stage))
  return (
    <nav className={classes.bar} aria-label={t('document.stages')}>
      <ol className={classes.stages}>
        {bar.stages.map((stage, index) => {
          const move = document.actions.find(({ place, action }) => place === 'bar' && action === stage)
          const label = of(labels.get(stage) ?? stage)
          const state = index === here ? 'now' : index < here ? 'done' : 'next'
          const words = (
            <>
              {state === 'done' && <IconCheck size={14} aria-hidden />}
              <span className="cut">{label}</span>
              {state === 'now' && <span className="sr-only">, {t('document.stage.here')}</span>}
            </>
          )
          return (
            <li key={stage} aria-current={state === 'now' ? 'step' : undefined}>
              {move?.enabled ? (
                <UnstyledButton
                  className={classes.stage}
                  data-state={state}
                  aria-label={t('document.stage.move', { stage: label })}
                  onClick={() => onMove(move)}
                >
                  {words}
                </UnstyledButton>
              ) : (
                <span className={classes.stage} data-state={state}>
                  {words}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
