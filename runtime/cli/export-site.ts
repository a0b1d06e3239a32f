import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { folderOfKind } from '../../schemas/definition-kind.ts'
import type { LocalText } from '../engine/site.ts'
import { loadRelease } from '../store/releases.ts'
import { type CliCommand, misused } from './cli-command.ts'
import { readingStore } from './with-store.ts'

/** `dosar export FOLDER`: writes what is in use as a folder of definitions that `validate`, `test` and `install` take. */
export const exportCommand: CliCommand = {
  name: 'export',
  arguments: ['FOLDER'],
  options: [
    { name: 'id', value: 'ID', summary: { en: 'the id of the set (default: exported)', ro: 'id-ul pachetului (implicit: exported)' } },
    {
      name: 'version',
      value: 'X.Y.Z',
      summary: { en: 'the version of the set (default: 1.0.0)', ro: 'versiunea pachetului (implicit: 1.0.0)' },
    },
  ],
  summary: { en: 'write what is in use as a folder of definitions', ro: 'scrie ce este publicat ca folder de definiții' },
  run: (given, surroundings) =>
    readingStore(given, surroundings, async ({ database, sites }) => {
      const folder = resolve(surroundings.cwd, given.positionals[0]!)
      const say = (en: string, ro: string) => (given.language === 'ro' ? ro : en)
      if ((await readdir(folder).catch(() => [])).length > 0)
        return misused('folder-not-empty', say(`The folder "${folder}" is not empty.`, `Folderul „${folder}” nu este gol.`))
      const site = await sites.at(database)
      const definitions = await loadRelease(database)
      const files: [path: string, body: unknown][] = definitions.map(({ kind, id, body }) => [
        join(folderOfKind(kind)!, `${id}.json`),
        body,
      ])
      const template = {
        id: given.options.id ?? 'exported',
        label: site.name || 'Exported',
        text: say(
          `What ${site.name || 'this office'} uses, release ${site.release}.`,
          `Ce folosește ${site.name || 'acest birou'}, versiunea ${site.release}.`,
        ),
        version: given.options.version ?? '1.0.0',
        languages: site.languages,
      }
      files.push(['template.json', template], ['people.json', structureOf(site)])
      for (const [path, body] of files) {
        const file = join(folder, path)
        await mkdir(join(file, '..'), { recursive: true })
        await writeFile(file, `${JSON.stringify(body, null, 2)}\n`)
      }
      return {
        exit: 0,
        lines: [
          say(
            `${definitions.length} definitions of release ${site.release} are in ${folder}.`,
            `Definițiile versiunii ${site.release} (${definitions.length}) sunt în ${folder}.`,
          ),
        ],
        json: { ok: true, folder, release: site.release, files: files.map(([path]) => path) },
      }
    }),
}

/** Roles, groups and departments; the people themselves stay in the office. */
function structureOf({
  roles,
  groups,
  departments,
}: {
  readonly roles: ReadonlyMap<string, { id: string; label: LocalText }>
  readonly groups: ReadonlyMap<string, { id: string; label: LocalText }>
  readonly departments: ReadonlyMap<string, { id: string; label: LocalText; parent: string | null }>
}) {
  return {
    departments: [...departments.values()].map(({ id, label, parent }) => ({ id, label, ...(parent && { parent }) })),
    roles: [...roles.values()].map(({ id, label }) => ({ id, label })),
    groups: [...groups.values()].map(({ id, label }) => ({ id, label, members: [] })),
  }
}
