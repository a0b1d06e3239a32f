/** A JSON Schema as it is written in this folder: the keywords that matter to the types. */
export type Schema = {
  $ref?: string
  $defs?: Record<string, Schema>
  title?: string
  description?: string
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  [keyword: string]: unknown
}

/** The keys of which a schema wants one, where its `oneOf` or `anyOf` says nothing else. */
export function namedKeys(schema: Schema): string[] | undefined {
  const keys = (schema.oneOf ?? schema.anyOf)?.map((branch) =>
    Object.keys(branch).join() === 'required' ? branch.required?.[0] : undefined,
  )
  return keys?.every((key) => key !== undefined) ? keys : undefined
}
