/** The part of a lezer node that we read. */
export interface TreeNode {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly firstChild: TreeNode | null
  readonly nextSibling: TreeNode | null
}

/** Without comments, which the grammar hangs in anywhere. */
export function childrenOf(node: TreeNode): TreeNode[] {
  const children: TreeNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') children.push(child)
  }
  return children
}

/** `string   length` and `string length` are one name. */
export function nameText(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
