import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDefinition } from '../../schemas/validate.ts'
import { changeId } from './commands/any/change-id.ts'
import { findingsOf } from './findings.ts'
import { execute, newHistory } from './history.ts'
import type { ReadDefinition } from './open-workspace.ts'
import { referencesOf } from './references.ts'
import { aTemplateWorkspace, aWorkspace, reached, refusal, theDirectory, theSchema, theType } from './testing/a-workspace.ts'
import { findThing } from './things.ts'
import { breaksWithout, fieldsNotPlaced, useCounts, usedBy } from './used-by.ts'
import { definitionAt, type Target, type Workspace } from './workspace.ts'

const read = parseDefinition as ReadDefinition
const workspace = aWorkspace()
const uses = (thing: string, language: 'en' | 'ro' = 'en') => usedBy(workspace, thing, { language, workspace }).map(({ words }) => words)

describe('what uses a thing', () => {
  it('is found in expressions, paths, texts, forms, views and other types', () => {
    expect(uses('field:request/amount')).toEqual(
      [
        'Total “Owed”, Company',
        'Calculation of “Left”, “Request”',
        'Rule “The parts cost {priced}.”',
        'Form of “Request”',
        'View “Open” of “Request”',
        'Button “Send” of “Writing”, in “Request approval”',
        'Arrow from “Large?” to “Board”, in “Request approval”',
      ].map((words) => words.replace(', Company', ', “Company”')),
    )
    expect(uses('column:request/parts/due')).toEqual(['Reminder “Part due”'])
    expect(uses('field:company/taxNumber')).toEqual(['Field “Tax number”, “Request”'])
    expect(uses('back:company/requests')).toEqual(['Total “Owed”, “Company”'])
    expect(uses('status:request/open')).toContain('Reminder “Part due”')
    expect(uses('status:request/open')).toContain('Total “Owed”, “Company”')
  })
  it('is found for people, lists of choices, schemas and steps', () => {
    expect(uses('role:lawyer')).toEqual(['Rights on “Request”', 'Step “Legal review”, in “Request approval”'])
    expect(uses('directory:late-reasons', 'ro')).toEqual(['Câmpul „Reason”, „Cerere”', 'Pasul „Legal review”, în „Request approval”'])
    expect(uses('schema:request-approval')).toEqual(['Document type “Request”'])
    expect(uses('node:request-approval/writing')).toContain('Arrow from “Legal review” to “Writing”, in “Request approval”')
    expect(uses('role:nobody')).toEqual([])
  })
  it('is counted for each thing', () => {
    expect(useCounts(workspace).get('column:request/parts/due')).toBe(1)
  })
  it('breaks without it, where it is not merely listed', () => {
    const speech = { language: 'en' as const, workspace }
    expect(breaksWithout(workspace, 'field:request/amount', speech)!.sentence).toMatch(
      /^Without “Amount” these would have to be mended: Total “Owed”, “Company”; /,
    )
    expect(breaksWithout(workspace, 'status:request/draft', speech)!.uses).toHaveLength(1)
    expect(breaksWithout(workspace, 'node:request-approval/dropped', speech)).toBeNull()
  })
  it('knows every field that is on no form', () => {
    const type = definitionAt(workspace, 'document-type', 'request')!
    expect(fieldsNotPlaced(type)).toEqual([])
    expect(
      fieldsNotPlaced({ ...type, fields: [...type.fields, { id: 'extra', type: 'text', label: 'Extra' }] }).map(({ id }) => id),
    ).toEqual(['extra'])
  })
})

describe('another id', () => {
  const change = (thing: string, id: string) => reached(theType(), changeId({ thing, id })).workspace
  it('is written wherever the old one stood', () => {
    const after = change('field:request/amount', 'total')
    const type = definitionAt(after, 'document-type', 'request')!
    expect(type.fields.find(({ id }) => id === 'left')).toMatchObject({ formula: 'total - priced' })
    expect(type.layout![0]!.sections[0]!.columns[0]).toContain('total')
    expect(definitionAt(after, 'document-type', 'company')!.fields.find(({ id }) => id === 'owed')).toMatchObject({
      rollup: { sum: 'total' },
    })
    const schema = definitionAt(after, 'approval-schema', 'request-approval')!
    expect(schema.routes[8]!.when).toBe('total > 1000 and visits("writing") < 3')
    expect(findingsOf(after, read)).toEqual([])
  })
  it('is not written where a name of a sort stands for something else', () => {
    const named = aWorkspace(({ request, approval }) => {
      request.checks!.push({
        id: 'other',
        must: 'count(for amount in parts return amount.price) >= 0 and count(parts[what = "amount"]) >= 0',
        else: '{amount}',
      })
      approval.routes[8]!.when = '"amount" != title and amount > 3'
    })
    const after = reached(theType(named), changeId({ thing: 'field:request/amount', id: 'total' })).workspace
    expect(definitionAt(after, 'document-type', 'request')!.checks![1]).toMatchObject({
      must: 'count(for amount in parts return amount.price) >= 0 and count(parts[what = "amount"]) >= 0',
      else: '{total}',
    })
    expect(definitionAt(after, 'approval-schema', 'request-approval')!.routes[8]!.when).toBe('"amount" != title and total > 3')
  })
  it('is taken by columns, statuses, steps and choices too', () => {
    const column = change('column:request/parts/price', 'cost')
    expect(definitionAt(column, 'reminder-rule', 'part-due')!.while).toBe('status = "open" and row.cost > 0')
    expect(findingsOf(column, read)).toEqual([])
    const status = change('status:request/open', 'running')
    expect(definitionAt(status, 'document-type', 'request')!.views![0]!.where).toBe('status = "running"')
    expect(definitionAt(status, 'approval-schema', 'request-approval')!.nodes[1]!.status).toBe('running')
    expect(findingsOf(status, read)).toEqual([])
    const node = reached(theSchema(), changeId({ thing: 'node:request-approval/writing', id: 'typing' }))
    expect(node.body.routes[8]!.when).toBe('amount > 1000 and visits("typing") < 3')
    expect(node.body.start).toBe('typing')
    expect(findingsOf(node.workspace, read)).toEqual([])
    const item = reached(theDirectory(), changeId({ thing: 'item-column:late-reasons/ours', id: 'our' }))
    expect(item.body.items[0]).toEqual({ id: 'papers', label: 'Papers are missing', our: false })
  })
  it('is refused to what is in use, and where it is taken or malformed', () => {
    const released = aWorkspace(() => {}, { released: true })
    expect(refusal(theType(released) as never, changeId({ thing: 'field:request/amount', id: 'total' }))).toBe('id-published')
    expect(refusal(theType() as never, changeId({ thing: 'field:request/amount', id: 'company' }))).toBe('id-taken')
    expect(refusal(theType() as never, changeId({ thing: 'field:request/amount', id: 'the total' }))).toBe('id-malformed')
    expect(refusal(theType() as never, changeId({ thing: 'field:request/nothing', id: 'total' }))).toBe('no-such-thing')
  })
  it('leaves nothing broken in a shipped set, whatever is renamed', { timeout: 60_000 }, () => {
    const office = unreleased(aTemplateWorkspace())
    const problems = (of: Workspace) => findingsOf(of, read).filter(({ level }) => level === 'problem')
    expect(problems(office)).toEqual([])
    const things = [...new Set(referencesOf(office).map(({ thing }) => thing))].filter((thing) => {
      const found = findThing(office, thing)
      return found && found.at !== '' && !thing.startsWith('back:')
    })
    expect(things.length).toBeGreaterThan(100)
    fc.assert(
      fc.property(fc.constantFrom(...things), (thing) => {
        const found = findThing(office, thing)!
        const target: Target = found.definition
        const done = execute(newHistory(office), target, changeId({ thing, id: found.style === 'camel' ? 'freshName' : 'fresh-name' }))
        if (!done.ok) throw new Error(`${thing}: ${done.refusal.code}`)
        expect(
          problems(done.history.workspace).map(({ code, path }) => `${code} ${path}`),
          thing,
        ).toEqual([])
        expect(referencesOf(done.history.workspace).filter((one) => one.thing === thing)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

/** The same office, as if nothing of it were published yet. */
function unreleased(office: Workspace): Workspace {
  return { ...office, released: new Map(), drafts: new Map([...office.released].map(([key, { body }]) => [key, { body, base: null }])) }
}
