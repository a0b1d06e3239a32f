import { createContext, Fragment, type ReactNode, useContext, useMemo } from 'react'
import type { Catalog, SlotsOf, TextKey } from './catalog.ts'
import { type Language, localeOf } from './language.ts'
import { compose, pluralForm, splitAtSlots, type Values, written } from './message.ts'
import { type DefinitionText, textOf } from './text-of.ts'

/** The values that a message needs: none where it has no slots. A slot `count` is a number. */
type Needed<K extends TextKey, V> = [SlotsOf<K>] extends [never]
  ? []
  : [values: { readonly [Name in SlotsOf<K>]: Name extends 'count' ? number : V }]

export interface Texts {
  readonly language: Language
  readonly locale: string
  /** A sentence of the program. */
  t<K extends TextKey>(key: K, ...values: Needed<K, string | number>): string
  /** The same with parts of the page in its slots: a bold name, a link, a button. */
  rich<K extends TextKey>(key: K, ...values: Needed<K, ReactNode>): ReactNode
  /** A text of a definition in the reader's language. */
  of(text: DefinitionText | undefined): string
}

/** The words in one language, without React: for tests and for what formats outside a component. */
export function makeTexts(language: Language, catalog: Catalog): Texts {
  return {
    language,
    locale: localeOf[language],
    t: (key, ...[values]) => compose(catalog[key], (values ?? {}) as Values, language),
    rich: (key, ...[values]) => {
      const message = catalog[key]
      const given = (values ?? {}) as Readonly<Record<string, ReactNode>>
      const text = typeof message === 'string' ? message : pluralForm(message, Number(given.count), language)
      return splitAtSlots(text).map((part, index) => {
        if (index % 2 === 0) return part
        const value = given[part]
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
        return <Fragment key={index}>{typeof value === 'number' ? written(value, language) : value}</Fragment>
      })
    },
    of: (text) => textOf(text, language),
  }
}

const TextsContext = createContext<Texts | null>(null)

export function TextsProvider({ language, catalog, children }: { language: Language; catalog: Catalog; children: ReactNode }) {
  const texts = useMemo(() => makeTexts(language, catalog), [language, catalog])
  return <TextsContext value={texts}>{children}</TextsContext>
}

/** The words of the screen in the reader's language: `const { t } = useTexts()`. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext)
  if (!texts) throw new Error('useTexts stands outside TextsProvider')
  return texts
}
