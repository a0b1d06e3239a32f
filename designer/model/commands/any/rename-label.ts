import type { LocalText } from '../../../../runtime/engine/site.ts'
import { step } from '../../../../schemas/pointer.ts'
import { at, setAt } from '../../at-pointer.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { withLanguage } from '../../text-in-languages.ts'
import { editedKinds } from '../../workspace.ts'

export interface RenameLabel {
  /** The thing whose text it is: a pointer to it, empty for the definition itself. */
  readonly thing: string
  /** Which of its texts. */
  readonly key?: 'label' | 'plural' | 'tab' | 'title' | 'help' | 'text' | 'else' | 'whenNot'
  readonly language: string
  readonly words: string
}

const required = new Set(['label', 'tab', 'else'])

/** Changes what people call a thing, or read of it, in one language. Its id stays, so whatever refers to it stays right. */
export const renameLabel = defineCommand(
  'rename-label',
  editedKinds,
  (body, { thing, key = 'label', language, words }: RenameLabel, { workspace }) => {
    const found = at(body, thing)
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return refused('no-such-thing')
    const before = (found as Record<string, LocalText | undefined>)[key]
    const text = withLanguage(before, language, words, workspace.languages)
    const isStep = /^\/nodes\/\d+$/.test(thing)
    if (text === undefined && required.has(key) && !isStep) return refused('name-empty', { name: before })
    return edited(setAt(body, step(thing, key), text), { name: text ?? before })
  },
)
