import type { Translation } from '../../runtime/app/language/message.ts'
import type { panelsEn } from './panels-en.ts'

export const panelsRo: Translation<typeof panelsEn> = {}
