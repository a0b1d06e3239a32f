import type { Queryable } from './database.ts'

/**
 * The last number given in a series of a type (0 before the first), locked until the transaction ends. Take it last,
 * after every document: whoever waits for it waits for the whole transaction.
 */
export async function lockNumber(tx: Queryable, type: string, series: string): Promise<number> {
  await tx.query('insert into number_series (type, series, last) values ($1, $2, 0) on conflict do nothing', [type, series])
  const [row] = await tx.query<{ last: number }>('select last from number_series where type = $1 and series = $2 for update', [
    type,
    series,
  ])
  return row!.last
}
