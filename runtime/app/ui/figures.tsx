import { useFormats } from '../language/use-formats.ts'

/** A sum with its currency, in the reader's way; figures of one width. */
export function Money({ value, currency, decimals }: { value: number; currency?: string | undefined; decimals?: number }) {
  const { money } = useFormats()
  return <span className="figures">{money(value, currency, decimals)}</span>
}

export function Figure({ value, decimals }: { value: number; decimals?: number }) {
  const { number } = useFormats()
  return <span className="figures">{number(value, decimals)}</span>
}

/** A count that the server capped: "1,000+". */
export function Count({ count }: { count: { total: number; capped: boolean } }) {
  const { number } = useFormats()
  return (
    <span className="figures">
      {number(count.total)}
      {count.capped && '+'}
    </span>
  )
}
