/** The `limit` that was asked for, within bounds; nonsense counts as nothing asked. */
export function limitOf(asked: string | undefined, usual: number, most = 200): number {
  const number = Number(asked ?? usual)
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : usual
}
