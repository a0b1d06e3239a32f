import type { Translation } from '../../runtime/app/language/message.ts'
import type { canvasEn } from './canvas-en.ts'

export const canvasRo: Translation<typeof canvasEn> = {}
