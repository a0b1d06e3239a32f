// Why an edit cannot be: one plain sentence, and where there is one, the way round.

import { textIn } from '../../../runtime/engine/card/local-text.ts'
import type { LocalText } from '../../../runtime/engine/site.ts'
import type { ScreenLanguage } from '../../../schemas/finding.ts'
import type { Refusal, RefusalCode } from '../refusal.ts'

type Facts = { readonly name: string; readonly found: string; readonly expected: string }
type Sentence = Record<ScreenLanguage, (facts: Facts) => string>

const sentence = (en: string | ((facts: Facts) => string), ro: string | ((facts: Facts) => string)): Sentence => ({
  en: typeof en === 'string' ? () => en : en,
  ro: typeof ro === 'string' ? () => ro : ro,
})

const sentences: Record<RefusalCode, Sentence> = {
  'no-such-thing': sentence(
    'This no longer exists here. Somebody may have removed it meanwhile.',
    'Nu mai există aici. Poate că a fost șters între timp.',
  ),
  'last-one': sentence('One has to stay. Add another one first.', 'Trebuie să rămână cel puțin unul. Adaugă întâi altul.'),
  'name-empty': sentence('It needs a name or a value.', 'Are nevoie de un nume sau de o valoare.'),
  'id-taken': sentence(
    ({ found }) => `“${found}” is taken already.`,
    ({ found }) => `„${found}” este deja folosit.`,
  ),
  'id-published': sentence(
    'It is in use, so its id stays for ever. Change what it is called instead.',
    'Este în uz, deci identificatorul rămâne pentru totdeauna. Schimbă în schimb numele.',
  ),
  'id-malformed': sentence(
    ({ found }) => `“${found}” cannot be an id: letters without marks and digits, beginning with a small letter.`,
    ({ found }) => `„${found}” nu poate fi identificator: litere fără semne și cifre, începând cu literă mică.`,
  ),
  'published-stays': sentence(
    ({ name }) => `“${name}” is in use and documents name it, so it stays. Take its fields or choices out of use instead.`,
    ({ name }) => `„${name}” este în uz și documentele îl numesc, deci rămâne. Scoate în schimb din uz câmpurile sau opțiunile lui.`,
  ),
  'kind-differs': sentence(
    ({ found, expected }) => `This text is of “${found}”, and “${expected}” is open here. Open the other one to change it.`,
    ({ found, expected }) =>
      `Acest text este al lui „${found}”, iar aici este deschis „${expected}”. Deschide-l pe celălalt ca să îl schimbi.`,
  ),
  'outcome-already-routed': sentence(
    ({ name }) =>
      `Every decision of ${name === '' ? 'this step' : `“${name}”`} leads somewhere already. Take an arrow elsewhere, or add a button first.`,
    ({ name }) =>
      `Fiecare decizie de la ${name === '' ? 'acest pas' : `„${name}”`} duce deja undeva. Mută o săgeată sau adaugă întâi un buton.`,
  ),
  'route-from-end': sentence('Nothing leads on from an end.', 'De la o încheiere nu se mai merge nicăieri.'),
  'route-into-join': sentence(
    'The bar waits only for the ways of its own block. Lead the arrow to the step behind it.',
    'Bara așteaptă doar drumurile din blocul ei. Du săgeata la pasul de după ea.',
  ),
  'cannot-follow': sentence(
    'Nothing comes after an end, so it cannot stand between two steps.',
    'După o încheiere nu mai urmează nimic, deci nu poate sta între doi pași.',
  ),
  'not-on-one-level': sentence(
    'These steps lie in different blocks. Choose steps of one block.',
    'Acești pași se află în blocuri diferite. Alege pași din același bloc.',
  ),
  'block-holds-start': sentence(
    'Documents begin in there. Choose another beginning first.',
    'Documentele încep acolo. Alege întâi alt început.',
  ),
  'cannot-move-into-itself': sentence('A block cannot lie inside itself.', 'Un bloc nu poate sta în el însuși.'),
  'nothing-to-paste': sentence('What was copied holds nothing that belongs here.', 'Ce a fost copiat nu conține nimic potrivit aici.'),
  'not-of-this-kind': sentence('This edit belongs to another kind of definition.', 'Această modificare ține de alt fel de definiție.'),
  'not-a-condition': sentence('This is no condition that can be read.', 'Aceasta nu este o condiție care poate fi citită.'),
  'not-a-duration': sentence(
    ({ found }) => `“${found}” is no length of time.`,
    ({ found }) => `„${found}” nu este o durată.`,
  ),
  'table-in-table': sentence(
    'A table cannot stand inside a table. Make it a document of its own with a link here.',
    'Un tabel nu poate sta într-un tabel. Fă din el un document separat, cu o legătură aici.',
  ),
  'in-use': sentence('Something still uses it.', 'Încă îl folosește ceva.'),
  'already-there': sentence('It is there already.', 'Există deja.'),
  'schema-refuses': sentence(
    'This value cannot stand here. A number pattern needs a counter such as {0000}; a count is a whole number from 1.',
    'Această valoare nu poate sta aici. Un model de număr are nevoie de un contor, ca {0000}; o numărare este un număr întreg de la 1.',
  ),
}

/** The sentence of a refusal, in the reader's language. */
export function refusalText(refusal: Refusal, language: ScreenLanguage, languages: readonly string[] = []): string {
  const words = (key: string) => {
    const fact = refusal[key]
    return fact === undefined ? '' : typeof fact === 'number' ? String(fact) : textIn(fact as LocalText, language, languages)
  }
  return sentences[refusal.code][language]({ name: words('name'), found: words('found'), expected: words('expected') })
}
