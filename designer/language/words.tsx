import { createContext, Fragment, type ReactNode, use, useContext, useMemo } from 'react'
import { type Language, localeOf } from '../../runtime/app/language/language.ts'
import { compose, pluralForm, type SlotsIn, splitAtSlots, type Values, written } from '../../runtime/app/language/message.ts'
import { type DefinitionText, textOf } from '../../runtime/app/language/text-of.ts'
import { useTexts } from '../../runtime/app/language/texts.tsx'
import type { en } from './en.ts'
import type { DesignerCatalog } from './ro.ts'

type English = typeof en
export type WordKey = keyof English
type SlotsOf<K extends WordKey> = English[K] extends string
  ? SlotsIn<English[K]>
  : English[K] extends { other: infer Other extends string }
    ? 'count' | SlotsIn<Other>
    : never
type Needed<K extends WordKey, V> = [SlotsOf<K>] extends [never]
  ? []
  : [values: { readonly [Name in SlotsOf<K>]: Name extends 'count' ? number : V }]

/** The designer's own words: they come with it, so that an end user's first page carries none of them. */
export interface Words {
  readonly language: Language
  readonly locale: string
  /** A sentence of the designer. */
  t<K extends WordKey>(key: K, ...values: Needed<K, string | number>): string
  /** The same with parts of the page in its slots: a chip, a button. */
  rich<K extends WordKey>(key: K, ...values: Needed<K, ReactNode>): ReactNode
  /** A text of a definition in the reader's language. */
  of(text: DefinitionText | undefined): string
}

const loaders: Record<Language, () => Promise<DesignerCatalog>> = {
  en: () => import('./en.ts').then((module) => module.en),
  ro: () => import('./ro.ts').then((module) => module.ro),
}
const loading = new Map<Language, Promise<DesignerCatalog>>()

/** The catalog of a language, fetched once. */
export function designerCatalog(language: Language): Promise<DesignerCatalog> {
  const known = loading.get(language) ?? loaders[language]()
  loading.set(language, known)
  return known
}

export function makeWords(language: Language, catalog: DesignerCatalog): Words {
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

const WordsContext = createContext<Words | null>(null)

/** Stands inside a Suspense: it waits for the words. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const { language } = useTexts()
  const catalog = use(designerCatalog(language))
  const words = useMemo(() => makeWords(language, catalog), [language, catalog])
  return <WordsContext value={words}>{children}</WordsContext>
}

/** The designer's words in the reader's language: `const { t } = useWords()`. Common words ("Cancel", dates) are the app's `useTexts`. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords stands outside WordsProvider')
  return words
}
