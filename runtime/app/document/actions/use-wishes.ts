import { useEffect, useState } from 'react'
import type { AvailableAction, DocumentAnswer, TypeAnswer } from '../../../api/answers.ts'
import { useTexts } from '../../language/texts.tsx'
import { type CardInHand, labelOfPath } from '../form/use-card.ts'
import { edit, type Saving, useSave } from '../form/use-save.ts'
import type { DocumentCommand } from './command-dialog.tsx'
import { sentTo } from './sent-note.ts'

export interface Wishes {
  readonly save: Saving
  /** What was done, in words. */
  readonly note: string | null
  readonly say: (words: string | null) => void
  /** What a button still needs, in words; null where nothing stands in its way. */
  readonly lacking: string | null
  /** The action, or the command, whose dialog is open. */
  readonly action: AvailableAction | null
  readonly command: DocumentCommand | null
  readonly askCommand: (command: DocumentCommand | null) => void
  readonly dropAction: () => void
  readonly saveNow: () => Promise<void>
  readonly press: (action: AvailableAction) => void
  readonly take: (action: AvailableAction, comment: string) => Promise<void>
  /** Another command came back with the document as it then is. */
  readonly changed: (after: DocumentAnswer, words?: string) => void
}

interface UseWishes {
  readonly document: DocumentAnswer
  readonly type: TypeAnswer
  readonly card: CardInHand
  /** Brings the first of these paths into sight. */
  readonly show: (paths: readonly string[]) => void
}

/** What the reader wants of a document: to save it, to press a button, to give a command; and what came of it. */
export function useWishes({ document, type, card, show }: UseWishes): Wishes {
  const texts = useTexts()
  const { t, of } = texts
  const [note, say] = useState<string | null>(null)
  const [lacking, setLacking] = useState<string | null>(null)
  const [action, ask] = useState<AvailableAction | null>(null)
  const [command, askCommand] = useState<DocumentCommand | null>(null)
  const save = useSave({
    card,
    answer: type,
    id: document.id,
    onProblems: (paths) => {
      ask(null)
      show(paths)
    },
  })
  useEffect(() => {
    if (save.asked) ask(null)
  }, [save.asked])
  const dirty = card.changes.length > 0
  useEffect(() => {
    if (dirty) say(null)
  }, [dirty])

  function begin() {
    say(null)
    setLacking(null)
    save.forget()
  }
  async function saveNow() {
    begin()
    if (await save.send(edit)) say(t('form.saved'))
  }
  function press(chosen: AvailableAction) {
    begin()
    // What this person cannot fill, or does not see, is the server's to ask for.
    const blank = card.evaluated.lacking(chosen.needs).filter((path) => card.mayEdit(path.split('/', 1)[0] ?? ''))
    // To drop a document altogether it need not be complete.
    if (blank.length > 0 && chosen.place !== 'anywhere') {
      const labels = blank.map((path) => labelOfPath(type.type, card.state.working, path, texts))
      card.refuse(new Map(blank.map((path, index) => [path, t('problem.required', { label: labels[index] ?? '' })])))
      setLacking(t('form.fillBefore', { action: of(chosen.label), fields: [...new Set(labels)].join(', ') }))
      return show(blank)
    }
    if (chosen.comment === 'required' || chosen.place === 'anywhere') return ask(chosen)
    void take(chosen, '')
  }
  async function take(chosen: AvailableAction, comment: string) {
    await save.send({
      path: 'actions',
      body: { node: chosen.node, action: chosen.action, ...(comment ? { comment } : {}) },
      onDone: (after) => {
        ask(null)
        say(sentTo(after, document, texts) ?? t('sent.done', { action: of(chosen.label) }))
      },
    })
  }
  function changed(after: DocumentAnswer, words?: string) {
    card.dispatch({ kind: 'saved', card: after.card, revision: after.revision, sent: card.state.working })
    save.keep(after)
    say(sentTo(after, document, texts) ?? words ?? null)
  }
  return {
    save,
    note,
    say,
    lacking: lacking !== null && card.problems.size > 0 ? lacking : null,
    action,
    command,
    askCommand,
    dropAction: () => {
      ask(null)
      save.forget()
    },
    saveNow,
    press,
    take,
    changed,
  }
}
