import './ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { loadCatalog } from './language/catalog.ts'
import { rememberedLanguage } from './language/language-choice.tsx'

// The words come first, so that nothing is ever drawn in a language that the reader did not ask for.
const language = rememberedLanguage()
document.documentElement.lang = language
const catalog = await loadCatalog(language)
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App language={language} catalog={catalog} />
  </StrictMode>,
)
