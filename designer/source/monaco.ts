// Everything of the editor that is ours to choose; it and its workers are bundled here, and nothing is fetched from elsewhere.
import { loader } from '@monaco-editor/react'
import * as monaco from 'monaco-editor/editor/editor.api'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import JsonWorker from 'monaco-editor/language/json/json.worker?worker'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/gotoLine/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
// The feature's own entry leaves the part out that opens the list.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
import { allSchemas, schemaOfKind } from '../../schemas/all-schemas.ts'
import { editedKinds } from '../model/workspace.ts'

self.MonacoEnvironment = { getWorker: (_, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()) }
loader.config({ monaco })

/** The address of a definition's text, by which its schema is found. */
export const addressOfText = (kind: string, id: string): string => `inmemory://definitions/${kind}/${id}.json`

const kindOf = new Map(editedKinds.map((kind) => [schemaOfKind[kind].$id, kind]))

// The schemas complete and explain. What is wrong is told by our own check, in the reader's language, so that nothing is said twice.
jsonDefaults.setDiagnosticsOptions({
  validate: true,
  allowComments: false,
  schemaValidation: 'ignore',
  enableSchemaRequest: false,
  schemas: allSchemas.map((schema) => {
    const kind = kindOf.get(schema.$id)
    return { uri: schema.$id, schema, ...(kind && { fileMatch: [`${kind}/*.json`] }) }
  }),
})

for (const [name, base, colors] of [
  [
    'dosar-light',
    'vs',
    {
      'editor.background': '#FFFFFF',
      'editorLineNumber.foreground': '#706B62',
      'editorLineNumber.dimmedForeground': '#706B62',
      'editor.selectionBackground': '#C5CCF6',
    },
  ],
  [
    'dosar-dark',
    'vs-dark',
    {
      'editor.background': '#1C1B19',
      'editorLineNumber.foreground': '#979288',
      'editorLineNumber.dimmedForeground': '#979288',
      'editor.selectionBackground': '#3F4680',
    },
  ],
] as const)
  monaco.editor.defineTheme(name, { base, inherit: true, rules: [], colors })

export { monaco }
