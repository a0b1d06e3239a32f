import type { ReactNode } from 'react'
import { type Refusal, refusalSentence } from '../data/refusal.ts'
import { useTexts } from '../language/texts.tsx'
import { Note } from './note.tsx'

/** Why something was not done, in one sentence, with the way out where there is one. */
export function RefusalNote({ refusal, way }: { refusal: Refusal; way?: ReactNode }) {
  const texts = useTexts()
  return (
    <Note tone="red" alert way={way}>
      {refusalSentence(refusal, texts)}
    </Note>
  )
}
