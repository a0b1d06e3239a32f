import { useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../schemas/finding.ts'
import { replaceSource } from '../model/commands/any/replace-source.ts'
import { readSource, type SourceProblem, sourceOf } from '../model/source.ts'
import { type Definition, definitionAt, keyOf, type Target, withDraft } from '../model/workspace.ts'
import { readDefinition } from '../workspace/read-definition.ts'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { inReadingOrder } from './in-reading-order.ts'
import { keepText, keptText } from './kept-text.ts'

/** How long the typing must rest before it is read, in milliseconds. */
const PAUSE = 400

export interface SourceText {
  readonly text: string
  /** What the editor must show because it came from elsewhere: another object each time. What is typed is the editor's own. */
  readonly given: { readonly text: string }
  /** Why the text is no definition; null where it is the one that is drawn. */
  readonly problem: SourceProblem | null
  readonly findings: readonly Finding[]
  /** The drawing was changed elsewhere while this text is none yet. */
  readonly elsewhere: boolean
  readonly type: (text: string) => void
  /** Gives the text up for what is drawn. */
  readonly takeDrawn: () => void
}

/**
 * The text form of a definition, both ways: what is valid becomes one step of the drawing's history, what is drawn elsewhere
 * becomes the text, and what is no definition yet stays here, said to be so, and changes nothing. Undefined where there is nothing of this name.
 */
export function useSource(target: Target): SourceText | undefined {
  const { workspace, findings, execute, record } = useWorkspace()
  const key = keyOf(target)
  const broken = workspace.broken.get(key)
  const body = definitionAt(workspace, target.kind, target.id)
  const drawn = useMemo(
    () => (body ? sourceOf(inReadingOrder(body)) : broken ? JSON.stringify(broken.body, null, 2) : undefined),
    [body, broken],
  )
  const [text, setText] = useState(() => keptText(target) ?? drawn ?? '')
  const [given, give] = useState({ text })
  const [problem, tell] = useState<SourceProblem | null>(null)
  const [elsewhere, changedElsewhere] = useState(false)
  /** What this text stands for: as long as the drawing is that, the text is not touched. */
  const own = useRef<Definition | undefined>(body)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const read = (written: string) => {
    const result = readSource(written, target, readDefinition)
    tell(result.ok ? null : result.problem)
    if (!result.ok) {
      keepText(target, written)
      return
    }
    keepText(target, null)
    changedElsewhere(false)
    own.current = result.definition
    if (body) execute(target, replaceSource({ definition: result.definition }))
    else {
      const { [key]: _, ...others } = Object.fromEntries(workspace.broken)
      record(target, 'replace-source', withDraft({ ...workspace, broken: new Map(Object.entries(others)) }, target, result.definition))
    }
  }
  const latest = useRef(read)
  latest.current = read

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the drawing is followed
  useEffect(() => {
    if (drawn === undefined || body === own.current) return
    if (problem) return changedElsewhere(true)
    if (own.current && body && sourceOf(inReadingOrder(own.current)) === drawn) {
      own.current = body
      return
    }
    own.current = body
    setText(drawn)
    give({ text: drawn })
  }, [drawn, body])

  // A text from before that is no definition yet says so at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
  useEffect(() => {
    if (keptText(target) !== null) latest.current(text)
    return () => clearTimeout(timer.current)
  }, [key])

  if (drawn === undefined) return undefined
  return {
    text,
    given,
    problem,
    elsewhere,
    findings:
      problem?.code === 'schema'
        ? problem.findings
        : problem
          ? []
          : (broken?.findings ?? findings.filter(({ definition }) => definition?.kind === target.kind && definition.id === target.id)),
    type(written) {
      setText(written)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => latest.current(written), PAUSE)
    },
    takeDrawn() {
      clearTimeout(timer.current)
      keepText(target, null)
      own.current = body
      tell(null)
      changedElsewhere(false)
      setText(drawn)
      give({ text: drawn })
    },
  }
}
