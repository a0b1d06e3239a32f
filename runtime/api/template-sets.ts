import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readTemplateFolder, type TemplateFolder } from '../commands/read-template-folder.ts'
import type { ApiContext } from './context.ts'

/** The ready-made sets that came with the program, those that can be read, by their ids. */
export async function templateSets(c: ApiContext): Promise<ReadonlyMap<string, TemplateFolder>> {
  const folder = c.get('parts').templatesFolder
  const sets = new Map<string, TemplateFolder>()
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const read = await readTemplateFolder(join(folder, entry.name))
    const findings = read.ok ? read.folder.findings.filter(({ level }) => level === 'problem').length : 1
    if (!read.ok || findings > 0) c.get('parts').log.warn('template-unreadable', { folder: entry.name, findings })
    else if (read.folder.template) sets.set(read.folder.template.id, read.folder)
  }
  return sets
}
