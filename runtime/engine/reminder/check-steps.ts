import type { Automation } from '../../../schemas/generated/automation.ts'
import type { Channel } from '../../../schemas/generated/common.ts'
import type { TimeStep } from '../../../schemas/generated/time-step.ts'
import { type AudiencePlace, checkAudience } from '../audience/check-audience.ts'
import { checkBraces } from '../card/check-braces.ts'
import { checkExpression, checkValue } from '../card/check-expression.ts'
import { checkPath } from '../card/check-path.ts'
import { columnsOf, fieldsOf, isComputed } from '../card/field.ts'
import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'

/** What the steps of a deadline or a reminder tell, pass and do. `choose` is looked at by whoever knows the actions. */
export function checkSteps(
  world: World,
  checking: Checking,
  at: string,
  steps: readonly TimeStep[] | undefined,
  place: AudiencePlace,
): void {
  for (const [index, step] of (steps ?? []).entries()) {
    const here = `${at}/${index}`
    checkAudience(world, checking, `${here}/tell`, step.tell, place)
    checkAudience(world, checking, `${here}/pass`, step.pass, place)
    checkAutomations(world, checking, `${here}/does`, step.does, place, 'hint')
    checkChannels(checking, `${here}/by`, step.by)
  }
}

/** A notice goes into the program or by e-mail; another program is told by a step of its own. */
function checkChannels(checking: Checking, at: string, by: readonly Channel[] | undefined): void {
  const index = by?.indexOf('webhook') ?? -1
  if (index >= 0) checking.hint('not-supported-yet', `${at}/${index}`, { what: 'by-webhook' })
}

const notYet = new Set<Automation['do']>(['convert', 'print', 'hand-over', 'absence'])

/** What the program does by itself. `level`: how much is lost with what does not run yet. */
export function checkAutomations(
  world: World,
  checking: Checking,
  at: string,
  does: readonly Automation[] | undefined,
  place: AudiencePlace,
  level: 'problem' | 'hint',
): void {
  for (const [index, step] of (does ?? []).entries()) {
    const here = `${at}/${index}`
    if (notYet.has(step.do)) checking.find(level, 'not-supported-yet', here, { what: step.do })
    const { type } = place
    switch (step.do) {
      case 'register':
        if (type && !type.number) checking.problem('register-without-number', here, { type: type.id })
        break
      case 'notify':
        checkAudience(world, checking, `${here}/who`, step.who, place)
        checkChannels(checking, `${here}/by`, step.by)
        if (type) checkBraces(world, checking, `${here}/text`, step.text, { ...place, type }, 'message')
        break
      case 'set':
        for (const [path, source] of Object.entries(step.set)) checkSet(world, checking, `${here}/set/${path}`, path, source, place)
        break
      case 'webhook':
        if (world.organisation?.webhooks?.has(step.webhook) === false)
          checking.hint('webhook-without-address', `${here}/webhook`, { found: step.webhook })
        for (const [nth, path] of (step.fields ?? []).entries()) {
          const end = type && checkPath(world, checking, `${here}/fields/${nth}`, path, { ...place, type })
          if (end?.confidential) checking.problem('confidential-in-text', `${here}/fields/${nth}`, { field: path })
        }
        break
      case 'convert':
        if (type)
          checking.exists('unknown-conversion', `${here}/convert`, step.convert, new Set((type.conversions ?? []).map(({ id }) => id)))
        break
      case 'hand-over':
        checkAudience(world, checking, `${here}/to`, step.to, place)
        if (type) checking.exists('unknown-paper', `${here}/paper`, step.paper, new Set((type.paper?.copies ?? []).map(({ id }) => id)))
    }
  }
}

function checkSet(world: World, checking: Checking, at: string, path: string, source: string, place: AudiencePlace): void {
  const { type } = place
  const around = { ...place, me: false, process: true }
  if (!type) return void checkExpression(world, checking, at, source, around)
  const [head = '', column] = path.split('.')
  const fields = head === 'row' && place.row ? columnsOf(place.row) : fieldsOf(type)
  const name = head === 'row' && place.row ? (column ?? '') : path
  if (!checking.exists('unknown-field', at, name, fields, { name, type: type.id })) return
  const field = fields.get(name)!
  if (isComputed(field)) checking.problem('set-of-calculated', at, { field: path })
  checkValue(world, checking, at, source, around, field)
}
