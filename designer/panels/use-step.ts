import { useMemo } from 'react'
import type { SchemaNode } from '../../schemas/generated/approval-schema.ts'
import { useSchema } from '../canvas/schema-editing.tsx'
import type { SetNodeProperty } from '../model/commands/schema/set-node-property.ts'
import type { Command } from '../model/commands.ts'

type PropertyOf<N, P extends string> = N extends unknown ? (P extends keyof N ? N[P] : never) : never

/** A step in its panel: where it stands in the definition, and how its properties are set. */
export interface EditedStep {
  readonly id: string
  /** A JSON Pointer to it, for edits that work anywhere. */
  readonly at: string
  readonly execute: (command: Command) => void
  readonly set: <P extends SetNodeProperty['property']>(property: P, value: PropertyOf<SchemaNode, P> | undefined) => void
}

export function useStep(id: string): EditedStep {
  const { schema, execute } = useSchema()
  const index = schema.nodes.findIndex((node) => node.id === id)
  return useMemo(
    () => ({
      id,
      at: `/nodes/${index}`,
      execute: (command) => void execute(command),
      set: ((property: string, value: unknown) =>
        void execute({ type: 'set-node-property', node: id, property, value } as Command)) as EditedStep['set'],
    }),
    [id, index, execute],
  )
}
