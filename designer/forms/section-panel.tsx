import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import type { LayoutSection, LayoutTab } from '../../schemas/generated/document-type.ts'
import { OptionalCondition } from '../conditions/optional-condition.tsx'
import { useWords } from '../language/words.tsx'
import { moveSection } from '../model/commands/type/move-section.ts'
import { removeSection } from '../model/commands/type/remove-section.ts'
import { setColumnCount } from '../model/commands/type/set-column-count.ts'
import { setSectionProperty } from '../model/commands/type/set-section-property.ts'
import { useEditing } from '../types/parts/editing.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { TextInLanguages } from '../types/parts/text-in-languages.tsx'
import classes from './form-panel.module.css'
import type { Selected } from './selected.ts'

interface SectionPanelProps {
  readonly layout: readonly LayoutTab[]
  readonly tab: LayoutTab
  readonly section: LayoutSection
  readonly onSelect: (selected: Selected | null) => void
}

/** A section of the form: its heading, how many columns, when it shows, where it stands. */
export function SectionPanel({ layout, tab, section, onSelect }: SectionPanelProps) {
  const { t, of } = useWords()
  const { body: type, run } = useEditing('document-type')
  const of_ = { tab: tab.id, section: section.id }
  const at = tab.sections.findIndex(({ id }) => id === section.id)
  const move = (toTab: string, to: number) => {
    const done = run(moveSection({ ...of_, toTab, to }))
    if (done && toTab !== tab.id) onSelect(null)
  }
  return (
    <>
      <div className={classes.head}>
        <div>
          <h2>{of(section.title) || t('form.section')}</h2>
          <p>{t('section.title')}</p>
        </div>
      </div>
      <PanelGroup title={t('section.heading')}>
        <TextInLanguages
          bare
          label={t('section.heading')}
          value={section.title}
          onChange={(title) => run(setSectionProperty({ ...of_, set: { title } }))}
        />
      </PanelGroup>
      <PanelGroup title={t('section.columns')}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('section.columns')}
          value={String(section.columns.length)}
          data={['1', '2', '3', '4']}
          onChange={(count) => run(setColumnCount({ ...of_, count: Number(count) }))}
        />
      </PanelGroup>
      <PanelGroup title={t('property.visible')}>
        <OptionalCondition
          label={t('property.visible')}
          always={t('property.always')}
          value={section.when}
          place={{ type }}
          onChange={(when) => run(setSectionProperty({ ...of_, set: { when } }))}
        />
      </PanelGroup>
      {layout.length > 1 && (
        <PanelGroup title={t('section.tab')}>
          <NativeSelect
            aria-label={t('section.tab')}
            value={tab.id}
            data={layout.map((one) => ({ value: one.id, label: of(one.tab) }))}
            onChange={(event) => {
              const to = layout.find(({ id }) => id === event.currentTarget.value)
              if (to) move(to.id, to.sections.length)
            }}
          />
        </PanelGroup>
      )}
      <div className={classes.foot}>
        <Button variant="default" size="xs" disabled={at <= 0} onClick={() => move(tab.id, at - 1)}>
          {t('move.up')}
        </Button>
        <Button variant="default" size="xs" disabled={at >= tab.sections.length - 1} onClick={() => move(tab.id, at + 1)}>
          {t('move.down')}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            if (run(removeSection(of_))) onSelect(null)
          }}
        >
          {t('section.remove')}
        </Button>
      </div>
      <p className={classes.hint} style={{ padding: '0 16px 16px' }}>
        {t('tab.remove.text')}
      </p>
    </>
  )
}
