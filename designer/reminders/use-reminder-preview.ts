import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReminderPreviewAnswer } from '../../runtime/api/answers.ts'
import { command } from '../../runtime/app/data/client.ts'
import { RequestRefused } from '../../runtime/app/data/refusal.ts'
import type { ReminderRule } from '../../schemas/generated/reminder-rule.ts'

const pause = 500

/** What a rule as it is drawn would say in the next sixty days on the site's documents; asked anew a moment after each edit. */
export function useReminderPreview(rule: ReminderRule) {
  const [asked, ask] = useState(rule)
  useEffect(() => {
    if (asked === rule) return
    const timer = setTimeout(() => ask(rule), pause)
    return () => clearTimeout(timer)
  }, [asked, rule])
  return useQuery({
    queryKey: ['reminder-preview', asked],
    queryFn: async () => {
      const reply = await command<ReminderPreviewAnswer>('/api/definitions/reminder-preview', { rule: asked })
      if (!reply.ok) throw new RequestRefused(reply.refusal)
      return reply.value
    },
    placeholderData: keepPreviousData,
    retry: false,
  })
}
