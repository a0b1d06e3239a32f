import { childrenOf, nameText, type TreeNode } from './tree.ts'
import {
  ANY,
  BOOLEAN,
  contextOf,
  DATE,
  DATE_TIME,
  DAYS_TIME,
  type FeelType,
  functionOf,
  listOf,
  NULL,
  NUMBER,
  rangeOf,
  STRING,
  TIME,
  YEARS_MONTHS,
} from './type.ts'

const NAMED: Readonly<Record<string, FeelType>> = {
  Any: ANY,
  any: ANY,
  Null: NULL,
  number: NUMBER,
  string: STRING,
  boolean: BOOLEAN,
  date: DATE,
  time: TIME,
  'date and time': DATE_TIME,
  'days and time duration': DAYS_TIME,
  'years and months duration': YEARS_MONTHS,
  list: listOf(ANY),
  context: contextOf({}),
  range: rangeOf(ANY),
  function: functionOf(ANY),
}

/** The type that a `Type` of the grammar names; null where the name is none of FEEL's. */
export function parseTypeName(node: TreeNode, source: string): FeelType | null {
  const inner = node.firstChild
  if (!inner) return null
  const parts = childrenOf(inner)
  const typesIn = (nodes: readonly TreeNode[]) => nodes.filter(({ name }) => name === 'Type').map((type) => parseTypeName(type, source))
  switch (inner.name) {
    case 'ListType': {
      const [of] = typesIn(parts)
      if (!of) return null
      return source.startsWith('range', inner.from) ? rangeOf(of) : listOf(of)
    }
    case 'ContextType': {
      const members: Record<string, FeelType> = {}
      for (const entry of childrenOf(parts.find(({ name }) => name === 'ContextEntryTypes')!)) {
        const [name, type] = childrenOf(entry)
        if (entry.name !== 'ContextEntryType') continue
        const member = parseTypeName(type!, source)
        if (!member) return null
        members[nameText(source.slice(name!.from, name!.to))] = member
      }
      return contextOf(members)
    }
    case 'FunctionType': {
      const [result] = typesIn(parts)
      const list = parts.find(({ name }) => name === 'ArgumentTypes')
      const parameters = list
        ? childrenOf(list)
            .filter(({ name }) => name === 'ArgumentType')
            .map((argument) => parseTypeName(argument.firstChild!, source))
        : []
      return result && parameters.every((type) => type !== null) ? functionOf(result, parameters) : null
    }
    default: {
      const name = nameText(source.slice(inner.from, inner.to))
      return Object.hasOwn(NAMED, name) ? NAMED[name]! : null
    }
  }
}
