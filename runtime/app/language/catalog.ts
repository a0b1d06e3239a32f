import type { en } from './en.ts'
import type { Language } from './language.ts'
import type { SlotsIn, Translation } from './message.ts'

type English = typeof en
export type TextKey = keyof English

/** What every catalog must have: the keys of the English one, and plural forms where the English one has them. */
export type Catalog = Translation<English>

/** The slots of a message, read from its English text. */
export type SlotsOf<K extends TextKey> = English[K] extends string
  ? SlotsIn<English[K]>
  : English[K] extends { other: infer Other extends string }
    ? 'count' | SlotsIn<Other>
    : never

/** Only the reader's catalog is fetched. */
const loaders: Record<Language, () => Promise<Catalog>> = {
  en: () => import('./en.ts').then((module) => module.en),
  ro: () => import('./ro.ts').then((module) => module.ro),
}

export const loadCatalog = (language: Language): Promise<Catalog> => loaders[language]()
