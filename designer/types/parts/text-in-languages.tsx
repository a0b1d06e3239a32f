import type { DefinitionText } from '../../../runtime/app/language/text-of.ts'
import type { LocalText } from '../../../runtime/engine/site.ts'
import type { Text } from '../../../schemas/generated/common.ts'
import { useWords } from '../../language/words.tsx'
import { anyWords, named } from '../../model/text-in-languages.ts'
import { CommitInput } from './commit-input.tsx'
import { useAnyEditing } from './editing.tsx'
import classes from './text-in-languages.module.css'

interface TextInLanguagesProps {
  readonly label: string
  readonly value: DefinitionText | undefined
  /** The whole text with the change in it; undefined where nothing is left. */
  readonly onChange: (text: Text | undefined) => void
  readonly multiline?: boolean
  readonly placeholder?: string
  /** Our own words that it has until somebody names it. */
  readonly fresh?: Text
  /** In a row of a list: the label is only spoken. */
  readonly bare?: boolean
}

/** A text in each language of the office, one line each. */
export function TextInLanguages({ label, value, onChange, multiline, placeholder, fresh, bare }: TextInLanguagesProps) {
  const { t } = useWords()
  const { workspace } = useAnyEditing()
  const { languages } = workspace
  const inLanguage = (language: string) => (value === undefined || typeof value === 'string' ? (value ?? '') : (value[language] ?? ''))
  return (
    <div className={classes.texts}>
      {!bare && (
        <div className={classes.label} aria-hidden>
          {label}
        </div>
      )}
      {languages.map((language) => (
        <CommitInput
          key={language}
          lang={language}
          aria-label={languages.length > 1 ? t('text.in', { text: label, language: language.toUpperCase() }) : label}
          value={inLanguage(language)}
          multiline={multiline ?? false}
          // Where it is blank, people read what it is called in another language.
          placeholder={placeholder ?? (value === undefined || inLanguage(language) !== '' ? undefined : anyWords(value as LocalText))}
          leftSection={languages.length > 1 ? <span className={classes.language}>{language.toUpperCase()}</span> : undefined}
          onCommit={(words) => onChange(named(value as LocalText | undefined, fresh, language, words, languages))}
        />
      ))}
    </div>
  )
}
