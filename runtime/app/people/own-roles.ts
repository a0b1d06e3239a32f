import type { OfficeAnswer } from '../../api/answers.ts'
import type { Texts } from '../language/texts.tsx'

/** The two roles that every office has: who looks after people and rights, and who draws how the office works. */
export const ownRoles = ['administrator', 'designer'] as const

export const isOwnRole = (id: string): boolean => ownRoles.some((own) => own === id)

/** The office as the screens show it: with the program's own roles among those that it named itself. */
export function withOwnRoles(office: OfficeAnswer, { t }: Texts): OfficeAnswer {
  const named = office.roles.filter(({ id }) => !isOwnRole(id))
  return { ...office, roles: [...ownRoles.map((id) => ({ id, label: t(`office.${id}`), usedBy: [] })), ...named] }
}
