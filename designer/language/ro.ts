import type { Translation } from '../../runtime/app/language/message.ts'
import { canvasRo } from './canvas-ro.ts'
import { conditionsRo } from './conditions-ro.ts'
import { directoriesRo } from './directories-ro.ts'
import type { en } from './en.ts'
import { formsRo } from './forms-ro.ts'
import { panelsRo } from './panels-ro.ts'
import { releasesRo } from './releases-ro.ts'
import { remindersRo } from './reminders-ro.ts'
import { shellRo } from './shell-ro.ts'
import { sourceRo } from './source-ro.ts'
import { templatesRo } from './templates-ro.ts'
import { tryingRo } from './trying-ro.ts'
import { typesRo } from './types-ro.ts'

export type DesignerCatalog = Translation<typeof en>

/** The words of the designer, Romanian. */
export const ro: DesignerCatalog = {
  ...shellRo,
  ...templatesRo,
  ...sourceRo,
  ...releasesRo,
  ...tryingRo,
  ...canvasRo,
  ...panelsRo,
  ...conditionsRo,
  ...directoriesRo,
  ...formsRo,
  ...remindersRo,
  ...typesRo,
}
