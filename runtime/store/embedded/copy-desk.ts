/**
 * Copies of a data folder that a process has open, for whoever may reach into the folder: the process holds still for as long
 * as the copying takes, which leaves what a killed process would leave, and goes on. What is to be read long is read from the copy.
 *
 * Asked for through a socket that lies in the folder itself, in a part that only its owner may enter: whoever can connect could
 * read the files anyway. A copy lives as long as the connection of whoever asked for it.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join, relative } from 'node:path'

const place = (folder: string) => join(folder, 'copies')

/** The shorter of its two names: the name of a socket has 107 bytes at most. */
function socketIn(folder: string): string {
  const whole = join(place(folder), 'ask.sock')
  const near = relative(process.cwd(), whole)
  return near.length < whole.length ? near : whole
}

type Said = { readonly copy: string } | { readonly error: string }

export interface CopyDesk {
  close(): Promise<void>
}

/**
 * Answers whoever asks for a copy of the folder, which this process has for itself; `copyTo` makes one. Null where sockets are no
 * files (Windows) or the folder's name is too long for one: then nobody is answered.
 */
export async function openCopyDesk(folder: string, copyTo: (target: string) => Promise<void>): Promise<CopyDesk | null> {
  if (process.platform === 'win32') return null
  // What a killed process left behind is nobody's any more.
  rmSync(place(folder), { recursive: true, force: true })
  mkdirSync(place(folder), { mode: 0o700 })
  let count = 0
  const asking = new Set<Socket>()
  const server = createServer((socket) => {
    asking.add(socket)
    const copy = join(place(folder), `${process.pid}-${++count}`)
    const made = copyTo(copy).then(
      () => ({ copy }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
    )
    void made.then((said: Said) => {
      if (!socket.destroyed) socket.write(`${JSON.stringify(said)}\n`)
    })
    socket.on('error', () => {})
    socket.once('close', async () => {
      asking.delete(socket)
      await made
      await rm(copy, { recursive: true, force: true }).catch(() => {})
    })
    socket.resume()
  })
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(socketIn(folder), () => resolve(true))
  })
  if (!listening) return null
  server.unref()
  return {
    async close() {
      for (const socket of asking) socket.destroy()
      await new Promise((done) => server.close(done))
      await rm(place(folder), { recursive: true, force: true }).catch(() => {})
    },
  }
}

export type CopyMade =
  | { readonly ok: true; readonly folder: string; giveBack(): void }
  /** `error`: what the process that has the folder said; null: it does not answer. */
  | { readonly ok: false; readonly error: string | null }

/** Asks the process that has the folder open for a copy of it, a data folder of its own. */
export function askForCopy(folder: string): Promise<CopyMade> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(socketIn(folder))
    socket.setEncoding('utf8')
    socket.on('error', () => resolve({ ok: false, error: null }))
    socket.on('close', () => resolve({ ok: false, error: null }))
    socket.on('data', (part: string) => {
      text += part
      if (!text.endsWith('\n')) return
      const said = JSON.parse(text) as Said
      if ('copy' in said) return resolve({ ok: true, folder: said.copy, giveBack: () => socket.end() })
      resolve({ ok: false, error: said.error })
      socket.end()
    })
  })
}
