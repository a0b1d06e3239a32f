import { canvasEn } from './canvas-en.ts'
import { panelsEn } from './panels-en.ts'
import { releasesEn } from './releases-en.ts'
import { shellEn } from './shell-en.ts'
import { tryingEn } from './trying-en.ts'

/** The words of the designer, English. Each part keeps its own; every key stands in ro.ts too, or the program does not compile. */
export const en = {
  ...shellEn,
  ...releasesEn,
  ...tryingEn,
  ...canvasEn,
  ...panelsEn,
} as const
