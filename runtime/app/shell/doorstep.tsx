import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Language, languages } from '../language/language.ts'
import { useLanguageChoice } from '../language/language-choice.tsx'
import { useTexts } from '../language/texts.tsx'
import { BrandMark } from './brand-mark.tsx'
import classes from './doorstep.module.css'

/** The page of somebody who has not come in yet: whose house it is, the language in sight, and what there is to do. */
export function Doorstep({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.page} data-two={aside ? true : undefined}>
      <section className={classes.left} aria-label="Dosar">
        <header className={classes.head}>
          <span className={classes.brand}>
            <BrandMark size={28} />
            Dosar
          </span>
          <LanguageSwitch />
        </header>
        {aside}
      </section>
      <main className={classes.sheet} id="content">
        {children}
      </main>
    </div>
  )
}

function LanguageSwitch() {
  const { t } = useTexts()
  const { language, choose } = useLanguageChoice()
  return (
    <SegmentedControl
      size="sm"
      className={classes.language ?? ''}
      aria-label={t('shell.language')}
      value={language}
      onChange={(chosen) => choose(chosen as Language)}
      data={languages.map(({ id, label }) => ({ value: id, label: <span lang={id}>{label}</span> }))}
    />
  )
}
