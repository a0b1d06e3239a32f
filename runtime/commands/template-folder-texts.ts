// The sentences of what is found while a template's folder is read. Romanian has comma-below ș and ț.
import type { FindingFact, FindingTexts } from '../../schemas/finding.ts'

const megabytes = (bytes: FindingFact | undefined) => (Number(bytes) / 1024 / 1024).toFixed(1)
const meantEn = (fact: FindingFact | undefined) => (fact === undefined ? '' : ` Did you mean "${fact}"?`)
const meantRo = (fact: FindingFact | undefined) => (fact === undefined ? '' : ` Ai vrut să scrii „${fact}”?`)

export const templateFolderTexts: FindingTexts = {
  'template-missing': {
    en: () => 'The folder has no template.json, which says what the set is called and its version.',
    ro: () => 'Folderul nu are template.json, care spune cum se numește pachetul și ce versiune are.',
  },
  'not-json': {
    en: ({ line, column, found }) =>
      `This is not JSON: reading stops at line ${line}, column ${column}${found ? `, before "${found}"` : ''}.`,
    ro: ({ line, column, found }) =>
      `Aceasta nu este JSON: citirea se oprește la linia ${line}, coloana ${column}${found ? `, înainte de „${found}”` : ''}.`,
  },
  'nested-too-deep': {
    en: ({ line, limit }) => `Lists and objects lie more than ${limit} deep in each other at line ${line}.`,
    ro: ({ line, limit }) => `Listele și obiectele sunt imbricate pe mai mult de ${limit} de niveluri la linia ${line}.`,
  },
  'not-utf8': {
    en: () => 'The file is not written in UTF-8. Save it with that encoding.',
    ro: () => 'Fișierul nu este scris în UTF-8. Salvează-l cu această codificare.',
  },
  'file-too-large': {
    en: ({ size, limit }) => `The file has ${megabytes(size)} MB; at most ${megabytes(limit)} MB are read.`,
    ro: ({ size, limit }) =>
      `Fișierul are ${megabytes(size).replace('.', ',')} MB; se citesc cel mult ${megabytes(limit).replace('.', ',')} MB.`,
  },
  'too-many-files': {
    en: ({ limit }) => `There are more than ${limit} files here, so this is no ready-made set.`,
    ro: ({ limit }) => `Aici sunt mai mult de ${limit} de fișiere, deci acesta nu este un pachet gata pregătit.`,
  },
  'symbolic-link': {
    en: () => 'This is a symbolic link. Put the file itself here: links are not followed.',
    ro: () => 'Aceasta este o legătură simbolică. Pune aici fișierul însuși: legăturile nu sunt urmate.',
  },
  'no-ordinary-file': {
    en: () => 'This is neither a file nor a folder.',
    ro: () => 'Acesta nu este nici fișier, nici folder.',
  },
  'print-file-missing': {
    en: ({ found }) => `There is no file "${found}" beside it in print-forms.`,
    ro: ({ found }) => `Lângă el, în print-forms, nu există fișierul „${found}”.`,
  },
  'unknown-file': {
    en: ({ expected, didYouMean }) =>
      `Nobody reads a file of this name here.${meantEn(didYouMean) || ` There can be ${[expected ?? []].flat().join(', ')}.`}`,
    ro: ({ expected, didYouMean }) =>
      `Nimeni nu citește aici un fișier cu acest nume.${meantRo(didYouMean) || ` Poate fi ${[expected ?? []].flat().join(', ')}.`}`,
  },
  'unknown-folder': {
    en: ({ expected, didYouMean }) =>
      `Nobody reads a folder of this name.${meantEn(didYouMean) || ` There can be ${[expected ?? []].flat().join(', ')}.`}`,
    ro: ({ expected, didYouMean }) =>
      `Nimeni nu citește un folder cu acest nume.${meantRo(didYouMean) || ` Poate fi ${[expected ?? []].flat().join(', ')}.`}`,
  },
  'folder-in-folder': {
    en: ({ expected }) => `Folders inside "${expected}" are not read. Put the files into it.`,
    ro: ({ expected }) => `Folderele din „${expected}” nu sunt citite. Pune fișierele direct în el.`,
  },
  'id-in-two-files': {
    en: ({ id, other }) => `"${id}" is in ${other} already.`,
    ro: ({ id, other }) => `„${id}” este deja în ${other}.`,
  },
}
