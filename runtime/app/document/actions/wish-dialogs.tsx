import type { DocumentAnswer, TypeAnswer } from '../../../api/answers.ts'
import { useTexts } from '../../language/texts.tsx'
import { ConflictDialog } from '../form/conflict-dialog.tsx'
import { OverrideDialog } from '../form/override-dialog.tsx'
import type { CardInHand } from '../form/use-card.ts'
import { ActionDialog } from './action-dialog.tsx'
import { CommandDialog } from './command-dialog.tsx'
import type { Wishes } from './use-wishes.ts'

interface WishDialogsProps {
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly card: CardInHand
  readonly wishes: Wishes
}

/** What is asked before something is done: a few words, which of two values stays, why a rule may be broken. */
export function WishDialogs({ document, type, card, wishes }: WishDialogsProps) {
  const { t } = useTexts()
  const { save, action, command } = wishes
  return (
    <>
      {action && (
        <ActionDialog
          action={action}
          busy={save.busy}
          refusal={save.refusal}
          onClose={wishes.dropAction}
          onSend={(comment) => void wishes.take(action, comment)}
        />
      )}
      {command && (
        <CommandDialog
          document={document}
          type={type}
          command={command}
          onClose={() => wishes.askCommand(null)}
          onDone={(after) => {
            wishes.askCommand(null)
            wishes.changed(after, t('sent.done', { action: t(`command.${command.id}`).replace(/…$/, '') }))
          }}
        />
      )}
      {save.asked?.kind === 'conflicts' && <ConflictDialog card={card} onClose={save.forget} onSettled={() => void save.again()} />}
      {save.asked?.kind === 'overrides' && (
        <OverrideDialog checks={save.asked.checks} busy={save.busy} onClose={save.forget} onSend={(reasons) => void save.again(reasons)} />
      )}
    </>
  )
}
