import type { TemplateFolder } from '../commands/read-template-folder.ts'
import type { CliCommand } from './cli-command.ts'
import { type CountForms, countText } from './count-text.ts'
import { findingJson, findingLine } from './finding-lines.ts'
import { readFolder } from './read-folder.ts'
import { templateFindings } from './template-findings.ts'

/** `dosar validate FOLDER`: everything that is wrong, or could be better, in a folder of definitions, without running it. Hints alone are no failure. */
export const validateCommand: CliCommand = {
  name: 'validate',
  arguments: ['FOLDER'],
  options: [],
  summary: { en: 'check a folder of definitions', ro: 'verifică un folder de definiții' },
  async run(given, surroundings) {
    const read = await readFolder(given, surroundings)
    if (!read.ok) return read.answer
    const { language } = given
    const { folder } = read
    const findings = templateFindings(folder)
    const problems = findings.filter(({ level }) => level === 'problem').length
    const hints = findings.length - problems
    const counted = [countText(problems, problemForms, language), countText(hints, hintForms, language)].join(', ')
    return {
      exit: problems > 0 ? 1 : 0,
      lines: [...findings.map((finding) => findingLine(finding, language)), `${nameOf(folder, given.positionals[0]!)}: ${counted}.`],
      json: {
        ok: problems === 0,
        template: folder.template && { id: folder.template.id, version: folder.template.version },
        findings: findings.map((finding) => findingJson(finding, language)),
      },
    }
  },
}

/** How a template is called in a line of the terminal. */
export function nameOf({ template }: TemplateFolder, path: string): string {
  return template ? `${template.id} ${template.version}` : path
}

export const problemForms: CountForms = {
  en: { one: 'problem', other: 'problems' },
  ro: { one: 'problemă', few: 'probleme', other: 'de probleme' },
}

const hintForms: CountForms = {
  en: { one: 'hint', other: 'hints' },
  ro: { one: 'sugestie', few: 'sugestii', other: 'de sugestii' },
}
