import type { Translation } from '../../runtime/app/language/message.ts'
import { canvasRo } from './canvas-ro.ts'
import type { en } from './en.ts'
import { panelsRo } from './panels-ro.ts'
import { releasesRo } from './releases-ro.ts'
import { shellRo } from './shell-ro.ts'
import { tryingRo } from './trying-ro.ts'

export type DesignerCatalog = Translation<typeof en>

/** The words of the designer, Romanian. */
export const ro: DesignerCatalog = {
  ...shellRo,
  ...releasesRo,
  ...tryingRo,
  ...canvasRo,
  ...panelsRo,
}
