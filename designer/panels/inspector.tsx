import { useSchema } from '../canvas/schema-editing.tsx'
import { useWords } from '../language/words.tsx'
import { nodeById } from '../model/schema-graph.ts'
import { AnywherePanel } from './anywhere-panel.tsx'
import classes from './inspector.module.css'
import { RoutePanel } from './route-panel.tsx'
import { SchemaPanel } from './schema-panel.tsx'
import { SeveralPanel } from './several-panel.tsx'
import { StepPanel } from './step-panel.tsx'

/** At the right: everything about what is chosen; about the schema itself where nothing is. */
export function Inspector() {
  const { t } = useWords()
  const { schema, selection } = useSchema()
  const [first] = selection.steps
  const node = first === undefined ? undefined : nodeById(schema, first)
  return (
    <aside className={classes.inspector} aria-label={t('panel.of')}>
      {selection.anywhere ? (
        <AnywherePanel />
      ) : selection.route !== null ? (
        <RoutePanel key={selection.route} routeKey={selection.route} />
      ) : selection.steps.length > 1 ? (
        <SeveralPanel ids={selection.steps} />
      ) : node ? (
        <StepPanel key={node.id} node={node} />
      ) : (
        <SchemaPanel />
      )}
    </aside>
  )
}
