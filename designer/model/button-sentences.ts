import type { Action } from '../../schemas/generated/approval-schema.ts'
import { audienceWords } from './words/audience-words.ts'
import { conditionWords } from './words/condition-words.ts'
import { called, fieldsListed, quoted, type Speech, say } from './words/speech.ts'

/** Who may press each button of a stage or a block, when, and what it asks for. */
export function buttonSentences(speech: Speech, actions: readonly Action[] | undefined): string[] {
  return (actions ?? [])
    .filter(({ retired }) => !retired)
    .map((action) => {
      const label = quoted(speech, called(speech, action.label))
      const asks = whatItAsks(speech, action)
      if (!action.who?.length)
        return say(
          speech,
          `Nobody presses ${label}: a deadline chooses it${asks}.`,
          `Pe ${label} nu apasă nimeni: îl alege un termen${asks}.`,
        )
      const who = audienceWords(speech, action.who)
      return say(speech, `${label} may be pressed by ${who}${asks}.`, `${label} poate fi apăsat de: ${who}${asks}.`)
    })
}

/** The decisions of an approval or a task that ask for something, or count otherwise than for it or against it. */
export function decisionSentences(speech: Speech, actions: readonly Action[] | undefined): string[] {
  return (actions ?? [])
    .filter(({ retired }) => !retired)
    .flatMap((action) => {
      const counts =
        action.counts === 'neither'
          ? say(speech, ', counting neither for it nor against it', ', fără să conteze pentru sau împotrivă')
          : action.counts === 'at-once'
            ? say(speech, ', without waiting for the others', ', fără a-i mai aștepta pe ceilalți')
            : ''
      const asks = `${counts}${whatItAsks(speech, action)}`
      if (asks === '') return []
      const label = quoted(speech, called(speech, action.label))
      return [say(speech, `They may choose ${label}${asks}.`, `Se poate alege ${label}${asks}.`)]
    })
}

/** ", if Amount is above 0, once “Contract” is filled, with a comment" */
function whatItAsks(speech: Speech, { when, needs, comment }: Action): string {
  const condition = when === undefined ? '' : say(speech, `, if ${conditionWords(speech, when)}`, `, dacă ${conditionWords(speech, when)}`)
  const filled = needs?.length
    ? say(
        speech,
        `, once ${needs.length > 1 ? 'these are' : 'this is'} filled: ${fieldsListed(speech, needs)}`,
        `, după ce s-a completat ${fieldsListed(speech, needs)}`,
      )
    : ''
  const words =
    comment === 'required'
      ? say(speech, ', with a comment', ', cu un comentariu')
      : comment === 'none'
        ? say(speech, ', without a comment', ', fără comentariu')
        : ''
  return `${condition}${filled}${words}`
}
