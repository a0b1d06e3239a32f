import type { Finding } from '../../schemas/finding.ts'
import type { TemplateFolder } from '../commands/read-template-folder.ts'
import { checkDefinitions } from '../engine/check-definitions.ts'
import { checkRehearsals } from '../engine/simulation/check-rehearsals.ts'
import { rehearsalSite } from '../engine/simulation/rehearsal-site.ts'

/**
 * Everything that is found in a template's folder without running it. Where a file could not be read the rest is not
 * looked at: what names it would only be told to name nothing.
 */
export function templateFindings(folder: TemplateFolder): readonly Finding[] {
  if (folder.findings.some(({ level }) => level === 'problem')) return folder.findings
  const checked = checkDefinitions({
    ...folder,
    organisation: folder.people ? rehearsalSite(folder) : null,
    languages: folder.template?.languages ?? [],
  })
  return [...folder.findings, ...[...checked, ...checkRehearsals(folder)].map((finding) => withFile(finding, folder))]
}

/** A finding with the file that its definition came from. */
export function withFile(finding: Finding, { files }: TemplateFolder): Finding {
  const file = finding.definition && files.get(`${finding.definition.kind} ${finding.definition.id}`)
  return file === undefined ? finding : { ...finding, file }
}
