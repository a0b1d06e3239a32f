/**
 * Cuts the two fonts of the first page out of Inter: what English writes, and the six letters that Romanian adds, each in
 * the weights that the look uses. Of 133 kB remain 31; whatever else somebody's name is written with still comes from the
 * whole files, and only then. Done once for each version of Inter, into a folder that is never committed.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const inter = fileURLToPath(new URL('../node_modules/@fontsource-variable/inter/files', import.meta.url))
const output = fileURLToPath(new URL('../dist/fonts', import.meta.url))

/** `name` as fonts.css asks for it; `letters` as its `unicode-range` names them. */
const subsets = [
  { name: 'inter-latin', from: 'inter-latin-wght-normal.woff2', letters: [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...signs()] },
  { name: 'inter-romanian', from: 'inter-latin-ext-wght-normal.woff2', letters: [0x102, 0x103, 0x218, 0x219, 0x21a, 0x21b] },
] as const
const weights = { min: 400, max: 700 }

/** Makes the fonts where they are not there yet, and answers with the folder that they lie in. */
export async function makeFonts(): Promise<string> {
  for (const { name, from, letters } of subsets) {
    const whole = readFileSync(join(inter, from))
    const stamp = createHash('sha256').update(whole).update(JSON.stringify({ letters, weights })).digest('hex')
    const file = join(output, `${name}.woff2`)
    const madeFrom = join(output, `${name}.made-from`)
    if (existsSync(file) && existsSync(madeFrom) && readFileSync(madeFrom, 'utf8') === stamp) continue
    const { default: subsetFont } = await import('subset-font')
    const cut = await subsetFont(whole, String.fromCodePoint(...letters), { targetFormat: 'woff2', variationAxes: { wght: weights } })
    mkdirSync(output, { recursive: true })
    // Two builds at once must not read half a file.
    writeFileSync(`${file}.${process.pid}`, cut)
    renameSync(`${file}.${process.pid}`, file)
    writeFileSync(madeFrom, stamp)
  }
  return output
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Hyphens, dashes, quotes of both languages, dots, arrows, the euro, the minus. */
function signs(): number[] {
  return [
    ...range(0x2010, 0x2015),
    ...range(0x2018, 0x201f),
    0x2022,
    0x2026,
    0x202f,
    0x2032,
    0x2033,
    0x20ac,
    0x2122,
    ...range(0x2190, 0x2193),
    0x2212,
  ]
}
