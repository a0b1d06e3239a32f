/**
 * `npm run dev`: the server, restarted when its files change, and Vite in front of it, which reloads the screens. The
 * office lies in its own data folder and is filled with the demo at the first start.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const api = 'http://127.0.0.1:3000'

const server: ChildProcess = spawn(
  process.execPath,
  ['--watch', '--watch-path=runtime', '--watch-path=schemas', join(root, 'runtime/server.ts')],
  {
    cwd: root,
    stdio: 'inherit',
    env: { DOSAR_DATA: join(root, 'data/dev'), DOSAR_URL: 'http://localhost:5173', ...process.env },
  },
)
const vite = await createServer({ configFile: join(root, 'vite.config.ts') })
await vite.listen()
vite.printUrls()
await seed()

/** Fills an empty office with the demo, once the server answers. */
async function seed(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(`${api}/api/session`).catch(() => null)
    if (answer?.ok) {
      const { site } = (await answer.json()) as { site: { empty: boolean } }
      if (!site.empty) return
      const filled = await fetch(`${api}/api/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"language":"en"}',
      })
      console.log(filled.ok ? '  The demo office is ready.' : `  The demo office could not be filled: ${await filled.text()}`)
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function stop(): Promise<void> {
  server.kill('SIGTERM')
  await vite.close()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
