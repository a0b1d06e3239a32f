import { IconCloudCheck, IconCloudOff, IconCloudUp, IconCloudX } from '@tabler/icons-react'
import { refusalSentence } from '../../runtime/app/data/refusal.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import { useFormats } from '../../runtime/app/language/use-formats.ts'
import { useWords } from '../language/words.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import classes from './designer-bar.module.css'

/** Whether what was edited lies on the server: said as it changes, and never in the way. */
export function SavedState() {
  const { t } = useWords()
  const texts = useTexts()
  const { time } = useFormats()
  const { saving } = useWorkspace()
  const [icon, words, tone] =
    saving.state === 'saved'
      ? ([IconCloudCheck, saving.at ? t('saving.savedAt', { time: time(saving.at) }) : t('saving.saved'), 'grey'] as const)
      : saving.state === 'saving'
        ? ([IconCloudUp, t('saving.saving'), 'grey'] as const)
        : saving.state === 'offline'
          ? ([IconCloudOff, t('saving.offline'), 'amber'] as const)
          : ([IconCloudX, t('saving.refused', { why: refusalSentence(saving.refusal, texts) }), 'red'] as const)
  const Icon = icon
  return (
    <span className={classes.saving} data-tone={tone} role="status" data-saving={saving.state}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className="cut">{words}</span>
    </span>
  )
}
