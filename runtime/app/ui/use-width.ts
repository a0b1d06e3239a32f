import { useMediaQuery } from '@mantine/hooks'

/** The three widths of the look: a phone (< 768), a folded desk (< 1100), a desk. */
export type Width = 'phone' | 'folded' | 'desk'

export function useWidth(): Width {
  const phone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false })
  const folded = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false })
  return phone ? 'phone' : folded ? 'folded' : 'desk'
}
