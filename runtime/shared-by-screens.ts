/** What the build tells of a module. */
interface ModuleFacts {
  readonly importers: readonly string[]
  readonly dynamicImporters: readonly string[]
}

/** So many screens of the app must use a module before it comes with the first page. */
const ENOUGH = 6

const isDesigners = (id: string): boolean => /[/\\]designer[/\\]/.test(id) && !/node_modules/.test(id)

/**
 * Whether enough of the app's own screens use a module for it to be in the file that they share. The designer is one address of
 * the app, but what only it uses, however many of its screens, must not come with an end user's first page.
 */
export function isSharedByScreens(id: string, factsOf: (id: string) => ModuleFacts | null): boolean {
  if (isDesigners(id)) return false
  const seen = new Set([id])
  const screens = new Set<string>()
  const open = [id]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const facts = factsOf(at)
    if (!facts) continue
    // What is fetched by itself is a screen, or a part that opens later; what imports nothing is the page.
    if (facts.dynamicImporters.some((importer) => !isDesigners(importer))) screens.add(at)
    if (facts.importers.length === 0 && facts.dynamicImporters.length === 0) screens.add(at)
    if (screens.size >= ENOUGH) return true
    for (const importer of facts.importers)
      if (!seen.has(importer) && !isDesigners(importer)) {
        seen.add(importer)
        open.push(importer)
      }
  }
  return false
}
