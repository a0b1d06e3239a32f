import { resolve } from 'node:path'
import type { ScreenLanguage } from '../../schemas/finding.ts'
import { type FolderRead, readTemplateFolder, type TemplateFolder } from '../commands/read-template-folder.ts'
import { type CliAnswer, type Given, misused, type Surroundings } from './cli-command.ts'

export type FolderGiven = { readonly ok: true; readonly folder: TemplateFolder } | { readonly ok: false; readonly answer: CliAnswer }

/** Reads the folder that a command was given, or answers why there is nothing to read. */
export async function readFolder({ positionals: [path = '.'], language }: Given, { cwd }: Surroundings): Promise<FolderGiven> {
  const read = await readTemplateFolder(resolve(cwd, path))
  if (read.ok) return read
  return { ok: false, answer: misused(`folder-${read.why}`, whyNot(path, read.why)[language], { folder: path }) }
}

function whyNot(path: string, why: Extract<FolderRead, { ok: false }>['why']): Readonly<Record<ScreenLanguage, string>> {
  switch (why) {
    case 'missing':
      return { en: `There is no folder "${path}".`, ro: `Nu există folderul „${path}”.` }
    case 'not-a-folder':
      return { en: `"${path}" is not a folder.`, ro: `„${path}” nu este un folder.` }
    case 'not-readable':
      return { en: `"${path}" may not be read.`, ro: `„${path}” nu poate fi citit: lipsește dreptul.` }
  }
}
