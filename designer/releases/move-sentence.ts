import type { PlannedMove } from '../../runtime/api/answers.ts'
import type { Problem, ProblemCode } from '../../runtime/engine/problem.ts'
import type { LocalText } from '../../runtime/engine/site.ts'
import type { DocumentType } from '../../schemas/generated/document-type.ts'
import type { Words } from '../language/words.tsx'
import { quoted } from '../model/words/speech.ts'

/** Refusals that no move can come to: they are of other commands, or of requests. */
export const elsewhere = [
  ...(['not-your-turn', 'assignment-closed', 'assignment-unknown', 'already-claimed', 'not-claimed', 'outcome-unknown'] as const),
  ...(['action-unknown', 'action-not-now', 'not-at-node', 'comment-missing', 'overdue-reason-missing', 'reason-unknown'] as const),
  ...(['signature-missing', 'card-changed', 'edit-conflict', 'person-unknown', 'person-excepted', 'process-running'] as const),
  ...(['not-suspended', 'nowhere-to-withdraw', 'node-not-visited', 'type-unknown', 'definition-invalid', 'request-invalid'] as const),
  ...(['idempotency-key-reused', 'signed-out', 'sign-in-failed', 'origin-refused', 'too-many-requests', 'site-not-empty'] as const),
  ...(['in-use', 'site-empty', 'demo-refused', 'not-found', 'database-away', 'disk-full', 'internal'] as const),
] satisfies readonly ProblemCode[]

/** What a move can be refused for. */
export type MoveProblem = Exclude<Problem, { readonly code: (typeof elsewhere)[number] }>

const isOfMove = (problem: Problem): problem is MoveProblem => !(elsewhere as readonly ProblemCode[]).includes(problem.code)

/** What a document is called in such a list: its number and title; of one that is not for the reader to see, only what it is. */
export function moveName(
  { number, title }: Pick<PlannedMove, 'number' | 'title'>,
  type: DocumentType | undefined,
  { t, of }: Pick<Words, 't' | 'of'>,
): string {
  const kind = of(type?.label)
  return title === null ? t('moves.hidden', { type: kind }) : [number, of(title)].filter(Boolean).join(' · ') || kind
}

type Told = Pick<PlannedMove, 'at' | 'obstacles' | 'fate' | 'problem'>

/** What becomes of a document that runs on an earlier version, in one sentence, with its steps by their titles. `becomes`: what takes the place of a step. */
export function moveSentence(
  item: Told,
  type: DocumentType | undefined,
  words: Pick<Words, 't' | 'of' | 'locale' | 'language'>,
  becomes: ReadonlyMap<string, LocalText> = new Map(),
): string {
  const { t, of, language } = words
  if (item.problem) return isOfMove(item.problem) ? refusalSentence(item.problem, item, type, words) : t('moves.problem.other')
  if (item.fate === 'follows') return t('moves.fate.follows')
  if (item.fate === 'stays') return t('moves.fate.stays')
  const another = item.at.find(({ node }) => becomes.has(node))
  if (another)
    return t('moves.becomes', {
      steps: stepsOf(item.at, words),
      step: quoted({ language }, of(another.label)),
      to: quoted({ language }, of(becomes.get(another.node))),
    })
  return item.at.length > 0 ? t('moves.at', { steps: stepsOf(item.at, words) }) : t('moves.fate.can')
}

function refusalSentence(
  problem: MoveProblem,
  item: Told,
  type: DocumentType | undefined,
  words: Pick<Words, 't' | 'of' | 'locale' | 'language'>,
): string {
  const { t, of, language } = words
  const step = (id: string) => {
    const known = [...item.at, ...item.obstacles, ...item.obstacles.flatMap(({ to }) => to)].find(({ node }) => node === id)
    return quoted({ language }, of(known?.label) || t('moves.someStep'))
  }
  const field = (path: string) => {
    const [id = '', , column] = path.split('/')
    const found = type?.fields.find((one) => one.id === id)
    const inner =
      found && 'fields' in found ? (found.fields as { id: string; label: LocalText }[]).find((one) => one.id === column) : undefined
    return quoted({ language }, of(inner?.label ?? found?.label) || t('moves.someField'))
  }
  const fields = (paths: readonly string[]) => new Intl.ListFormat(words.locale).format([...new Set(paths.map(field))])
  switch (problem.code) {
    case 'cannot-move':
      // Each reason with its own steps: they may stand in the way for different ones.
      return (['missing', 'other-kind', 'other-block'] as const)
        .flatMap((why) => {
          const there = item.obstacles.filter((one) => one.why === why)
          return there.length > 0 ? [t(`moves.why.${why}`, { steps: stepsOf(there, words) })] : []
        })
        .join(' ')
    case 'not-allowed':
      return t('moves.problem.notAllowed')
    case 'card-incomplete':
      return t('moves.problem.incomplete', { fields: fields(problem.fields) })
    case 'card-invalid':
      return t('moves.problem.invalid', { fields: fields(problem.errors.map(({ path }) => path)) })
    case 'check-failed':
      return t('moves.problem.check', { rule: problem.checks.map(({ text }) => of(text)).join(' ') })
    case 'not-unique':
      return t('moves.problem.twin', { field: field(problem.field) })
    case 'nobody-to-ask':
      return t('moves.problem.nobody', { step: step(problem.node) })
    case 'route-missing':
      return t('moves.problem.noRoute', { step: step(problem.node) })
    case 'too-many-steps':
      return t('moves.problem.round', { step: step(problem.node) })
    case 'expression-failed':
      return t('moves.problem.formula')
    case 'process-not-running':
      return t('moves.problem.notRunning')
    case 'document-closed':
      return t('moves.problem.closed')
    case 'document-suspended':
      return t('moves.problem.suspended')
    case 'document-unknown':
      return t('moves.problem.gone')
    case 'stale':
      return t('moves.problem.changed')
    case 'not-supported':
      return t('moves.problem.notSupported')
  }
}

function stepsOf(
  list: readonly { readonly label: LocalText }[],
  { of, locale, language }: Pick<Words, 'of' | 'locale' | 'language'>,
): string {
  return new Intl.ListFormat(locale).format([...new Set(list.map(({ label }) => quoted({ language }, of(label))))])
}
