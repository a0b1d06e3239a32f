import { bodyHash } from '../../schemas/hash.ts'
import { equipmentOf } from '../commands/equipment.ts'
import { publishIn } from '../commands/publish-release.ts'
import { saveStructure, stampOf } from '../commands/set-up-office.ts'
import { readSettings } from '../store/organisation.ts'
import { loadRelease } from '../store/releases.ts'
import { lockSite } from '../store/site-stream.ts'
import { type CliAnswer, type CliCommand, misused } from './cli-command.ts'
import { findingJson, findingLine } from './finding-lines.ts'
import { readFolder } from './read-folder.ts'
import { templateFindings } from './template-findings.ts'
import { withStore } from './with-store.ts'

/**
 * `dosar install FOLDER`: publishes a folder's definitions as the next release, with its roles, groups and departments.
 * Where the site has one of them otherwise it stops, unless `--replace` says that the folder's is wanted.
 */
export const installCommand: CliCommand = {
  name: 'install',
  arguments: ['FOLDER'],
  options: [
    {
      name: 'replace',
      summary: { en: 'replace definitions that this site has otherwise', ro: 'înlocuiește definițiile pe care biroul le are altfel' },
    },
  ],
  summary: { en: 'put a folder of definitions in use', ro: 'publică un folder de definiții' },
  async run(given, surroundings) {
    const read = await readFolder(given, surroundings)
    if (!read.ok) return read.answer
    const { language } = given
    const say = (en: string, ro: string) => (language === 'ro' ? ro : en)
    const problems = templateFindings(read.folder).filter(({ level }) => level === 'problem')
    if (problems.length > 0) return refused(problems, language)
    return withStore(given, surroundings, (edges) =>
      edges.database.transaction(async (tx): Promise<CliAnswer> => {
        await lockSite(tx)
        const { setUpAt } = await readSettings(tx)
        if (!setUpAt)
          return misused(
            'site-empty',
            say(
              'This office is not set up yet. Start the program, set it up, then install.',
              'Biroul nu este încă pregătit. Pornește programul, pregătește-l, apoi instalează.',
            ),
          )
        const { definitions, people, label } = equipmentOf(read.folder, language)
        const present = new Map((await loadRelease(tx)).map(({ kind, id, hash }) => [`${kind} ${id}`, hash]))
        const news = definitions.filter(({ kind, id, body }) => present.get(`${kind} ${id}`) !== bodyHash(body!))
        const otherwise = news.filter(({ kind, id }) => present.has(`${kind} ${id}`)).map(({ kind, id }) => `${kind} ${id}`)
        if (otherwise.length > 0 && !given.options.replace)
          return {
            exit: 1,
            lines: [
              say(
                `This site has these otherwise: ${otherwise.join(', ')}. Nothing was changed. With --replace they become the folder's.`,
                `Biroul le are altfel pe acestea: ${otherwise.join(', ')}. Nu s-a schimbat nimic. Cu --replace devin cele din folder.`,
              ),
            ],
            json: { ok: false, otherwise },
          }
        if (news.length === 0)
          return {
            exit: 0,
            lines: [say('Everything is in use already.', 'Totul este deja publicat.')],
            json: { ok: true, release: null, changed: [] },
          }
        // Structure first: the check asks whether the roles and groups that definitions name exist on this site.
        const site = await edges.sites.at(tx)
        if (people) await saveStructure(tx, withoutPresent(people, site), new Map(), stampOf(edges, null))
        const published = await publishIn(edges, tx, { by: null, changes: news, message: label, peopleLater: true })
        if (!published.ok) throw new Refusal(published.problem.code === 'definition-invalid' ? published.problem.findings : [])
        const changed = news.map(({ kind, id }) => `${kind} ${id}`)
        return {
          exit: 0,
          lines: [
            say(
              `Release ${published.release}: ${changed.length} definitions.`,
              `Versiunea ${published.release}; definiții: ${changed.length}.`,
            ),
          ],
          json: { ok: true, release: published.release, changed },
        }
      }),
    ).catch((error: unknown) => {
      if (error instanceof Refusal) return refused(error.findings, language)
      throw error
    })
  },
}

class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly findings: Parameters<typeof refused>[0]
  constructor(findings: Parameters<typeof refused>[0]) {
    super('the definitions do not pass on this site')
    this.findings = findings
  }
}

function refused(findings: readonly Parameters<typeof findingLine>[0][], language: 'en' | 'ro'): CliAnswer {
  return {
    exit: 1,
    lines: findings.map((finding) => findingLine(finding, language)),
    json: { ok: false, findings: findings.map((finding) => findingJson(finding, language)) },
  }
}

/** What the site has under the same id stays as the office made it. */
function withoutPresent<T extends NonNullable<ReturnType<typeof equipmentOf>['people']>>(
  people: T,
  site: { roles: ReadonlyMap<string, unknown>; groups: ReadonlyMap<string, unknown>; departments: ReadonlyMap<string, unknown> },
): T {
  return {
    ...people,
    roles: (people.roles ?? []).filter(({ id }) => !site.roles.has(id)),
    groups: (people.groups ?? []).filter(({ id }) => !site.groups.has(id)),
    departments: (people.departments ?? []).filter(({ id }) => !site.departments.has(id)),
  }
}
