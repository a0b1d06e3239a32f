import { Button } from '@mantine/core'
import { IconArrowsSplit2, IconCopy, IconTrash } from '@tabler/icons-react'
import { useSchema } from '../canvas/schema-editing.tsx'
import { nothing, ofSteps } from '../canvas/selection.ts'
import { useWords } from '../language/words.tsx'
import { copyNodes } from '../model/clip.ts'
import { ownWords } from '../model/text-in-languages.ts'
import { nodeName } from '../model/words/speech.ts'
import { PanelGroup } from '../types/parts/page-part.tsx'
import classes from './inspector.module.css'

/** Several steps at once: what can be done with them together. */
export function SeveralPanel({ ids }: { ids: readonly string[] }) {
  const { t } = useWords()
  const { schema, speech, workspace, execute, select } = useSchema()
  const wrap = () => {
    const label = ownWords({ en: 'At the same time', ro: 'În paralel' }, workspace.languages)
    const executed = execute({ type: 'wrap-in-block', nodes: ids, label })
    if (executed.ok && executed.made) select(ofSteps(executed.made))
  }
  const double = () => {
    const executed = execute({ type: 'paste-nodes', clip: copyNodes(schema, ids) })
    if (executed.ok && executed.made) select(ofSteps(executed.made))
  }
  return (
    <PanelGroup title={t('canvas.selected', { count: ids.length })}>
      <p className={classes.quiet}>{ids.map((id) => nodeName(speech, id)).join(', ')}</p>
      <div className={classes.chips}>
        <Button size="xs" variant="default" leftSection={<IconArrowsSplit2 size={15} />} onClick={wrap}>
          {t('panel.wrap')}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconCopy size={15} />} onClick={double}>
          {t('panel.double')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTrash size={15} />}
          onClick={() => {
            if (execute({ type: 'remove-nodes', nodes: ids }).ok) select(nothing)
          }}
        >
          {t('panel.remove')}
        </Button>
      </div>
    </PanelGroup>
  )
}
