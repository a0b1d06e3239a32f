import type { PaletteItem } from './field-types.ts'

/** What a new field is called until somebody names it: in every language of the office, whatever the reader's. */
export function newFieldWords(item: PaletteItem): { readonly en: string; readonly ro: string } {
  return { en: english[item], ro: romanian[item] }
}

const english: Readonly<Record<PaletteItem, string>> = {
  text: 'Text',
  'long-text': 'Notes',
  'rich-text': 'Formatted text',
  number: 'Number of',
  money: 'Sum',
  percent: 'Percent',
  date: 'Date',
  'date-time': 'Date and time',
  time: 'Time',
  duration: 'Duration',
  'yes-no': 'Yes or no',
  choice: 'Choice',
  rating: 'Rating',
  color: 'Colour',
  person: 'Person',
  department: 'Department',
  link: 'Link',
  table: 'Table',
  email: 'E-mail',
  phone: 'Phone',
  web: 'Web address',
  file: 'File',
  signature: 'Signature',
  calculated: 'Calculated',
  total: 'Total',
}

const romanian: Readonly<Record<PaletteItem, string>> = {
  text: 'Text',
  'long-text': 'Observații',
  'rich-text': 'Text formatat',
  number: 'Număr de',
  money: 'Sumă',
  percent: 'Procent',
  date: 'Dată',
  'date-time': 'Data și ora',
  time: 'Ora',
  duration: 'Durată',
  'yes-no': 'Da sau nu',
  choice: 'Alegere',
  rating: 'Notă',
  color: 'Culoare',
  person: 'Persoană',
  department: 'Departament',
  link: 'Legătură',
  table: 'Tabel',
  email: 'E-mail',
  phone: 'Telefon',
  web: 'Adresă web',
  file: 'Fișier',
  signature: 'Semnătură',
  calculated: 'Calculat',
  total: 'Total',
}
