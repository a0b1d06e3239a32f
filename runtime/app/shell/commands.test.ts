import { describe, expect, it } from 'vitest'
import type { MenuEntry } from '../../api/answers.ts'
import { en } from '../language/en.ts'
import { makeTexts } from '../language/texts.tsx'
import { shellCommands } from './commands.ts'
import { placesOf } from './places.ts'

const contract: MenuEntry = {
  type: 'contract',
  kind: 'document',
  label: { en: 'Contract' },
  plural: { en: 'Contracts' },
  mayCreate: true,
}
const texts = makeTexts('en', en)

function commandsOf({ designer }: { designer: boolean }) {
  const went: string[] = []
  const commands = shellCommands(
    {
      groups: placesOf([contract], { inbox: 0, late: 0, unread: 0 }, texts, false, designer),
      menu: [contract],
      go: (address) => went.push(address),
      setColorScheme: () => {},
      onAbsence: () => {},
      onKeys: () => {},
    },
    texts,
  )
  return { commands, went }
}

describe('the commands of somebody who may use the designer', () => {
  it('lead to the form of each type', () => {
    const { commands, went } = commandsOf({ designer: true })
    commands.find(({ label }) => label === 'Change the form and its way: Contract')?.run()
    expect(went).toEqual(['/designer/document-type/contract'])
  })
})

describe('the commands of anybody else', () => {
  it('make documents and go to lists, but do not draw', () => {
    const labels = commandsOf({ designer: false }).commands.map(({ label }) => label)
    expect(labels).toContain('New: Contract')
    expect(labels.filter((label) => label.startsWith('Change the form'))).toEqual([])
  })
})
