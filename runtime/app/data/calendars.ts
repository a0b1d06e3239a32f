import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CalendarsAnswer, HolidaysAnswer, NamedCalendar } from '../../api/answers.ts'
import { command, get, type Reply } from './client.ts'

const calendarsKey = ['calendars'] as const

/** The working calendars, for the administrator. */
export const useCalendars = () =>
  useQuery({ queryKey: calendarsKey, queryFn: ({ signal }) => get<CalendarsAnswer>('/api/office/calendars', signal) })

/** The public holidays of a country in a year; asked only where there is a country. */
export const useHolidays = (country: string | null, year: number) =>
  useQuery({
    queryKey: ['holidays', country, year],
    queryFn: ({ signal }) => get<HolidaysAnswer>(`/api/office/holidays?country=${country}&year=${year}`, signal),
    enabled: country !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Changes a calendar, adds one or takes one away; `country` is kept with the office's own. */
export function useCalendarCommands() {
  const client = useQueryClient()
  const after = async (sent: Promise<Reply<CalendarsAnswer>>): Promise<Reply<CalendarsAnswer>> => {
    const reply = await sent
    if (reply.ok) {
      client.setQueryData(calendarsKey, reply.value)
      client.invalidateQueries({ queryKey: ['office'] })
    }
    return reply
  }
  const path = (id: string) => `/api/office/calendars/${encodeURIComponent(id)}`
  return {
    save: (id: string, calendar: NamedCalendar, country: string | null) =>
      after(command(path(id), { ...calendar, country }, { method: 'PUT' })),
    drop: (id: string) => after(command(path(id), {}, { method: 'DELETE' })),
  }
}
