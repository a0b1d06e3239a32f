import type { OfficePerson } from '../../api/answers.ts'
import type { PersonRequest } from '../data/office.ts'
import { fewestCharacters } from '../ui/password-strength.ts'

/** What stands in the form of a person; texts as they were typed. */
export interface PersonAnswers {
  readonly name: string
  readonly email: string
  readonly language: string
  readonly department: string | null
  readonly manager: string | null
  /** Their own working calendar; null: the office's. */
  readonly calendar: string | null
  /** The amount up to which they may sign; null: none is said. */
  readonly signingLimit: number | null
  readonly roles: readonly string[]
  readonly groups: readonly string[]
  readonly password: string
  readonly left: boolean
}

export const answersOf = (person: OfficePerson | null, language: string): PersonAnswers => ({
  name: person?.name ?? '',
  email: person?.email ?? '',
  language: person?.language ?? language,
  department: person?.department ?? null,
  manager: person?.manager ?? null,
  calendar: person?.calendar ?? null,
  signingLimit: person?.signingLimit ?? null,
  roles: person?.roles ?? [],
  groups: person?.groups ?? [],
  password: '',
  left: person?.left ?? false,
})

export type WrongAnswer = 'name' | 'email' | 'email.missing' | 'password'

/** What cannot be sent as it stands. Whoever signs in does so by e-mail, so a password wants one. */
export function wrongAnswers(answers: PersonAnswers): WrongAnswer[] {
  const email = answers.email.trim()
  return [
    ...(answers.name.trim() === '' ? (['name'] as const) : []),
    ...(email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email) ? (['email'] as const) : []),
    ...(email === '' && answers.password !== '' ? (['email.missing'] as const) : []),
    ...(answers.password !== '' && [...answers.password].length < fewestCharacters ? (['password'] as const) : []),
  ]
}

/** A blank password is not sent: it stays as it was. */
export const requestOf = ({ name, email, password, roles, groups, ...rest }: PersonAnswers): PersonRequest => ({
  ...rest,
  name: name.trim(),
  email: email.trim() || null,
  roles: [...roles],
  groups: [...groups],
  ...(password !== '' && { password }),
})
