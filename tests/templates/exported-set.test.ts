// A set that the designer exports: the program's own commands take it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { aTemplateWorkspace } from '../../designer/model/testing/a-workspace.ts'
import type { TargetKey, Workspace } from '../../designer/model/workspace.ts'
import { keptScenario, rehearsalSet } from '../../designer/simulation/rehearsal-set.ts'
import type { Run } from '../../designer/simulation/run.ts'
import { scenarioOf } from '../../designer/simulation/scenario-of.ts'
import { templateFiles } from '../../designer/templates/template-files.ts'
import { whatGoesAlong } from '../../designer/templates/what-goes-along.ts'
import { type ZipFile, zipOf } from '../../designer/templates/zip.ts'
import { cliCommands } from '../../runtime/cli/commands.ts'
import { runCli } from '../../runtime/cli/run-cli.ts'
import { rehearsalCalendar } from '../../runtime/engine/simulation/rehearsal-site.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** What a reader of ZIP archives finds by their directory at the end. */
function unzipped(archive: Uint8Array): readonly ZipFile[] {
  const view = new DataView(archive.buffer, archive.byteOffset)
  const end = archive.length - 22
  expect(view.getUint32(end, true)).toBe(0x06054b50)
  const files: ZipFile[] = []
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    expect(view.getUint32(at, true)).toBe(0x02014b50)
    const [size, nameLength] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)]
    const path = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength))
    const local = view.getUint32(at + 42, true)
    expect(view.getUint32(local, true)).toBe(0x04034b50)
    const from = local + 30 + view.getUint16(local + 26, true)
    const body = archive.subarray(from, from + size)
    expect(crc32(body)).toBe(view.getUint32(at + 16, true))
    files.push({ path, text: new TextDecoder().decode(body) })
    at += 46 + nameLength
  }
  return files
}

/** The files in a folder of their own. */
function written(files: readonly ZipFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'dosar-exported-'))
  folders.push(folder)
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const dosar = (command: string, files: readonly ZipFile[]) => run([command, written(files)])

/** The program in a process of its own, as somebody starts it. */
function started(...args: readonly string[]): { exit: number | null; out: string } {
  const program = join(import.meta.dirname, '../../runtime/cli.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8' },
  })
  return { exit: status, out: `${stdout}${stderr}` }
}

async function run(args: readonly string[]): Promise<{ exit: number; out: string }> {
  const lines: string[] = []
  const terminal = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) }
  const now = () => new Date('2026-11-23T07:00:00.000Z')
  const exit = await runCli(args, cliCommands, terminal, { now, env: { LANG: 'en_GB.UTF-8' }, cwd: '/' })
  return { exit, out: lines.join('\n') }
}

/** The shipped office with its people under ids as a site gives them. */
function aSite(): { workspace: Workspace; idOf: (name: string) => string } {
  const workspace = aTemplateWorkspace()
  const people = [...workspace.organisation!.people.keys()]
  const ids = new Map(people.map((id, index) => [id, `01a2b3c4-0000-7000-8000-${String(index).padStart(12, '0')}`]))
  const call = (text: string) => ids.get(text) ?? text
  const { organisation } = workspace
  const office = {
    ...organisation!,
    people: new Map(
      [...organisation!.people.values()].map((person) => [
        call(person.id),
        { ...person, id: call(person.id), manager: person.manager && call(person.manager) },
      ]),
    ),
    groups: new Map([...organisation!.groups].map(([id, group]) => [id, { ...group, members: group.members.map(call) }])),
    departments: new Map([...organisation!.departments].map(([id, one]) => [id, { ...one, head: one.head && call(one.head) }])),
  }
  return { workspace: { ...workspace, organisation: office }, idOf: call }
}

const partner = '01a2b3c4-0000-7000-8000-aaaaaaaaaaaa'

describe('an exported set', () => {
  const { workspace, idOf } = aSite()
  const chosen = whatGoesAlong(workspace, ['document-type/contract' as TargetKey])
  const trial: Run = {
    now: '2026-11-23T07:00:00.000Z',
    given: [
      {
        type: 'counterparty',
        as: partner,
        author: idOf('elena'),
        card: { name: 'Piatra SRL', taxNumber: 'RO20000001', group: 'subcontractor' },
      },
    ],
    document: {
      type: 'contract',
      author: idOf('elena'),
      card: {
        side: 'purchase',
        counterparty: { type: 'counterparty', id: partner },
        subject: 'Schele',
        amount: 5_000,
        validUntil: '2027-03-31',
      },
    },
    steps: [{ kind: 'do', by: idOf('elena'), do: 'submit' }],
  }
  const rehearsal = keptScenario(scenarioOf({ id: 'sent', label: 'It is sent' }, trial, rehearsalSet(workspace), rehearsalCalendar)!)
  const names = { label: 'Our contracts', text: 'What we use', version: '1.0.0' }
  const { files, id, leftOut } = templateFiles(workspace, chosen, names, [rehearsal])

  it('brings along what it names', () => {
    expect(id).toBe('our-contracts')
    expect(chosen).toEqual(expect.arrayContaining(['document-type/counterparty', 'approval-schema/contract-approval']))
  })
  it('names nobody of the office', () => {
    const text = files.map((file) => file.text).join('\n')
    for (const { name, email } of workspace.organisation!.people.values()) {
      expect(text).not.toContain(name)
      if (email) expect(text).not.toContain(email)
    }
    expect(text).not.toContain('01a2b3c4')
  })
  it('is an archive whose files come out as they went in', () => {
    expect(unzipped(zipOf(files, new Date(2026, 10, 23, 9, 0)))).toEqual(files)
  })
  it('is taken by `dosar validate` and `dosar test`, with its rehearsals', async () => {
    expect(leftOut).toEqual([])
    const valid = await dosar('validate', unzipped(zipOf(files, new Date(2026, 10, 23))))
    expect([valid.exit, valid.out]).toEqual([0, expect.stringContaining('0 problems')])
    const tested = await dosar('test', files)
    expect([tested.exit, tested.out]).toEqual([0, expect.stringContaining('1 rehearsal passes')])
  })
  it('is taken by the program as it is started in a terminal', () => {
    const folder = written(unzipped(zipOf(files, new Date(2026, 10, 23))))
    expect(started('validate', folder)).toEqual({ exit: 0, out: expect.stringContaining('our-contracts 1.0.0: 0 problems') })
    expect(started('test', folder)).toEqual({ exit: 0, out: expect.stringContaining('1 rehearsal passes') })
  }, 60_000)
  it.each(['template.json', 'document-types/contract.json'])(
    'made by a newer version, by its %s, is refused with a sentence that says so',
    (path) => {
      const newer = files.map((file) =>
        file.path === path ? { ...file, text: JSON.stringify({ ...JSON.parse(file.text), schemaVersion: 99 }) } : file,
      )
      const folder = written(newer)
      for (const command of ['validate', 'test']) {
        const { exit, out } = started(command, folder)
        expect([command, exit]).toEqual([command, 1])
        expect(out).toContain(
          `${path}, /schemaVersion: This is written in version 99 of the language, and the program knows it up to 1. A newer program can read it.`,
        )
      }
    },
    60_000,
  )
})
