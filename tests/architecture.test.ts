import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const places = ['schemas', 'runtime', 'designer', 'tests']

/** Which way the imports point: a stage may import itself and what stands here, and nothing else of ours. */
const mayImport: Record<string, readonly string[]> = {
  schemas: [],
  'runtime/engine': ['schemas'],
  'runtime/store': ['runtime/engine', 'schemas', 'runtime/log.ts'],
  'runtime/commands': ['runtime/store', 'runtime/engine', 'schemas', 'runtime/log.ts'],
  'runtime/api': ['runtime/commands', 'runtime/store', 'runtime/engine', 'schemas', 'runtime/log.ts'],
  'runtime/worker': ['runtime/commands', 'runtime/store', 'runtime/engine', 'schemas', 'runtime/log.ts'],
  // The designer is one lazy address of the app.
  'runtime/app': ['runtime/engine', 'schemas', 'runtime/api/answers.ts', 'designer/main.tsx'],
  'runtime/log.ts': [],
  designer: [
    'schemas',
    'runtime/engine',
    'runtime/app/fields',
    'runtime/app/ui',
    'runtime/app/data',
    'runtime/app/language',
    // What is tried out is filled in on the true form.
    'runtime/app/document/form/card-form.tsx',
    'runtime/app/document/form/layout.ts',
    'runtime/app/document/form/link-filter.ts',
    // A screen says where it is: the crumbs and the title are the shell's.
    'runtime/app/shell/page.tsx',
    'runtime/api/answers.ts',
  ],
}
const stages = Object.keys(mayImport)

/** Names that would make the pure core impure, or break it in a browser whose page allows no `eval`. */
const impure =
  /\bDate\.now\(|\bnew Date\(\)|(?<!\.)\bprocess\.(?:env|argv|exit|cwd|nextTick|hrtime|std\w+|on)\b|\bMath\.random\(|\bnew Function\b|\beval\(|\bsetTimeout\(|\bfetch\(|\brequire\(/

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** What a file imports, as paths from the root for our own and as they stand for packages; `type` marks those gone at run time. */
function importsOf(file: string): { to: string; own: boolean; type: boolean }[] {
  const source = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')
  const found = [
    ...source.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g),
  ]
  return found.map((match) => {
    const to = (match[3] ?? match[4])!
    const own = to.startsWith('.')
    return {
      to: own
        ? normalize(join(dirname(file), to))
            .split(sep)
            .join('/')
        : to,
      own,
      type: Boolean(match[2]),
    }
  })
}

const files = places.flatMap(filesIn)
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.includes('/testing/') || file.startsWith('tests/')
const stageOf = (file: string) =>
  stages.filter((stage) => file === stage || file.startsWith(`${stage}/`)).sort((a, b) => b.length - a.length)[0]

describe('the arrows between the stages', () => {
  it('sees the files', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(
      files
        .filter((file) => !isTest(file))
        .flatMap(importsOf)
        .filter(({ own }) => own).length,
    ).toBeGreaterThan(100)
  })
  it('point only where the house allows', () => {
    const backward = files
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const stage = stageOf(file)
        if (!stage) return []
        const allowed = [stage, ...mayImport[stage]!]
        return importsOf(file)
          .filter(({ to, own }) => own && !allowed.some((place) => to === place || to.startsWith(`${place}/`)))
          .map(({ to }) => `${file} → ${to}`)
      })
    expect(backward).toEqual([])
  })
  it('make no cycle between files', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter(({ own, type }) => own && !type)
          .map(({ to }) => to),
      ]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, trail: readonly string[]) => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      else if (!done.has(file)) {
        for (const next of graph.get(file) ?? []) if (graph.has(next)) visit(next, [...trail, file])
        done.add(file)
      }
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })
  it('lead no feature of the app into another', () => {
    const shared = ['ui', 'fields', 'data', 'language', 'shell', 'decision']
    const featureOf = (file: string) => /^runtime\/app\/([^/.]+)\//.exec(file)?.[1]
    const crossing = files
      .filter((file) => !isTest(file) && featureOf(file))
      .flatMap((file) =>
        importsOf(file)
          .filter(
            ({ to }) =>
              featureOf(to) && featureOf(to) !== featureOf(file) && !shared.includes(featureOf(to)!) && featureOf(file) !== 'shell',
          )
          .map(({ to }) => `${file} → ${to}`),
      )
    expect(crossing).toEqual([])
  })
})

describe('the pure core', () => {
  const core = files.filter((file) => (file.startsWith('runtime/engine/') || file === 'schemas/hash.ts') && !isTest(file))

  it('asks for no time, no dice, no environment and no eval', () => {
    const offending = core.filter((file) =>
      impure.test(readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')),
    )
    expect(offending).toEqual([])
  })
  it('imports no part of Node and no package that a browser cannot run', () => {
    const packages = core.flatMap(importsOf).filter(({ own }) => !own)
    const allowed = [/^lezer-feel$/, /^@lezer\/(common|lr)$/, /^@noble\/hashes(\/|$)/, /^canonicalize$/]
    expect(packages.filter(({ to }) => !allowed.some((pattern) => pattern.test(to))).map(({ to }) => to)).toEqual([])
  })
})

describe('a file', () => {
  it('is no barrel: it defines what it exports', () => {
    const barrels = files.filter(
      (file) => /(^|\/)index\.tsx?$/.test(file) || /^\s*export\s+\*\s+from/m.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(barrels).toEqual([])
  })
})
