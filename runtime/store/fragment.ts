/** A piece of SQL with its own parameters, `$1…` counted from its own first: what filters, rights and sorts are compiled to. */
export interface Fragment {
  readonly text: string
  readonly params: readonly unknown[]
}

export const fragment = (text: string, ...params: unknown[]): Fragment => ({ text, params })

/** Joins pieces to one statement's text, moving each one's parameters behind those before. */
export function joined(pieces: readonly (string | Fragment)[]): Fragment {
  const params: unknown[] = []
  const text = pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      const before = params.length
      params.push(...piece.params)
      return piece.text.replace(/\$(\d+)/g, (_, place: string) => `$${before + Number(place)}`)
    })
    .join('')
  return { text, params }
}

/** All of these hold; `true` where there are none. */
export function allOf(pieces: readonly (Fragment | null | undefined)[]): Fragment {
  const given = pieces.filter((piece) => piece != null)
  if (given.length === 0) return fragment('true')
  return joined(given.flatMap((piece, index) => [index > 0 ? ' and (' : '(', piece, ')']))
}
