import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'

type Tree = { readonly type?: string; readonly [key: string]: unknown }

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The files of a place: the file itself, or those of a folder and of what lies in it; tests apart. */
export function filesOf(place: string): readonly string[] {
  if (/\.tsx?$/.test(place)) return [place]
  return readdirSync(`${root}${place}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${place}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
}

/**
 * The names of properties that the source of a screen writes: keys of the objects that it makes, what it names as `property`, what
 * it hands to a setter first, and what it writes under a computed key out of a list. What it only offers (`data`) does not count.
 */
export function propertiesWritten(file: string): ReadonlySet<string> {
  const written = new Set<string>()
  const program = parseAst(readFileSync(`${root}${file}`, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Tree
  const lists = new Map<string, readonly string[]>()
  visit(program, (node) => {
    const { id, init } = node as { id?: Tree; init?: Tree }
    if (node.type === 'VariableDeclarator' && id?.type === 'Identifier' && init) lists.set(id.name as string, textsIn(init))
  })
  visit(program, (node) => {
    switch (node.type) {
      case 'JSXAttribute': {
        // What is chosen from is offered, not written.
        const name = (node.name as Tree).name
        return name === 'data' || name === 'style'
      }
      case 'Property': {
        const key = node.key as Tree
        const value = node.value as Tree
        if (!node.computed) {
          written.add(String(key.name ?? key.value))
          if ((key.name ?? key.value) === 'property' && value.type === 'Literal') written.add(String(value.value))
        }
        return false
      }
      case 'CallExpression': {
        const callee = node.callee as Tree
        const [first] = node.arguments as readonly Tree[]
        const name = String(callee.name ?? (callee.property as Tree | undefined)?.name ?? '')
        if (/^set$|^put$/.test(name) && first?.type === 'Literal' && typeof first.value === 'string') written.add(first.value)
        if (name === 'map' && callee.type === 'MemberExpression' && first && writesByItsItem(first)) {
          const list = callee.object as Tree
          const texts = list.type === 'Identifier' ? (lists.get(list.name as string) ?? []) : textsIn(list)
          for (const text of texts) written.add(text)
        }
        return false
      }
      default:
        return false
    }
  })
  return written
}

/** Whether a function over a list writes under the name that each item of the list is. */
function writesByItsItem(mapper: Tree): boolean {
  const [parameter] = (mapper.params ?? []) as readonly Tree[]
  if (parameter?.type !== 'Identifier') return false
  let writes = false
  visit(mapper.body as Tree, (node) => {
    if (node.type === 'Property') {
      const key = node.key as Tree
      const value = node.value as Tree
      const byKey = node.computed && key.type === 'Identifier' && key.name === parameter.name
      const named = key.name === 'property' && value.type === 'Identifier' && value.name === parameter.name
      if (byKey || named) writes = true
    }
    return false
  })
  return writes
}

/** All texts inside an expression. */
function textsIn(tree: Tree): readonly string[] {
  const texts: string[] = []
  visit(tree, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value)
    return false
  })
  return texts
}

/** Every part of a tree; what lies in a part for which the visitor answers true is left out. */
function visit(tree: unknown, visitor: (node: Tree) => boolean | undefined | void): void {
  if (Array.isArray(tree)) {
    for (const each of tree) visit(each, visitor)
    return
  }
  if (typeof tree !== 'object' || tree === null) return
  if (typeof (tree as Tree).type === 'string' && visitor(tree as Tree)) return
  for (const value of Object.values(tree)) if (typeof value === 'object' && value !== null) visit(value, visitor)
}
