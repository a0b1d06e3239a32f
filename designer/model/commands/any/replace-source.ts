import { defineCommand, edited, refused } from '../../define-command.ts'
import { type Definition, editedKinds } from '../../workspace.ts'

/**
 * Puts the whole text of a definition in the place of what it was: one step for an edit of the text, however much of it. Takes a
 * definition that `readSource` read, and refuses one that calls itself otherwise: another id is another definition.
 */
export const replaceSource = defineCommand('replace-source', editedKinds, (body, { definition }: { readonly definition: Definition }) =>
  definition.id === body.id
    ? edited(definition, { name: definition.label })
    : refused('kind-differs', { found: definition.id, expected: body.id }),
)
