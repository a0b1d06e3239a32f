import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { allSchemas, schemaOfKind } from './all-schemas.ts'
import { ajvOptions } from './validate.ts'

/** The kinds of definitions that the designer edits, by the name of their validator. */
const validators = {
  documentType: 'document-type',
  approvalSchema: 'approval-schema',
  reminderRule: 'reminder-rule',
  directory: 'directory',
  printForm: 'print-form',
} as const

/**
 * The validators of the definitions as the source of a module: for a page that allows no `eval`, and so cannot compile them
 * itself. The build puts it where a page imports `virtual:validators`.
 */
export function validatorsSource(): string {
  const ajv = addFormats.default(new Ajv2020({ ...ajvOptions, schemas: [...allSchemas], code: { source: true, esm: true } }), ['regex'])
  const exported = Object.fromEntries(Object.entries(validators).map(([name, kind]) => [name, schemaOfKind[kind].$id]))
  const imports: string[] = []
  // Ajv's helpers are asked for by `require`, which no page has.
  const code = standaloneCode.default(ajv, exported).replace(/require\("([^"]+)"\)/g, (_, path: string) => {
    const file = path.endsWith('.js') ? path : `${path}.js`
    imports.push(`import * as helper${imports.length} from ${JSON.stringify(file)}`)
    const name = `helper${imports.length - 1}`
    return `(${name}.default?.default ? ${name}.default : ${name})`
  })
  return `${imports.join('\n')}\n${code}`
}
