import { canvasEn } from './canvas-en.ts'
import { conditionsEn } from './conditions-en.ts'
import { directoriesEn } from './directories-en.ts'
import { formsEn } from './forms-en.ts'
import { panelsEn } from './panels-en.ts'
import { releasesEn } from './releases-en.ts'
import { remindersEn } from './reminders-en.ts'
import { shellEn } from './shell-en.ts'
import { sourceEn } from './source-en.ts'
import { templatesEn } from './templates-en.ts'
import { tryingEn } from './trying-en.ts'
import { typesEn } from './types-en.ts'

/** The words of the designer, English. Each part keeps its own; every key stands in ro.ts too, or the program does not compile. */
export const en = {
  ...shellEn,
  ...templatesEn,
  ...sourceEn,
  ...releasesEn,
  ...tryingEn,
  ...canvasEn,
  ...panelsEn,
  ...conditionsEn,
  ...directoriesEn,
  ...formsEn,
  ...remindersEn,
  ...typesEn,
} as const
