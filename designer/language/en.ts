import { canvasEn } from './canvas-en.ts'
import { panelsEn } from './panels-en.ts'
import { shellEn } from './shell-en.ts'

/** The words of the designer, English. Each part keeps its own; every key stands in ro.ts too, or the program does not compile. */
export const en = {
  ...shellEn,
  ...canvasEn,
  ...panelsEn,
} as const
