/**
 * `npm run dev`: the server, restarted when its files change, and Vite in front of it, which reloads the screens. The
 * office lies in its own data folder and is filled with the demo at the first start.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const port = process.env.PORT ?? '3000'
const api = `http://127.0.0.1:${port}`

// First, for the server takes writes only from the address at which people see the screens, and Vite moves on where its port is taken.
const vite = await createServer({ configFile: join(root, 'vite.config.ts'), server: { proxy: { '/api': api } } })
await vite.listen()
const screens = new URL(vite.resolvedUrls?.local[0] ?? 'http://localhost:5173').origin
const server: ChildProcess = spawn(
  process.execPath,
  ['--watch', '--watch-path=runtime', '--watch-path=schemas', join(root, 'runtime/server.ts')],
  { cwd: root, stdio: 'inherit', env: { DOSAR_DATA: join(root, 'data/dev'), DOSAR_URL: screens, ...process.env, PORT: port } },
)
vite.printUrls()
await seed()

/** Fills an empty office with the demo, once the server answers; on a busy machine that takes a while. */
async function seed(): Promise<void> {
  for (let attempt = 0; attempt < 1500 && server.exitCode === null; attempt++) {
    const answer = await fetch(`${api}/api/session`).catch(() => null)
    if (answer?.ok) {
      const { site } = (await answer.json()) as { site: { empty: boolean } }
      if (!site.empty) return
      const filled = await fetch(`${api}/api/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: screens },
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
