// English that stayed on a Romanian screen: of the program's own words, and of the definitions' texts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { en as designerEn } from '../../designer/language/en.ts'
import { ro as designerRo } from '../../designer/language/ro.ts'
import { en } from '../../runtime/app/language/en.ts'
import { languages } from '../../runtime/app/language/language.ts'
import { ro } from '../../runtime/app/language/ro.ts'

const template = join(import.meta.dirname, '../../templates/construction-contracts')

/** Every message of a catalog, with plural forms apart. */
const messages = (catalog: object): string[] =>
  Object.values(catalog).flatMap((message: string | object) => (typeof message === 'string' ? [message] : messages(message)))

function* pairsIn(value: unknown): Generator<{ readonly en: string; readonly ro: string }> {
  if (typeof value !== 'object' || value === null) return
  const { en, ro } = value as { en?: unknown; ro?: unknown }
  if (typeof en === 'string' && typeof ro === 'string') yield { en, ro }
  for (const part of Object.values(value)) yield* pairsIn(part)
}

const pairs = ['document-types', 'approval-schemas', 'directories']
  .flatMap((folder) => readdirSync(join(template, folder)).map((file) => join(template, folder, file)))
  .concat(join(template, 'people.json'))
  .flatMap((file) => [...pairsIn(JSON.parse(readFileSync(file, 'utf8')))])

// Languages are called by their own names everywhere.
const romanian = new Set([
  ...messages(ro),
  ...messages(designerRo),
  ...pairs.map((pair) => pair.ro),
  ...languages.map(({ label }) => label),
])
const english = [...new Set([...messages(en), ...messages(designerEn), ...pairs.map((pair) => pair.en)])].filter(
  (text) => !romanian.has(text) && text.replace(/\{\w+\}/g, '').replace(/\P{L}/gu, '').length > 3,
)
const plain = new Set(english.filter((text) => !text.includes('{')))
const slotted = english
  .filter((text) => text.includes('{'))
  .map(
    (text) =>
      new RegExp(
        `^${text
          .split(/\{\w+\}/)
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.+')}$`,
      ),
  )

/** Texts and spoken names on the page that are English messages and not Romanian ones; names that people gave may be any. */
export async function englishLeft(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const texts = new Set<string>()
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.closest('script, style') || (parent.closest('[lang]') ?? document.body).getAttribute('lang') === 'en') continue
      texts.add(node.textContent?.trim() ?? '')
      if (parent.children.length > 0 || parent.childNodes.length > 1) texts.add(parent.textContent?.trim() ?? '')
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.add(element.getAttribute(name)?.trim() ?? '')
    return [...texts, document.title.replace(/ · Dosar$/, '')]
  })
  return said.filter((text) => text !== '' && (plain.has(text) || (!romanian.has(text) && slotted.some((shape) => shape.test(text)))))
}
