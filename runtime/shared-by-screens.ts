import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What the build tells of a module. */
interface ModuleFacts {
  readonly importers: readonly string[]
  readonly dynamicImporters: readonly string[]
}

/** So many screens of the app must use a module before it comes with the first page. */
const ENOUGH = 6

const isDesigners = (id: string): boolean => /[/\\]designer[/\\]/.test(id) && !id.includes('node_modules')
/** A package's file that only hands on what its others export: everybody imports it, whatever they need of it. */
const handsOn = (id: string): boolean => id.includes('node_modules') && /[/\\](index|tabler-icons-react)\.m?js$/.test(id)

/** Which files of a folder import what by name: `IconClock` → the files that show a clock. */
export function namesImportedIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/(?<!\.test)\.tsx?$/.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    for (const [, names = ''] of readFileSync(file, 'utf8').matchAll(/import\s*\{([^}]*)\}\s*from\s*'[^.']/g))
      for (const name of names.split(',').map((each) => each.trim().split(' as ')[0]!)) found.set(name, [...(found.get(name) ?? []), file])
  }
  return found
}

/**
 * Whether enough of the app's own screens use a module for it to be in the file that they share. The designer is one address of
 * the app, but what only it uses, however many of its screens, must not come with an end user's first page. `imported` tells who
 * imports what of a package by name.
 */
export function isSharedByScreens(
  id: string,
  imported: ReadonlyMap<string, readonly string[]>,
  factsOf: (id: string) => ModuleFacts | null,
): boolean {
  if (isDesigners(id)) return false
  const seen = new Set([id])
  const screens = new Set<string>()
  const open = [id]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const facts = factsOf(at)
    if (!facts) continue
    // What nobody imports is the page: it fetches what it is made of in any case. What is fetched by itself is a screen.
    if (facts.importers.length === 0 && facts.dynamicImporters.length === 0) return true
    if (facts.dynamicImporters.some((importer) => !isDesigners(importer))) screens.add(at)
    if (screens.size >= ENOUGH) return true
    const name = basename(at).replace(/\.m?js$/, '')
    const importers = facts.importers.flatMap((importer) => (handsOn(importer) ? (imported.get(name) ?? []) : [importer]))
    for (const importer of importers)
      if (!seen.has(importer) && !isDesigners(importer)) {
        seen.add(importer)
        open.push(importer)
      }
  }
  return false
}
