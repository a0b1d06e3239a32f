#!/usr/bin/env node
/**
 * Starts the program, on a Node that can run it. What Node makes of the sources is kept beside the built app, so that the
 * next start need not make it again; where that folder cannot be written, each start does.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

const least = [22, 18] as const
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < least[0] || (major === least[0] && minor < least[1])) {
  console.error(
    `Dosar needs Node ${least.join('.')} or newer; this is ${process.versions.node}. Start it with "npm start", which brings its own.`,
  )
  process.exit(1)
}

enableCompileCache(fileURLToPath(new URL('../dist/.compiled', import.meta.url)))
await import('./run-server.ts')
