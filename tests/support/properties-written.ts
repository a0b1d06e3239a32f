import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'

type Tree = { readonly type?: string; readonly [key: string]: unknown }

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The files of a place: the file itself, or all that lie in a folder; tests apart. */
export function filesOf(place: string): readonly string[] {
  if (/\.tsx?$/.test(place)) return [place]
  return readdirSync(`${root}${place}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${place}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
}

/** What the source of a screen changes. */
export interface Written {
  /** The names of the properties that it writes. */
  readonly properties: ReadonlySet<string>
  /** The edits that it executes and the parts that it shows, by their names: `add-line`, `DeadlineEntry`. */
  readonly marks: ReadonlySet<string>
}

/** What makes words. */
const sayers = /^(t|rich|of|say)$|Words$/

/** Setters that are handed the name of a property first. */
const setters = /^(set|put|limit)$/

/**
 * Reads what a screen writes: the keys of the objects that it makes, what it names as `property` or hands to a setter first, and,
 * where it writes under a computed key, its lists of constants. What it only offers to be chosen from (`data`) does not count.
 */
export function writtenBy(file: string): Written {
  const properties = new Set<string>()
  const marks = new Set<string>()
  const constants: string[] = []
  let computed = false
  const program = parseAst(readFileSync(`${root}${file}`, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Tree
  visit(program, (node) => {
    switch (node.type) {
      case 'JSXAttribute':
        return ['data', 'style', 'place'].includes(String((node.name as Tree).name))
      case 'JSXOpeningElement':
        marks.add(String((node.name as Tree).name))
        return false
      case 'ObjectPattern':
        // What is taken out of an object is read.
        return true
      case 'Property': {
        const key = node.key as Tree
        const value = node.value as Tree
        const name = String(key.name ?? key.value)
        if (node.computed) computed = true
        else properties.add(name)
        if (name === 'property' && value.type !== 'Literal') computed = true
        if (name === 'property' && typeof value.value === 'string') properties.add(value.value)
        if (name === 'type' && typeof value.value === 'string') marks.add(value.value)
        return false
      }
      case 'CallExpression': {
        const callee = node.callee as Tree
        const [first] = node.arguments as readonly Tree[]
        const name = String(callee.name ?? (callee.property as Tree | undefined)?.name)
        // `addCheck({ … })` makes the command `add-check`.
        marks.add(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
        // What a sentence is made of is read.
        if (sayers.test(name)) return true
        if (setters.test(name) && typeof first?.value === 'string') properties.add(first.value)
        return false
      }
      case 'TSAsExpression':
        if (((node.typeAnnotation as Tree).typeName as Tree | undefined)?.name === 'const')
          constants.push(...textsIn(node.expression as Tree))
        return false
      default:
        return false
    }
  })
  if (computed) for (const text of constants) properties.add(text)
  return { properties, marks }
}

/** The texts of an expression: of a list, of one constant. */
function textsIn(tree: Tree): readonly string[] {
  const texts: string[] = []
  visit(tree, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value)
    return false
  })
  return texts
}

/** Goes through all parts of a tree; what lies in a part for which the visitor answers true is left out. */
function visit(tree: unknown, visitor: (node: Tree) => boolean): void {
  if (Array.isArray(tree)) {
    for (const each of tree) visit(each, visitor)
    return
  }
  if (typeof tree !== 'object' || tree === null) return
  if (typeof (tree as Tree).type === 'string' && visitor(tree as Tree)) return
  for (const value of Object.values(tree)) if (typeof value === 'object' && value !== null) visit(value, visitor)
}
