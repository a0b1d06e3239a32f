import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { AbsencesAnswer, OfficeAnswer, OfficePerson, PersonAnswer } from '../../api/answers.ts'
import type { LocalText } from '../../engine/site.ts'
import { command, get, type Reply } from './client.ts'
import { keys } from './queries.ts'

const officeKey = ['office'] as const
const absencesKey = ['absences'] as const

/** People, what the office is made of, and absences, for the administrator. */
export const useOffice = () => useQuery({ queryKey: officeKey, queryFn: ({ signal }) => get<OfficeAnswer>('/api/office', signal) })

/** My absences, and those where I stand in. */
export const useAbsences = () =>
  useQuery({ queryKey: absencesKey, queryFn: ({ signal }) => get<AbsencesAnswer>('/api/office/absences', signal) })

/** A colleague, how to reach them, and who stands in. */
export const useColleague = (id: string) =>
  useQuery({
    queryKey: [...keys.person(id), 'card'],
    queryFn: ({ signal }) => get<PersonAnswer>(`/api/people/${encodeURIComponent(id)}`, signal),
  })

/** `PUT /api/office/people/{id}`. */
export type PersonRequest = Omit<Pick<OfficePerson, PeopleFields | 'calendar' | 'signingLimit'>, 'id'> & {
  left: boolean
  password?: string
}

type PeopleFields = 'id' | 'name' | 'email' | 'language' | 'department' | 'manager' | 'roles' | 'groups'
type StructureKind = 'roles' | 'groups' | 'departments'

/** `POST /api/office/roles`, `/groups`, `/departments`; the last two fields are a department's. */
export interface StructureRequest {
  id: string
  label: LocalText
  people: readonly string[]
  parent?: string | null
  head?: string | null
}

/** `POST /api/office/absences`, for oneself. */
export interface AbsenceRequest {
  substitute: string
  from: string
  to: string
  openToo: boolean
}

/** What the administrator changes, and everybody of their own. After each, the lists it touches are asked for anew. */
export function useOfficeCommands() {
  const client = useQueryClient()
  const send = useCallback(
    async <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Promise<Reply<T>> => {
      const reply = await command<T>(path, body, { method })
      if (reply.ok)
        for (const queryKey of [officeKey, absencesKey, keys.session, keys.departments, ['people'], ['person']])
          client.invalidateQueries({ queryKey })
      return reply
    },
    [client],
  )
  return {
    addPerson: (request: PersonRequest) => send<OfficePerson>('POST', '/api/office/people', request),
    savePerson: (id: string, request: PersonRequest) => send<OfficePerson>('PUT', `/api/office/people/${encodeURIComponent(id)}`, request),
    /** Many people at once: all of them, or none. */
    savePeople: (people: readonly Pick<OfficePerson, PeopleFields>[]) => send<OfficeAnswer>('PUT', '/api/office/people', { people }),
    saveStructure: (kind: StructureKind, request: StructureRequest) => send<void>('POST', `/api/office/${kind}`, request),
    dropStructure: (kind: StructureKind, id: string) => send<void>('DELETE', `/api/office/${kind}/${encodeURIComponent(id)}`, {}),
    addAbsence: (request: AbsenceRequest) => send<{ id: string }>('POST', '/api/office/absences', request),
    endAbsence: (id: string) => send<void>('DELETE', `/api/office/absences/${encodeURIComponent(id)}`, {}),
    /** The language that notices and the server's sentences come in, and other devices start with. */
    saveLanguage: (language: string) => send<void>('PUT', '/api/office/language', { language }),
  }
}
