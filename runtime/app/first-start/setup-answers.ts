import type { SetupRequest } from '../../api/answers.ts'
import { fewestCharacters } from '../ui/password-strength.ts'

export type Answers = SetupRequest

/** The answers that the server would refuse, in the order of the page. */
export function wrongAnswers(answers: Answers): ('organisation' | 'name' | 'email' | 'password' | 'hours')[] {
  return [
    ...(answers.organisation.trim() === '' ? (['organisation'] as const) : []),
    ...(answers.name.trim() === '' ? (['name'] as const) : []),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answers.email.trim()) ? [] : (['email'] as const)),
    ...([...answers.password].length < fewestCharacters ? (['password'] as const) : []),
    ...(answers.hours.from < answers.hours.to ? [] : (['hours'] as const)),
  ]
}
