import { Button } from '@mantine/core'
import type { LayoutTab } from '../../schemas/generated/document-type.ts'
import { OptionalCondition } from '../conditions/optional-condition.tsx'
import { useWords } from '../language/words.tsx'
import { moveTab } from '../model/commands/type/move-tab.ts'
import { removeTab } from '../model/commands/type/remove-tab.ts'
import { setTabProperty } from '../model/commands/type/set-tab-property.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { TextInLanguages } from '../types/parts/text-in-languages.tsx'
import classes from './form-panel.module.css'
import type { Selected } from './selected.ts'

interface TabPanelProps {
  readonly layout: readonly LayoutTab[]
  readonly tab: LayoutTab
  readonly onSelect: (selected: Selected | null) => void
}

/** A tab of the form: its heading, when it shows, its place. */
export function TabPanel({ layout, tab, onSelect }: TabPanelProps) {
  const { t, of } = useWords()
  const { body: type, run } = useEditing('document-type')
  const at = layout.findIndex(({ id }) => id === tab.id)
  return (
    <>
      <div className={classes.head}>
        <div>
          <h2>{of(tab.tab)}</h2>
          <p>{t('tab.title')}</p>
        </div>
      </div>
      <PanelGroup title={t('property.label')}>
        <TextInLanguages
          bare
          label={t('property.label')}
          value={tab.tab}
          onChange={(text) => run(setTabProperty({ tab: tab.id, set: { tab: text! } }))}
        />
      </PanelGroup>
      <PanelGroup title={t('property.visible')}>
        <OptionalCondition
          label={t('property.visible')}
          always={t('property.always')}
          value={tab.when}
          place={{ type }}
          onChange={(when) => run(setTabProperty({ tab: tab.id, set: { when } }))}
        />
      </PanelGroup>
      <div className={classes.foot}>
        <Button variant="default" size="xs" disabled={at <= 0} onClick={() => run(moveTab({ tab: tab.id, to: at - 1 }))}>
          {t('move.left')}
        </Button>
        <Button variant="default" size="xs" disabled={at >= layout.length - 1} onClick={() => run(moveTab({ tab: tab.id, to: at + 1 }))}>
          {t('move.right')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={layout.length === 1}
          onClick={() => {
            if (run(removeTab({ tab: tab.id }))) onSelect(null)
          }}
        >
          {t('tab.remove')}
        </Button>
      </div>
      <p className={classes.hint} style={{ padding: '0 16px 16px' }}>
        {t('tab.remove.text')}
      </p>
    </>
  )
}
