import { randomFillSync } from 'node:crypto'

const size = 4_096
let pool = Buffer.allocUnsafeSlow(size)
let used = size

/** Random bytes of the system's own generator, at most 64, fetched many at a time: each fetch is a call into the system. No byte is given twice. */
export function randomBytes(count: number): Buffer {
  if (count > 64) throw new Error(`at most 64 random bytes at a time, not ${count}`)
  if (used + count > size) {
    // A new one, for those that were given out may still be held.
    pool = randomFillSync(Buffer.allocUnsafeSlow(size))
    used = 0
  }
  used += count
  return pool.subarray(used - count, used)
}
