import type { Finding, ScreenLanguage } from '../../schemas/finding.ts'
import type { Scenario } from '../../schemas/generated/scenario.ts'
import { nearest } from '../../schemas/nearest.ts'
import type { TemplateFolder } from '../commands/read-template-folder.ts'
import { textIn } from '../engine/card/local-text.ts'
import { replaySamples } from '../engine/simulation/replay-samples.ts'
import { runScenario } from '../engine/simulation/run-scenario.ts'
import type { LocalText } from '../engine/site.ts'
import { type CliAnswer, type CliCommand, misused } from './cli-command.ts'
import { type CountForms, countText } from './count-text.ts'
import { findingJson, findingLine } from './finding-lines.ts'
import { readFolder } from './read-folder.ts'
import { templateFindings, withFile } from './template-findings.ts'
import { nameOf, problemForms } from './validate-folder.ts'

/**
 * `dosar test FOLDER`: runs a template's scenarios in an office in memory and says the exact difference where one fails;
 * without `--scenario` it replays the samples too, as an installation of now would. What does not validate is not run.
 */
export const testCommand: CliCommand = {
  name: 'test',
  arguments: ['FOLDER'],
  options: [{ name: 'scenario', value: 'ID', summary: { en: 'run this one only', ro: 'rulează doar acesta' } }],
  summary: { en: "run a template's rehearsals in memory", ro: 'rulează în memorie scenariile de probă ale unui pachet' },
  async run(given, surroundings) {
    const read = await readFolder(given, surroundings)
    if (!read.ok) return read.answer
    const { folder } = read
    const { language, options } = given
    const only = typeof options.scenario === 'string' ? options.scenario : null
    const chosen = only === null ? folder.scenarios : folder.scenarios.filter(({ id }) => id === only)
    const problems = templateFindings(folder).filter(({ level }) => level === 'problem')
    if (problems.length > 0) return notRun(folder, given.positionals[0]!, problems, language)
    if (only !== null && chosen.length === 0) return noScenario(only, folder.scenarios, language)
    const runs = chosen.map((scenario) => ({
      scenario,
      findings: runScenario(folder, scenario).findings.map((each) => withFile(each, folder)),
    }))
    const samples =
      only === null ? replaySamples(folder, surroundings.now().toISOString()).findings.map((finding) => withFile(finding, folder)) : []
    return answer(folder, given.positionals[0]!, runs, samples, only === null ? folder.samples.length : 0, language)
  },
}

interface Run {
  readonly scenario: Scenario
  readonly findings: readonly Finding[]
}

function answer(
  folder: TemplateFolder,
  path: string,
  runs: readonly Run[],
  samples: readonly Finding[],
  replayed: number,
  language: ScreenLanguage,
): CliAnswer {
  const failed = runs.filter(({ findings }) => findings.length > 0).length
  const passed = runs.length - failed
  const width = Math.max(0, ...runs.map(({ scenario }) => scenario.id.length))
  const lines = runs.flatMap(({ scenario, findings }) => [
    `${findings.length === 0 ? '✓' : '✗'} ${scenario.id.padEnd(width)}  ${textIn(scenario.label as LocalText, language)}`,
    ...findings.map((finding) => `    ${findingLine(finding, language)}`),
  ])
  const counts = [
    `${nameOf(folder, path)}: ${countText(passed, passForms, language)}, ${countText(failed, failForms, language)}`,
    ...(replayed > 0 ? [`${countText(replayed, sampleForms, language)}, ${countText(samples.length, problemForms, language)}`] : []),
  ]
  return {
    exit: failed + samples.length > 0 ? 1 : 0,
    lines: [...lines, ...samples.map((finding) => findingLine(finding, language)), `${counts.join('; ')}.`],
    json: {
      ok: failed + samples.length === 0,
      template: folder.template && { id: folder.template.id, version: folder.template.version },
      scenarios: runs.map(({ scenario, findings }) => ({
        id: scenario.id,
        passed: findings.length === 0,
        findings: findings.map((finding) => findingJson(finding, language)),
      })),
      samples: { replayed, findings: samples.map((finding) => findingJson(finding, language)) },
    },
  }
}

function notRun(folder: TemplateFolder, path: string, problems: readonly Finding[], language: ScreenLanguage): CliAnswer {
  const sentence = language === 'en' ? 'nothing is run before they are mended' : 'nu se rulează nimic până nu sunt reparate'
  return {
    exit: 1,
    lines: [
      ...problems.map((finding) => findingLine(finding, language)),
      `${nameOf(folder, path)}: ${countText(problems.length, problemForms, language)}; ${sentence}.`,
    ],
    json: { ok: false, scenarios: [], findings: problems.map((finding) => findingJson(finding, language)) },
  }
}

function noScenario(found: string, scenarios: readonly Scenario[], language: ScreenLanguage): CliAnswer {
  const ids = scenarios.map(({ id }) => id)
  const meant = nearest(found, ids)
  const message = {
    en: `There is no rehearsal "${found}".${meant ? ` Did you mean "${meant}"?` : ''}`,
    ro: `Nu există scenariul de probă „${found}”.${meant ? ` Ai vrut să scrii „${meant}”?` : ''}`,
  }[language]
  return misused('scenario-unknown', message, { found, expected: ids, ...(meant && { didYouMean: meant }) })
}

const passForms: CountForms = {
  en: { one: 'rehearsal passes', other: 'rehearsals pass' },
  ro: { one: 'scenariu reușit', few: 'scenarii reușite', other: 'de scenarii reușite' },
}

const failForms: CountForms = {
  en: { one: 'fails', other: 'fail' },
  ro: { one: 'nereușit', few: 'nereușite', other: 'nereușite' },
}

const sampleForms: CountForms = {
  en: { one: 'sample', other: 'samples' },
  ro: { one: 'exemplu', few: 'exemple', other: 'de exemple' },
}
