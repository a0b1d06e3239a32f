import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { type Catalog, loadCatalog } from './catalog.ts'
import { firstSpoken, isLanguage, type Language } from './language.ts'
import { TextsProvider } from './texts.tsx'

const storageKey = 'dosar-language'

interface LanguageChoice {
  readonly language: Language
  /** Changes the words of the screen; the old ones stay until the new ones are here. */
  choose(language: Language): void
  /** The same without remembering it: a device on which nobody chose follows the person who signs in. */
  follow(language: Language): void
}
const ChoiceContext = createContext<LanguageChoice | null>(null)

/** What was chosen on this device, else what the browser wishes. The session's person overrides it after signing in. */
export function rememberedLanguage(): Language {
  const kept = localStorage.getItem(storageKey)
  return isLanguage(kept) ? kept : firstSpoken(navigator.languages)
}

/** Whether somebody chose the language on this device; else the signed-in person's own is taken. */
export const languageWasChosen = (): boolean => isLanguage(localStorage.getItem(storageKey))

export function LanguageProvider({ first, catalog, children }: { first: Language; catalog: Catalog; children: ReactNode }) {
  const [spoken, setSpoken] = useState({ language: first, catalog })
  const follow = useCallback((language: Language) => {
    loadCatalog(language).then((loaded) => setSpoken({ language, catalog: loaded }))
  }, [])
  const choose = useCallback(
    (language: Language) => {
      localStorage.setItem(storageKey, language)
      follow(language)
    },
    [follow],
  )
  useEffect(() => {
    document.documentElement.lang = spoken.language
  }, [spoken.language])
  const choice = useMemo(() => ({ language: spoken.language, choose, follow }), [spoken.language, choose, follow])
  return (
    <ChoiceContext value={choice}>
      <TextsProvider language={spoken.language} catalog={spoken.catalog}>
        {children}
      </TextsProvider>
    </ChoiceContext>
  )
}

export function useLanguageChoice(): LanguageChoice {
  const choice = useContext(ChoiceContext)
  if (!choice) throw new Error('useLanguageChoice stands outside LanguageProvider')
  return choice
}
