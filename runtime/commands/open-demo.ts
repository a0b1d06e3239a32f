import { textIn } from '../engine/card/local-text.ts'
import type { Id } from '../engine/document/state.ts'
import type { Problem } from '../engine/problem.ts'
import type { TemplateSet } from '../engine/simulation/template-set.ts'
import { clearSite } from '../store/clear-site.ts'
import { markRead } from '../store/notices.ts'
import { type PersonChange, readSettings, savePeople } from '../store/organisation.ts'
import { lockSite } from '../store/site-stream.ts'
import type { Edges } from './edges.ts'
import { equipmentOf } from './equipment.ts'
import { replaySamples } from './replay-samples.ts'
import { type NewOffice, openOffice, publishAll, type SetUp, saveStructure, stampOf } from './set-up-office.ts'

/**
 * Fills an empty site with a template's office: its people, its definitions and its documents in every state. Where a
 * document is refused the site is emptied again, so that nothing half done stays.
 */
export async function openDemo(edges: Edges, set: TemplateSet, office: Omit<NewOffice, 'organisation'>): Promise<SetUp> {
  const people = new Map((set.people?.people ?? []).map(({ id }) => [id, edges.newId()]))
  const opened = await edges.database.transaction(async (tx): Promise<SetUp> => {
    await lockSite(tx)
    const { setUpAt, demo } = await readSettings(tx)
    if (setUpAt) return { ok: false, problem: demo ? { code: 'site-not-empty' } : { code: 'demo-refused', why: 'real-data' } }
    const stamp = stampOf(edges, null)
    await openOffice(
      tx,
      edges,
      { ...office, organisation: textIn(set.people?.office ?? set.template?.label ?? 'Dosar', office.language) },
      stamp,
      true,
    )
    await savePeople(tx, peopleOf(set, people, office.language), stamp)
    if (set.people) await saveStructure(tx, set.people, people, stamp)
    return publishAll(edges, tx, [...people.values()][0] ?? edges.newId(), [equipmentOf(set, office.language)])
  })
  if (!opened.ok) return opened

  // Its documents live through months that have passed: the clock would call them all late before their people act.
  const replay = () => replaySamples(edges, set.samples, people)
  const replayed = await (edges.withoutClock ? edges.withoutClock(replay) : replay())
  if (!replayed.ok) {
    edges.log.error('sample-refused', { sample: replayed.sample, step: replayed.step, problem: replayed.problem })
    await removeDemo(edges)
    return replayed
  }
  // What was told days ago has been read: the bell shows what is new.
  for (const person of people.values()) await markRead(edges.database, person, 'all', edges.clock.now().toISOString(), daysBefore(edges, 2))
  edges.announce({ kind: 'site' })
  return opened
}

/** Takes a demo office away, whole; a real one is never touched. */
export async function removeDemo(edges: Edges): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: Problem }> {
  const removed = await edges.database.transaction(async (tx) => {
    await lockSite(tx)
    if (!(await readSettings(tx)).demo) return false
    await clearSite(tx)
    return true
  })
  if (!removed) return { ok: false, problem: { code: 'demo-refused', why: 'real-data' } }
  edges.announce({ kind: 'site' })
  return { ok: true }
}

function daysBefore({ clock }: Edges, days: number): string {
  return new Date(clock.now().getTime() - days * 86_400_000).toISOString()
}

function peopleOf(set: TemplateSet, ids: ReadonlyMap<string, Id>, office: string): readonly PersonChange[] {
  return (set.people?.people ?? []).map(({ id, name, email, language, department, manager, roles, signingLimit }) => ({
    id: ids.get(id)!,
    name,
    email: email ?? null,
    language: language ?? office,
    department: department ?? null,
    manager: (manager && ids.get(manager)) ?? null,
    roles: roles ?? [],
    ...(signingLimit !== undefined && { attributes: { signingLimit } }),
  }))
}
