import { useMemo } from 'react'
import type { Words } from '../language/words.tsx'
import { useWords } from '../language/words.tsx'
import type { NodeReading, SchemaReading } from '../model/reading.ts'
import { readingOrder } from '../model/sentences.ts'
import { useSchema } from './schema-editing.tsx'

/** What is said of a step to who cannot see it: what it is, and where its arrows lead. */
export function spokenStep(step: NodeReading, { nodes, routes }: SchemaReading, { t }: Words): string {
  const title = (id: string) => nodes.find((node) => node.id === id)?.title ?? id
  const onward = routes
    .filter(({ from }) => from === step.id)
    .map(({ words, to }) => (words === '' ? t('canvas.then', { to: title(to) }) : t('canvas.goesTo', { outcome: words, to: title(to) })))
  const loose = step.outcomes
    .filter(({ routed, label }) => !routed && label !== '' && step.kind !== 'join')
    .map(({ label }) => t('canvas.goesNowhere', { outcome: label }))
  return [step.spoken, ...(step.start ? [t('canvas.begins')] : []), ...onward, ...loose].join('; ')
}

/** The drawing as a list, for who cannot see it. */
export function StepList() {
  const words = useWords()
  const { reading, schema } = useSchema()
  const lines = useMemo(() => {
    const byId = new Map(reading.nodes.map((node) => [node.id, node]))
    return readingOrder(schema).flatMap((id) => {
      const step = byId.get(id)
      return step ? [{ id, words: spokenStep(step, reading, words) }] : []
    })
  }, [reading, schema, words])
  return (
    <ol className="sr-only" aria-label={words.t('canvas.steps')}>
      {lines.map((line) => (
        <li key={line.id}>{line.words}</li>
      ))}
    </ol>
  )
}
