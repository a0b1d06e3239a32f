// Writes schemas/generated/*.ts from schemas/*.schema.json. `--check` compares in memory and changes nothing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { forTypescript } from './for-typescript.ts'
import type { Schema } from './schema-shape.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The TypeScript of every schema: file name in `generated/` → content. */
export async function generate(): Promise<Map<string, string>> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.schema.json'))
  const schemas = new Map(names.map((name) => [name, JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Schema]))
  const files = new Map<string, string>()
  for (const [name, schema] of schemas) {
    const { types, imports } = forTypescript(name, schemas)
    const body = await compile(types as JSONSchema, schema.title ?? name, {
      additionalProperties: false,
      bannerComment: '',
      style: { printWidth: 140, semi: false, singleQuote: true, trailingComma: 'all' },
      unknownAny: true,
      unreachableDefinitions: true,
    })
    const lines = [...imports].sort().map(([file, titles]) => `import type { ${[...titles].sort().join(', ')} } from './${moduleOf(file)}'`)
    files.set(
      moduleOf(name),
      `// Generated from ../${name} by generate.ts. Do not edit.\n${[...lines, '', withoutNoise(body)].join('\n')}\n`,
    )
  }
  return files
}

/** The generator's remarks on where a definition was found say nothing to a reader; a schema of definitions only is no type itself. */
const withoutNoise = (body: string) =>
  body
    .replace(/ \*\n \* This interface was referenced by .*\n \* via the `definition` .*\n/g, '')
    .replace(/\/\*\*\n \* This interface was referenced by .*\n \* via the `definition` .*\n \*\/\n/g, '')
    .replace(/\/\*\*\n \*[^\n]*\n \*\/\nexport interface Common {[^}]*}\n/, '')
    .trim()

const moduleOf = (schemaFile: string) => `${basename(schemaFile, '.schema.json')}.ts`

/** Names of the generated files that are missing, stale, or have no schema any more. */
export async function staleFiles(): Promise<string[]> {
  const wanted = await generate()
  const present = readdirSync(`${folder}generated`)
  const stale = [...wanted].filter(([name, text]) => !present.includes(name) || readFileSync(`${folder}generated/${name}`, 'utf8') !== text)
  return [...stale.map(([name]) => name), ...present.filter((name) => !wanted.has(name))]
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const stale = await staleFiles()
    for (const name of stale) console.error(`schemas/generated/${name} is stale: run \`npm run generate\``)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    for (const [name, text] of await generate()) writeFileSync(`${folder}generated/${name}`, text)
  }
}
