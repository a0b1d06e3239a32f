import { IconHandStop } from '@tabler/icons-react'
import { useSchema } from '../canvas/schema-editing.tsx'
import { useWords } from '../language/words.tsx'
import { ActionsEntry } from './entries/actions-entry.tsx'
import { OnwardEntry } from './entries/onward-entry.tsx'
import { PanelFindings } from './panel-findings.tsx'
import { PanelHead } from './panel-head.tsx'

/** The buttons that work wherever a document is, and where they lead. */
export function AnywherePanel() {
  const { t } = useWords()
  const { findings } = useSchema()
  return (
    <>
      <PanelHead icon={IconHandStop} name={t('canvas.anywhere.none')} what={t('anywhere.what')} />
      <PanelFindings findings={findings.filter(({ jump }) => jump?.panel === 'anywhere')} />
      <ActionsEntry node="anywhere" />
      <OnwardEntry node={{ id: 'anywhere' }} />
    </>
  )
}
