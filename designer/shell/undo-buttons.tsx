import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useWords } from '../language/words.tsx'
import { stepText } from '../model/texts/steps.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'

interface UndoButtonsProps {
  /** What else undoing does where it stands, such as saying what was undone; left out: only the workspace's own. */
  readonly undo?: () => void
  readonly redo?: () => void
}

/** Takes the last step back and does it again, whichever view it was done in; each says which step. */
export function UndoButtons({ undo, redo }: UndoButtonsProps) {
  const { t, language } = useWords()
  const workspace = useWorkspace()
  const { canUndo, canRedo, undoes, redoes } = workspace
  const { languages } = workspace.workspace
  const words = {
    undo: undoes ? t('do.undoOf', { step: stepText(undoes, language, languages) }) : t('do.undo'),
    redo: redoes ? t('do.redoOf', { step: stepText(redoes, language, languages) }) : t('do.redo'),
  }
  return (
    <>
      <Tooltip label={words.undo}>
        <ActionIcon size={28} aria-label={words.undo} disabled={!canUndo} onClick={undo ?? workspace.undo}>
          <IconArrowBackUp size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={words.redo}>
        <ActionIcon size={28} aria-label={words.redo} disabled={!canRedo} onClick={redo ?? workspace.redo}>
          <IconArrowForwardUp size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}

/**
 * Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y on every screen of the designer. Where somebody types, they take back letters; a dialog and
 * what has keys of its own, such as the drawing and the text, come first.
 */
export function useUndoKeys(): void {
  const { undo, redo } = useWorkspace()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.isContentEditable || target?.matches('input:not([type="radio"], [type="checkbox"], [readonly]), textarea, select')) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [undo, redo])
}
