/** What the panel beside the form shows. */
export type Selected =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'cell'; readonly key: string }
  | { readonly kind: 'section'; readonly tab: string; readonly section: string }
  | { readonly kind: 'tab'; readonly tab: string }

export function isSelected(selected: Selected | null, thing: Selected): boolean {
  return selected !== null && JSON.stringify(selected) === JSON.stringify(thing)
}
