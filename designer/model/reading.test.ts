import { describe, expect, it } from 'vitest'
import { automationWords, readSchema } from './reading.ts'
import { aTemplateWorkspace, aWorkspace } from './testing/a-workspace.ts'
import type { Speech } from './words/speech.ts'
import { definitionAt } from './workspace.ts'

const workspace = aWorkspace()
const schema = definitionAt(workspace, 'approval-schema', 'request-approval')!
const speech: Speech = { language: 'en', workspace, type: definitionAt(workspace, 'document-type', 'request') }
const reading = readSchema(schema, speech)
const node = (id: string) => reading.nodes.find((one) => one.id === id)!
const route = (from: string, to: string) => reading.routes.find((one) => one.from === from && one.to === to)!

describe('a schema as it is drawn', () => {
  it('says of each step who, by when and what if late', () => {
    expect(node('legal')).toMatchObject({
      title: 'Legal review',
      who: ['one of the lawyers'],
      deadline: '2 working days',
      late: 'tells the manager of whoever is asked',
      in: 'review',
    })
    expect(node('money').who).toEqual(['the group “Finance”'])
    expect(node('money').rule).toBe('all of them')
    expect(node('closing').who).toEqual(['gives the number', 'fills in “Signed on”'])
    expect(node('writing').chips).toEqual([{ kind: 'status', text: 'Draft' }])
    expect(node('legal').spoken).toBe('Legal review, approval; one of the lawyers; 2 working days; tells the manager of whoever is asked')
  })
  it('says how the program tells somebody, and where it prints', () => {
    const who = [{ the: 'author' as const }]
    const notify = { do: 'notify' as const, who, text: 'x' }
    expect(automationWords(speech, notify)).toBe('tells the author')
    expect(automationWords(speech, { ...notify, by: ['email'] })).toBe('tells the author by e-mail')
    expect(automationWords({ ...speech, language: 'ro' }, { ...notify, by: ['program', 'email'] })).toBe('anunță și prin e-mail: autorul')
    expect(automationWords(speech, { do: 'print', form: 'order', field: 'amount' })).toBe('prints a file into “Amount”')
  })
  it('has the colour that somebody gave to a step', () => {
    const red = schema.nodes.map((each) => (each.id === 'legal' ? { ...each, color: 'red' as const } : each))
    expect(readSchema({ ...schema, nodes: red }, speech).nodes.find(({ id }) => id === 'legal')!.color).toBe('red')
    expect(node('legal')).not.toHaveProperty('color')
    const block = schema.nodes.map((each) => (each.id === 'review' ? { ...each, color: 'blue' as const } : each))
    expect(readSchema({ ...schema, nodes: block }, speech).blocks[0]!.color).toBe('blue')
  })
  it('says what an arrow that leaves a block ends', () => {
    expect(route('legal', 'writing')).toMatchObject({
      leaves: ['review'],
      ends: ['money'],
      words: 'rejected: ends “Finance” too',
      brief: 'rejected: ends “Finance” too',
      back: true,
    })
    expect(route('legal', 'reviewed')).toMatchObject({ leaves: [], words: 'approved', back: false })
  })
  it('says it briefly where several others end', () => {
    const template = aTemplateWorkspace()
    const contract = definitionAt(template, 'approval-schema', 'contract-approval')!
    const back = readSchema(contract, { language: 'ro', workspace: template }).routes.find(({ ends }) => ends.length > 1)!
    expect(back.brief).toMatch(/: încheie alți 2 pași$/)
    expect(back.words).toContain(' și „')
  })
  it('shows conditions short, and what is taken when none holds', () => {
    expect(route('large', 'board').label).toBe('Amount is above 1,000 and “visits("writing") < 3”')
    expect(route('large', 'closing')).toMatchObject({ label: 'otherwise', otherwise: true })
    expect(route('board', 'writing').limit).toEqual({ atMost: 2, then: 'dropped' })
  })
  it('frames a block with its rule around its steps', () => {
    const [block] = reading.blocks
    expect(block).toMatchObject({ fork: 'review', join: 'reviewed', rule: 'At the same time, wait for all', members: ['legal', 'money'] })
    for (const id of ['legal', 'money']) {
      expect(node(id).x).toBeGreaterThan(block!.x)
      expect(node(id).x + node(id).width).toBeLessThan(block!.x + block!.width)
      expect(node(id).y).toBeGreaterThan(block!.y)
    }
  })
  it('keeps what works anywhere apart from the arrows', () => {
    expect(reading.anywhere).toEqual([{ action: 'drop', label: 'Drop', to: 'dropped' }])
    expect(reading.routes.some(({ from }) => from === 'anywhere')).toBe(false)
  })
  it('says which outcomes lead nowhere yet', () => {
    const cut = { ...schema, routes: schema.routes.filter(({ from, on }) => from !== 'board' || on !== 'rejected') }
    expect(readSchema(cut, speech).nodes.find(({ id }) => id === 'board')!.outcomes).toEqual([
      { id: 'approved', label: 'approved', routed: true },
      { id: 'rejected', label: 'rejected', routed: false },
    ])
  })
  it('reads every shipped schema in both languages', () => {
    const office = aTemplateWorkspace()
    for (const [, { body }] of office.released)
      if ('nodes' in body)
        for (const language of ['en', 'ro'] as const) {
          const read = readSchema(body, { language, workspace: office, type: definitionAt(office, 'document-type', 'contract') })
          expect(read.nodes).toHaveLength(body.nodes.length)
          expect(JSON.stringify(read)).not.toMatch(/undefined|\[object/)
        }
  })
})
