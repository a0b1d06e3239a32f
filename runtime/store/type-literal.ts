/**
 * A document type's id as an SQL literal. Statements name the type so, because only then the planner sees the one
 * partition when it plans, with that type's own indexes and statistics; as a parameter it would keep all of them.
 */
export function typeLiteral(type: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,199}$/.test(type)) throw new Error(`${JSON.stringify(type)} is no id of a document type`)
  return `'${type}'`
}
