/** A remark being written outlives a look at another row: kept in this tab, by assignment, until it is sent. */
const keyOf = (assignment: string) => `dosar-comment-${assignment}`

export const keptComment = (assignment: string): string => sessionStorage.getItem(keyOf(assignment)) ?? ''

export function keepComment(assignment: string, comment: string): void {
  if (comment === '') sessionStorage.removeItem(keyOf(assignment))
  else sessionStorage.setItem(keyOf(assignment), comment)
}
