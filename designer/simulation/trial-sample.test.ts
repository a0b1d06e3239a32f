import { describe, expect, it } from 'vitest'
import type { Card } from '../../runtime/engine/card/card.ts'
import { textIn } from '../../runtime/engine/card/local-text.ts'
import { rehearsalCalendar } from '../../runtime/engine/simulation/rehearsal-site.ts'
import { previewSite } from '../forms/preview-site.ts'
import { aTemplateWorkspace } from '../model/testing/a-workspace.ts'
import { definitionsOf } from '../model/workspace.ts'
import { rehearsalSet } from './rehearsal-set.ts'
import { playRun } from './run.ts'
import { trialSample } from './trial-sample.ts'
import { whoMayCreate } from './who-may-create.ts'

const workspace = aTemplateWorkspace()
const site = previewSite(workspace, rehearsalCalendar)

describe('a sample for a trial', () => {
  it.each(definitionsOf(workspace, 'document-type').map((type) => [type.id, type] as const))(
    'of %s is refused for nothing but what only a person knows',
    (id, type) => {
      const [person = ''] = whoMayCreate(site, id)
      const judge = (card: Card) =>
        playRun(rehearsalSet(workspace), rehearsalCalendar, {
          now: '2026-11-23T07:00:00.000Z',
          given: [],
          document: { type: id, author: person, card },
          steps: [],
        }).steps[0]?.problem ?? null
      const card = trialSample(type, { today: '2026-11-23', me: person, site }, (text) => textIn(text, 'en'), judge)
      const problem = judge(card)
      const links = type.fields.filter((field) => field.type === 'link').map((field) => field.id)
      if (problem?.code === 'card-incomplete') expect(links).toEqual(expect.arrayContaining([...problem.fields]))
      else expect(problem).toBeNull()
    },
  )
})
