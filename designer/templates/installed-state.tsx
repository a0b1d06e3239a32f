import { IconCircleCheck } from '@tabler/icons-react'
import type { TemplateRow } from '../../runtime/api/answers.ts'
import { Status } from '../../runtime/app/ui/status.tsx'
import { useWords } from '../language/words.tsx'

/** Whether the office has it. */
export function InstalledState({ row }: { row: TemplateRow }) {
  const { t } = useWords()
  if (row.installed === 'no') return null
  return (
    <Status tone={row.installed === 'yes' ? 'green' : 'grey'} icon={IconCircleCheck} bare>
      {t(row.installed === 'yes' ? (row.otherwise > 0 ? 'templates.changed' : 'templates.installed') : 'templates.partly')}
    </Status>
  )
}

/** "4 document types, 2 approval schemas, 3 reminders". */
export function useCounts({ counts }: TemplateRow): string {
  const { t, locale } = useWords()
  const parts = [
    counts.types > 0 && t('templates.types', { count: counts.types }),
    counts.schemas > 0 && t('templates.schemas', { count: counts.schemas }),
    counts.rules > 0 && t('templates.rules', { count: counts.rules }),
    counts.directories > 0 && t('templates.directories', { count: counts.directories }),
    counts.scenarios > 0 && t('templates.scenarios', { count: counts.scenarios }),
  ].filter((part) => part !== false)
  return new Intl.ListFormat(locale).format(parts)
}
