import type { LocalText } from '../../../../runtime/engine/site.ts'
import { step } from '../../../../schemas/pointer.ts'
import { at, setAt } from '../../at-pointer.ts'
import { defineCommand, edited, refused } from '../../define-command.ts'
import { isTextPlace } from '../../places.ts'
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

/** Texts that cannot be left out; a step may go without a name. */
const required = (pointer: string): boolean =>
  /\/(label|tab|else)$/.test(pointer) ? !/^\/nodes\/\d+\/label$/.test(pointer) : /^\/text$|\/(does|onEnter)\/\d+\/text$/.test(pointer)

/** Changes what people call a thing, or read of it, in one language. Its id stays, so whatever refers to it stays right. */
export const renameLabel = defineCommand(
  'rename-label',
  editedKinds,
  (body, { thing, key = 'label', language, words }: RenameLabel, { kind, workspace }) => {
    const pointer = step(thing, key)
    if (!isTextPlace(kind, body, pointer)) return refused('no-such-thing')
    const before = at(body, pointer) as LocalText | undefined
    const text = withLanguage(before, language, words, workspace.languages)
    if (text === undefined && required(pointer)) return refused('name-empty', { name: before })
    return edited(setAt(body, pointer, text), { name: text ?? before })
  },
)
