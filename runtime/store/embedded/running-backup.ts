/**
 * A backup of an embedded database that a program has open, which nobody else may touch: the program writes it, asked through the
 * socket that guards the folder. Whoever asks must say the word that stands in the folder's lock file, which only those can read
 * who could read the database itself.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { hostname } from 'node:os'
import { createInterface } from 'node:readline'
import { backup, type Counted } from '../backup.ts'
import type { Database } from '../database.ts'
import { type Holder, lockFile, socketAddress } from './data-folder-lock.ts'

/** A word that is hard to guess, for the lock file. */
export const newWord = (): string => randomBytes(24).toString('base64url')

/** How long somebody who connects may think before they ask. */
const patience = 5_000
const longestAsk = 200

/** What the program answers on its socket: a backup, line by line, to whoever says the word; nothing at all to others. */
export function answerBackups(word: string, database: () => Database | null, now: () => Date): (socket: Socket) => void {
  return (socket) => {
    socket.on('error', () => {})
    socket.setTimeout(patience, () => socket.destroy())
    let said = ''
    const listen = (part: Buffer) => {
      said += part.toString('utf8')
      if (said.length > longestAsk) socket.destroy()
      if (!said.includes('\n')) return
      socket.off('data', listen)
      socket.setTimeout(0)
      const open = database()
      if (open === null || !isSame(said.split('\n')[0]!, `backup ${word}`)) return void socket.destroy()
      const send = async (line: string) => {
        if (socket.destroyed) throw new Error('whoever asked for the backup has gone')
        if (!socket.write(`${line}\n`)) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
      }
      // Cut off, the copy has no last line, and whoever asked says so.
      backup(open, now(), send).then(
        () => socket.end(),
        () => socket.destroy(),
      )
    }
    socket.on('data', listen)
  }
}

function isSame(said: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(said), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** What a running program did with the wish for a backup. */
export type Asked = { readonly kind: 'nobody' } | { readonly kind: 'cut-off' } | ({ readonly kind: 'written' } & Counted)

/**
 * Asks the program that has a folder open for a backup; `nobody` where none has, or none that can be asked (on another machine, in
 * another container). Each line is written as it comes; only `written` says that all of them did.
 */
export async function askForBackup(folder: string, write: (line: string) => Promise<void>): Promise<Asked> {
  const holder = readHolder(folder)
  if (!holder?.word || holder.host !== hostname()) return { kind: 'nobody' }
  const socket = connect(socketAddress(folder))
  try {
    await once(socket, 'connect')
  } catch {
    return { kind: 'nobody' }
  }
  socket.on('error', () => {})
  socket.write(`backup ${holder.word}\n`)
  let last = ''
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    await write(line)
    last = line
  }
  if (!last.startsWith('{"end":true')) return { kind: 'cut-off' }
  const { tables, rows } = JSON.parse(last) as Counted
  return { kind: 'written', tables, rows }
}

function readHolder(folder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(lockFile(folder), 'utf8')) as Holder
  } catch {
    return null
  }
}
