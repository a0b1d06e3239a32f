import { textIn } from '../../../runtime/engine/card/local-text.ts'
import type { LocalText } from '../../../runtime/engine/site.ts'
import type { ScreenLanguage } from '../../../schemas/finding.ts'
import type { ApprovalSchema } from '../../../schemas/generated/approval-schema.ts'
import type { DocumentType } from '../../../schemas/generated/document-type.ts'
import { nodeById } from '../schema-graph.ts'
import { definitionsOf, type Workspace } from '../workspace.ts'

/** In which language is spoken, and of what: whose fields and steps are called by which names. */
export interface Speech {
  readonly language: ScreenLanguage
  readonly workspace: Workspace
  /** The type whose fields are spoken of; of several that travel a schema, the first. */
  readonly type?: DocumentType | undefined
  readonly schema?: ApprovalSchema | undefined
}

/** One of two wordings. */
export const say = ({ language }: Pick<Speech, 'language'>, en: string, ro: string): string => (language === 'ro' ? ro : en)

/** A text of the office in the language that is spoken; where it lacks it, in another that it has. */
export const called = ({ language, workspace }: Speech, text: LocalText): string => textIn(text, language, workspace.languages)

/** In the quotes of each language. */
export const quoted = ({ language }: Pick<Speech, 'language'>, words: string): string => (language === 'ro' ? `„${words}”` : `“${words}”`)

const lists = new Map<string, Intl.ListFormat>()

/** "a, b and c", or with "or". */
export function listed(
  { language }: Pick<Speech, 'language'>,
  words: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  const key = `${language} ${type}`
  const format = lists.get(key) ?? new Intl.ListFormat(language === 'ro' ? 'ro-RO' : 'en-GB', { type })
  lists.set(key, format)
  return format.format(words)
}

/** The first letter large, as a sentence begins. */
export const capital = (words: string): string => words.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('ro'))

/** The first letter small, where a label stands inside a sentence; names in capitals and a lone capital stay. */
export const small = (words: string): string =>
  /^\p{Lu}(?=\p{Ll})/u.test(words) ? words[0]!.toLocaleLowerCase('ro') + words.slice(1) : words

/** A field by its label: of the card, through links, of a row. */
export function fieldName(speech: Speech, path: string): string {
  const { workspace, type } = speech
  const parts = path.split('.')
  const own: Record<string, readonly [string, string]> = {
    number: ['Number', 'Număr'],
    title: ['Title', 'Titlu'],
    status: ['Status', 'Stare'],
    author: ['Author', 'Autor'],
    createdOn: ['Created on', 'Creat la'],
    me: ['whoever looks', 'cine se uită'],
    step: ['Step', 'Pas'],
  }
  const ofPerson: Record<string, readonly [string, string]> = {
    name: ['Name', 'Nume'],
    email: ['E-mail', 'E-mail'],
    department: ['Department', 'Departament'],
    manager: ['Manager', 'Superior'],
    language: ['Language', 'Limbă'],
    signingLimit: ['Signing limit', 'Limită de semnătură'],
    roles: ['Roles', 'Roluri'],
    groups: ['Groups', 'Grupuri'],
  }
  const names: string[] = []
  let types: readonly DocumentType[] = type ? [type] : []
  let table: readonly { readonly id: string; readonly label: LocalText }[] | undefined
  for (const [index, part] of parts.entries()) {
    if (index === 0 && part === 'row') {
      table = types.flatMap((each) => each.fields.flatMap((field) => (field.type === 'table' ? field.fields : [])))
      continue
    }
    if (index === 0 && (part === 'that' || part === 'this' || part === 'person')) {
      // A person is no document, whatever fields of documents are called.
      if (part !== 'this') types = part === 'person' ? [] : definitionsOf(workspace, 'document-type')
      continue
    }
    const field = table?.find(({ id }) => id === part) ?? types.flatMap((each) => each.fields.filter(({ id }) => id === part))[0]
    const known = parts[0] === 'person' ? ofPerson[part] : own[part]
    names.push(field ? called(speech, field.label) : known ? say(speech, ...known) : part)
    table = field && 'fields' in field ? (field.fields as typeof table) : undefined
    types =
      field && 'to' in field
        ? (field.to as string[]).flatMap((id) => definitionsOf(workspace, 'document-type').filter((each) => each.id === id))
        : []
  }
  return names.join(' → ')
}

/** A step by its label; one without goes by its id, which is better than nothing. */
export function nodeName(speech: Speech, id: string): string {
  const label = speech.schema && nodeById(speech.schema, id)?.label
  return label === undefined ? id : called(speech, label)
}

/** A status by its label, as the type calls it. */
export function statusName(speech: Speech, id: string): string {
  const label = speech.type?.statuses?.find((status) => status.id === id)?.label
  return label === undefined ? id : called(speech, label)
}

/** "“Amount” and “Signed on”" */
export const fieldsListed = (speech: Speech, paths: readonly string[]): string =>
  listed(
    speech,
    paths.map((path) => quoted(speech, fieldName(speech, path))),
  )

/** "“Writing” and “Board”" */
export const nodesListed = (speech: Speech, ids: readonly string[]): string =>
  listed(
    speech,
    ids.map((id) => quoted(speech, nodeName(speech, id))),
  )
