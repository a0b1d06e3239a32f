import type { Translation } from '../../runtime/app/language/message.ts'
import type { sourceEn } from './source-en.ts'

export const sourceRo: Translation<typeof sourceEn> = {
  'source.label': 'Textul definiției {name}',
  'source.notYet': 'Acest text este păstrat aici și încă nu schimbă nimic.',
  'source.takeDrawn': 'Renunță la acest text',
  'source.elsewhere': 'Desenul s-a schimbat între timp.',
  'source.tooLong': 'Are prea multe caractere: {found}; se citesc cel mult {expected}.',
  'source.notJson': 'Citirea se oprește la linia {line}, coloana {column}.',
  'source.otherId': 'Își spune „{found}” în loc de „{expected}”; alt id înseamnă altă definiție.',
  'source.schema': {
    one: 'Un loc nu se potrivește cu limbajul; este marcat.',
    few: '{count} locuri nu se potrivesc cu limbajul; sunt marcate.',
    other: '{count} de locuri nu se potrivesc cu limbajul; sunt marcate.',
  },
  'source.keys': 'Ctrl+Spațiu completează, F8 duce la marcajul următor, Ctrl+M lasă tasta Tab să iasă din text.',
}
