/**
 * Builds the app into dist/app. `--if-stale` does so only where its sources have changed since the last build, so that
 * `npm start` is quick; an installation without the build's tools starts with the app that came with it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = [
  'runtime/build.ts',
  'runtime/make-fonts.ts',
  'runtime/app',
  'runtime/engine',
  'runtime/api/answers.ts',
  'schemas',
  'designer',
  'vite.config.ts',
  'package-lock.json',
]
const output = join(root, 'dist/app')
const page = join(output, 'index.html')
const stamp = join(root, 'dist/.app-built-from')

const wanted = hashOf(sources)
const present = existsSync(page) && existsSync(stamp) ? readFileSync(stamp, 'utf8') : null
if (process.argv.includes('--if-stale') && (present === wanted || (existsSync(page) && !existsSync(join(root, 'node_modules/vite'))))) {
  console.log('app: up to date')
} else {
  const begun = Date.now()
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  compressAll(output)
  writeFileSync(stamp, wanted)
  console.log(`app: built in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}

/** Lays a compressed form beside every text of the app, made once here instead of with each answer. */
function compressAll(folder: string): void {
  for (const file of filesIn(folder)) {
    if (!/\.(js|css|html|svg|json|map|txt)$/.test(file)) continue
    const text = readFileSync(file)
    if (text.length < 1024) continue
    writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
    )
  }
}

/** One hash over the names and contents of what the app is made of; tests do not count. */
function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesIn(join(root, path))).sort()) {
    hash.update(`${relative(root, file)}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
      .flatMap((entry) => filesIn(join(path, entry.name)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path]
    throw error
  }
}
