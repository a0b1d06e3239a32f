import { NativeSelect } from '@mantine/core'
import { IconSitemap } from '@tabler/icons-react'
import { useSchema } from '../canvas/schema-editing.tsx'
import { useWords } from '../language/words.tsx'
import { PanelGroup } from '../types/parts/page-part.tsx'
import { TextInLanguages } from '../types/parts/text-in-languages.tsx'
import { AllowEntry } from './entries/allow-entry.tsx'
import { BarEntry } from './entries/bar-entry.tsx'
import { DeadlineEntry } from './entries/deadline-entry.tsx'
import classes from './inspector.module.css'
import { PanelFindings } from './panel-findings.tsx'
import { PanelHead } from './panel-head.tsx'
import { stepChoices } from './step-choices.ts'

/** The schema itself: what it is called, where documents begin, by when all of it has to be done, and who may do more than decide. */
export function SchemaPanel() {
  const { t, of, locale } = useWords()
  const { schema, speech, types, findings, execute } = useSchema()
  const named = new Intl.ListFormat(locale, { type: 'conjunction' }).format(types.map(({ label }) => of(label)))
  return (
    <>
      <PanelHead
        icon={IconSitemap}
        name={of(schema.label)}
        what={types.length > 0 ? t('home.usedBy', { types: named }) : t('home.noTraveller')}
      />
      <PanelFindings findings={findings.filter(({ jump }) => jump?.panel === 'definition')} />
      <PanelGroup title={t('panel.name')}>
        <TextInLanguages
          bare
          label={t('panel.name')}
          value={schema.label}
          onChange={(label) => execute({ type: 'set-schema-property', property: 'label', value: label })}
        />
      </PanelGroup>
      <PanelGroup title={t('canvas.begins')}>
        <NativeSelect
          size="xs"
          aria-label={t('canvas.begins')}
          value={schema.start}
          onChange={(event) => execute({ type: 'set-start', node: event.currentTarget.value })}
          data={stepChoices(schema, speech).filter(({ value }) => schema.nodes.find(({ id }) => id === value)?.kind !== 'join')}
        />
      </PanelGroup>
      <PanelGroup title={t('schema.hint')}>
        <p className={classes.quiet}>{t('schema.hint.text')}</p>
      </PanelGroup>
      <DeadlineEntry deadline={schema.deadline} pauses />
      <BarEntry bar={schema.bar} onChange={(bar) => execute({ type: 'set-schema-property', property: 'bar', value: bar })} />
      <AllowEntry rules={schema.allow} onChange={(allow) => execute({ type: 'set-schema-property', property: 'allow', value: allow })} />
    </>
  )
}
