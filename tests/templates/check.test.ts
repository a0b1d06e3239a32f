import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readTemplateFolder } from '../../runtime/commands/read-template-folder.ts'
import { checkDefinitions } from '../../runtime/engine/check-definitions.ts'
import { rehearsalSite } from '../../runtime/engine/simulation/rehearsal-site.ts'

const folder = fileURLToPath(new URL('../../templates', import.meta.url))
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

describe('the check of every template that is shipped', () => {
  for (const name of names) {
    it(`finds nothing in ${name}`, async () => {
      const read = await readTemplateFolder(`${folder}/${name}`)
      if (!read.ok) throw new Error(`cannot read ${name}`)
      const { types, schemas, rules, directories, printForms, template } = read.folder
      const set = {
        types,
        schemas,
        rules,
        directories,
        printForms,
        organisation: rehearsalSite(read.folder),
        languages: template?.languages ?? [],
      }
      expect(checkDefinitions(set)).toEqual([])
      expect(checkDefinitions({ ...set, previous: set })).toEqual([])
    })
  }
})
