import { Button, useComputedColorScheme } from '@mantine/core'
import { Editor } from '@monaco-editor/react'
import type { editor } from 'monaco-editor/editor/editor.api'
import { useEffect, useRef, useState } from 'react'
import { ListFaces } from '../../runtime/app/ui/list-faces.tsx'
import { Note } from '../../runtime/app/ui/note.tsx'
import { useWords } from '../language/words.tsx'
import { showFinding } from '../model/findings.ts'
import type { SourceProblem } from '../model/source.ts'
import type { Target } from '../model/workspace.ts'
import { MissingDefinition } from '../shell/missing-definition.tsx'
import { useWorkspace } from '../workspace/workspace-provider.tsx'
import { addressOfText, monaco } from './monaco.ts'
import { placesOf } from './pointer-places.ts'
import classes from './source.module.css'
import { useSource } from './use-source.ts'

/** The text of a definition: completion and explanations from its schema, what was found as marks, both ways with the drawing. */
export function SourceView({ kind, id }: Target) {
  const { t, language } = useWords()
  const { workspace, undo, redo } = useWorkspace()
  const source = useSource({ kind, id })
  const scheme = useComputedColorScheme('light')
  const [opened, open] = useState<editor.IStandaloneCodeEditor | null>(null)
  const history = useRef({ undo, redo, own: false })
  history.current = { undo, redo, own: source?.problem != null }
  const { findings, text, given } = source ?? {}

  // The editor holds its own text: given back letter by letter, fast typing would lose some.
  useEffect(() => {
    const model = opened?.getModel()
    if (!model || !given || model.getValue() === given.text) return
    const at = opened?.getPosition()
    model.setValue(given.text)
    if (at) opened?.setPosition(at)
  }, [opened, given])

  useEffect(() => {
    const model = opened?.getModel()
    if (!model || !findings || text === undefined) return
    const places = placesOf(text, new Set(findings.map(({ path }) => path)))
    const marks = findings.map((finding): editor.IMarkerData => {
      const place = places.get(finding.path)
      const { from, to } = place?.key ?? { from: place?.from ?? 0, to: place?.to ?? 1 }
      const [start, end] = [model.getPositionAt(from), model.getPositionAt(to)]
      // Of what spans many lines only the first is marked: a whole step underlined says nothing.
      const last = end.lineNumber > start.lineNumber ? model.getLineMaxColumn(start.lineNumber) : end.column
      return {
        severity: finding.level === 'problem' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
        message: showFinding(workspace, finding, language).sentence,
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: start.lineNumber,
        endColumn: last,
      }
    })
    monaco.editor.setModelMarkers(model, 'dosar', marks)
  }, [opened, findings, text, workspace, language])

  if (!source) return <MissingDefinition />
  const { problem, elsewhere, takeDrawn } = source
  return (
    <div className={classes.view}>
      {problem && (
        <Note
          tone="amber"
          way={
            <Button size="compact-sm" variant="default" onClick={takeDrawn}>
              {t('source.takeDrawn')}
            </Button>
          }
        >
          <span role="status">
            {t('source.notYet')} {inWords(problem, t)} {elsewhere && t('source.elsewhere')}
          </span>
        </Note>
      )}
      <div className={classes.editor}>
        <Editor
          path={addressOfText(kind, id)}
          defaultLanguage="json"
          theme={scheme === 'dark' ? 'dosar-dark' : 'dosar-light'}
          defaultValue={source.given.text}
          loading={<ListFaces face="loading" />}
          onChange={(written) => source.type(written ?? '')}
          onMount={(made) => {
            // One history behind all the ways to look: a text that is no definition yet has its own until it is one.
            const back = (own: string, step: 'undo' | 'redo') => () =>
              history.current.own ? made.trigger('keyboard', own, null) : history.current[step]()
            made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyZ, back('undo', 'undo'))
            made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyMod.Shift | monaco.KeyCode.KeyZ, back('redo', 'redo'))
            made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyY, back('redo', 'redo'))
            open(made)
          }}
          options={{
            ariaLabel: t('source.label', { name: id }),
            minimap: { enabled: false },
            tabSize: 2,
            fontSize: 13,
            lineHeight: 20,
            wordWrap: 'on',
            scrollBeyondLastLine: false,
            automaticLayout: true,
            fixedOverflowWidgets: true,
            stickyScroll: { enabled: false },
            padding: { top: 12, bottom: 12 },
          }}
        />
      </div>
      <p className={classes.hint}>{t('source.keys')}</p>
    </div>
  )
}

function inWords(problem: SourceProblem, t: ReturnType<typeof useWords>['t']): string {
  switch (problem.code) {
    case 'too-long':
      return t('source.tooLong', { found: problem.found, expected: problem.expected })
    case 'not-json':
      return t('source.notJson', { line: problem.line, column: problem.column })
    case 'other-id':
      return t('source.otherId', { found: problem.found, expected: problem.expected })
    case 'schema':
      return t('source.schema', { count: problem.findings.length })
  }
}
