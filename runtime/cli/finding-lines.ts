import type { Finding, ScreenLanguage } from '../../schemas/finding.ts'
import { findingPlace, findingSentence } from '../../schemas/finding-text.ts'
import { schemaFindingTexts } from '../../schemas/schema-finding-texts.ts'
import { templateFolderTexts } from '../commands/template-folder-texts.ts'
import { checkFindingTexts } from '../engine/check-text.ts'
import { rehearsalFindingTexts } from '../engine/simulation/rehearsal-finding-texts.ts'

const sentence = findingSentence(schemaFindingTexts, checkFindingTexts, templateFolderTexts, rehearsalFindingTexts)

/** A finding for people: where, then what. A hint says that it is one. */
export function findingLine(finding: Finding, language: ScreenLanguage): string {
  const hint = finding.level === 'hint' ? (language === 'en' ? 'hint: ' : 'sugestie: ') : ''
  return `${findingPlace(finding)}: ${hint}${sentence(finding, language)}`
}

/** A finding for programs, with its sentence beside its facts. */
export function findingJson(finding: Finding, language: ScreenLanguage): Readonly<Record<string, unknown>> {
  return { ...finding, message: sentence(finding, language) }
}
