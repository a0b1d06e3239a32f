/** The `limit` that was asked for, within bounds; nonsense counts as nothing asked. */
export function limitOf(asked: string | undefined, usual: number, most = 200): number {
  const number = Number(asked ?? usual)
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : usual
}

const cursors = {
  /** Of lists that go by a moment and an id. */
  'moment~uuid': /^[\d:.TZ-]{20,30}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'moment~number': /^[\d:.TZ-]{20,30}~\d{1,18}$/,
} as const

/** Where the page before ended; what no list has answered counts as nothing asked, and never reaches the database. */
export function afterOf(asked: string | undefined, shape: keyof typeof cursors): string | null {
  return asked !== undefined && cursors[shape].test(asked) && !Number.isNaN(Date.parse(asked.split('~')[0]!)) ? asked : null
}
