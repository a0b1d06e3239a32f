import type { Program } from '../../runtime/engine/approval/program.ts'
import type { Problem } from '../../runtime/engine/problem.ts'
import type { Words } from '../language/words.tsx'

interface Speech extends Pick<Words, 't' | 'of'> {
  readonly name: (person: string) => string
}

/** Why the engine refused something in a trial, in one sentence. */
export function problemInWords(problem: Problem, { nodes, fields }: Program, { t, of, name }: Speech): string {
  const node = (id: string) => of(nodes.get(id)?.label ?? id)
  const field = (path: string) => {
    const [id = '', , column] = path.split('/')
    const found = fields.get(id)
    const inner = column === undefined ? undefined : found?.fields?.find((one) => one.id === column)
    return of(inner?.label ?? found?.label ?? path)
  }
  switch (problem.code) {
    case 'card-incomplete':
      return t('try.problem.incomplete', { fields: problem.fields.map(field).join(', ') })
    case 'card-invalid':
      return t('try.problem.invalid', { fields: [...new Set(problem.errors.map(({ path }) => field(path)))].join(', ') })
    case 'check-failed':
      return problem.checks.map(({ text }) => of(text)).join(' ')
    case 'not-your-turn':
      return problem.holder ? t('try.problem.theirs', { person: name(problem.holder) }) : t('try.problem.notAsked')
    case 'not-allowed':
      if (problem.field) return t('try.problem.field', { field: field(problem.field) })
      return problem.what === 'create' ? t('try.problem.create') : t('try.problem.notAllowed')
    case 'already-claimed':
      return t('try.problem.claimed', { person: name(problem.by) })
    case 'action-not-now':
      return typeof problem.whenNot === 'string' || typeof problem.whenNot === 'object'
        ? of(problem.whenNot as string) || t('try.problem.notNow')
        : t('try.problem.notNow')
    case 'comment-missing':
      return t('try.problem.comment')
    case 'overdue-reason-missing':
      return t('try.problem.reason')
    case 'nobody-to-ask':
      return t('try.problem.nobody', { step: node(problem.node) })
    case 'route-missing':
      return t('try.problem.noRoute', { step: node(problem.node) })
    case 'not-at-node':
      return t('try.problem.elsewhere', { step: node(problem.node) })
    case 'person-excepted':
      return t('try.problem.excepted', { person: name(problem.person) })
    case 'not-unique':
      return t('try.problem.twin', { field: field(problem.field) })
    case 'type-unknown':
      return t('try.problem.type')
    case 'expression-failed':
      return t('try.problem.formula', { why: problem.why })
    default:
      return t('try.problem.other', { code: problem.code })
  }
}
