/** Reads a template's folder. It comes from outside, so nothing in it is trusted: every file is looked at before it is read. */
import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { type DefinitionKind, type DefinitionOf, definitionKinds, folderOfKind, kindOfFile } from '../../schemas/definition-kind.ts'
import type { Finding } from '../../schemas/finding.ts'
import { nearest } from '../../schemas/nearest.ts'
import { parseDefinition } from '../../schemas/validate.ts'
import type { TemplateSet } from '../engine/simulation/template-set.ts'
import { parseJson } from './parse-json.ts'

/** A file is refused above this; a definition is a few kilobytes. */
export const LARGEST_FILE = 5 * 1024 * 1024
/** A folder with more files is not a template, but somebody's disk. */
export const MOST_FILES = 10_000

export interface TemplateFolder extends TemplateSet {
  /** What stands in the way of reading it, and what was left out; the definitions that could be read are there all the same. */
  readonly findings: readonly Finding[]
  /** The file of each definition, by `<kind> <id>`; of a sample by its `as`. */
  readonly files: ReadonlyMap<string, string>
}

export type FolderRead =
  | { readonly ok: true; readonly folder: TemplateFolder }
  | { readonly ok: false; readonly why: 'missing' | 'not-a-folder' | 'not-readable' }

/** Reads and parses every definition of a folder. Refuses a folder that is not there; whatever is wrong inside is a finding. */
export async function readTemplateFolder(path: string): Promise<FolderRead> {
  let root: string
  try {
    // The folder itself may be reached by a link; nothing in it may.
    root = await realpath(path)
    if (!(await lstat(root)).isDirectory()) return { ok: false, why: 'not-a-folder' }
    const reading = new Reading(root)
    await reading.readAll()
    return { ok: true, folder: reading.folder() }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, why: 'missing' }
    if (code === 'EACCES' || code === 'EPERM') return { ok: false, why: 'not-readable' }
    throw error
  }
}

const knownFolders = definitionKinds.flatMap((kind) => folderOfKind(kind) ?? [])
const knownFiles = ['template.json', 'people.json']

/** What a file is by its folder alone: `document-types/people.json` is a document type too. */
function kindAt(file: string): DefinitionKind | undefined {
  const [folder = '', name] = file.split('/')
  if (name === undefined) return kindOfFile(folder)
  return name.endsWith('.json') ? definitionKinds.find((kind) => folderOfKind(kind) === folder) : undefined
}

function nameOf(kind: DefinitionKind, definition: DefinitionOf[DefinitionKind]): string {
  if (kind === 'sample') return (definition as DefinitionOf['sample']).as
  return 'id' in definition ? definition.id : kind
}

type Definitions = { readonly [K in DefinitionKind]: DefinitionOf[K][] }

class Reading {
  readonly #root: string
  readonly #findings: Finding[] = []
  readonly #files = new Map<string, string>()
  readonly #found = Object.fromEntries(definitionKinds.map((kind) => [kind, []])) as unknown as Definitions
  /** Kinds of which a file could not be read: what is missing of them is explained already. */
  readonly #broken = new Set<DefinitionKind>()
  readonly #printFiles = new Set<string>()
  #count = 0

  constructor(root: string) {
    this.#root = root
  }

  async readAll(): Promise<void> {
    for (const name of await this.#list('')) {
      const kind = await this.#kindOf(name)
      if (kind === 'folder') await this.#readFolder(name)
      else if (kind === 'file') await this.#readTop(name)
    }
    if (this.#found.template.length === 0 && !this.#broken.has('template')) this.#find('template-missing', 'problem', 'template.json', {})
    this.#lookForPrintFiles()
  }

  folder(): TemplateFolder {
    const found = this.#found
    return {
      template: found.template[0] ?? null,
      people: found.people[0] ?? null,
      types: found['document-type'],
      schemas: found['approval-schema'],
      rules: found['reminder-rule'],
      directories: found.directory,
      printForms: found['print-form'],
      samples: found.sample,
      scenarios: found.scenario,
      findings: this.#findings,
      files: this.#files,
    }
  }

  /** Names in a folder in the order of their letters, which is the order of samples; what begins with a dot is not ours. */
  async #list(folder: string): Promise<readonly string[]> {
    const names = (await readdir(join(this.#root, folder))).filter((name) => !name.startsWith('.')).sort()
    this.#count += names.length
    if (this.#count <= MOST_FILES) return names
    this.#find('too-many-files', 'problem', folder, { limit: MOST_FILES })
    return []
  }

  /** What a name is; a symbolic link is a finding and nothing to follow, because it can lead out of the folder. */
  async #kindOf(file: string): Promise<'file' | 'folder' | null> {
    const stats = await lstat(join(this.#root, file))
    if (stats.isDirectory()) return 'folder'
    if (!stats.isFile()) {
      this.#find(stats.isSymbolicLink() ? 'symbolic-link' : 'no-ordinary-file', 'problem', file, {})
      return null
    }
    if (stats.size <= LARGEST_FILE) return 'file'
    this.#find('file-too-large', 'problem', file, { size: stats.size, limit: LARGEST_FILE })
    this.#noteBroken(file)
    return null
  }

  async #readTop(name: string): Promise<void> {
    if (knownFiles.includes(name)) return this.#readDefinition(name)
    if (!name.endsWith('.json')) return
    const didYouMean = nearest(name, knownFiles)
    this.#find('unknown-file', 'problem', name, { expected: knownFiles, ...(didYouMean !== undefined && { didYouMean }) })
  }

  async #readFolder(folder: string): Promise<void> {
    if (!knownFolders.includes(folder)) {
      const didYouMean = nearest(folder, knownFolders)
      // A folder of pictures or notes does no harm; one that is misspelt would be left out in silence.
      this.#find('unknown-folder', didYouMean === undefined ? 'hint' : 'problem', folder, {
        expected: knownFolders,
        ...(didYouMean !== undefined && { didYouMean }),
      })
      return
    }
    for (const name of await this.#list(folder)) {
      const file = `${folder}/${name}`
      const kind = await this.#kindOf(file)
      if (kind === 'folder') this.#find('folder-in-folder', 'problem', file, { expected: folder })
      else if (kind === 'file' && kindAt(file)) await this.#readDefinition(file)
      else if (kind === 'file' && folder === 'print-forms') this.#printFiles.add(name)
      else if (kind === 'file') this.#find('unknown-file', 'problem', file, { expected: ['*.json'] })
    }
  }

  async #readDefinition(file: string): Promise<void> {
    const kind = kindAt(file)!
    const json = parseJson(await readFile(join(this.#root, file)))
    const parsed = json.ok ? parseDefinition(kind, json.value, file) : null
    if (!json.ok) this.#find(json.code, 'problem', file, json.facts)
    if (parsed && !parsed.ok) this.#findings.push(...parsed.findings)
    if (!parsed?.ok) this.#noteBroken(file)
    else this.#keep(kind, parsed.definition, file)
  }

  #keep<K extends DefinitionKind>(kind: K, definition: DefinitionOf[K], file: string): undefined {
    const id = nameOf(kind, definition)
    const other = this.#files.get(`${kind} ${id}`)
    if (other !== undefined) return this.#find('id-in-two-files', 'problem', file, { id, other }, { kind, id })
    this.#files.set(`${kind} ${id}`, file)
    this.#found[kind].push(definition)
  }

  /** The file with the places for values lies beside its print form; a path to elsewhere is refused by the schema. */
  #lookForPrintFiles(): void {
    for (const { id, file } of this.#found['print-form']) {
      if (this.#printFiles.has(file)) continue
      const definition = { kind: 'print-form', id }
      this.#find('print-file-missing', 'problem', this.#files.get(`print-form ${id}`)!, { found: file }, definition, '/file')
    }
  }

  #noteBroken(file: string): void {
    const kind = kindAt(file)
    if (kind) this.#broken.add(kind)
  }

  #find(
    code: string,
    level: Finding['level'],
    file: string,
    facts: Finding['facts'],
    definition?: Finding['definition'],
    path = '',
  ): undefined {
    this.#findings.push({ code, level, file, ...(definition && { definition }), path, facts })
  }
}
