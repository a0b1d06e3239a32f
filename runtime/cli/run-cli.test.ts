import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { cliCommands } from './commands.ts'
import { runCli } from './run-cli.ts'

const shipped = fileURLToPath(new URL('../../templates/construction-contracts', import.meta.url))
const copies: string[] = []
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true })
})

/** A copy of the shipped set with a file changed. */
function changed(file: string, change: (text: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), 'dosar-cli-'))
  copies.push(copy)
  cpSync(shipped, copy, { recursive: true })
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')))
  return copy
}

async function dosar(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const terminal = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  const now = () => new Date('2026-10-14T10:00:00.000Z')
  const exit = await runCli(args, cliCommands, terminal, { now, env: { LANG: 'en_GB.UTF-8' }, cwd: '/' })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

describe('dosar validate', () => {
  it('is content with the shipped set', async () => {
    expect(await dosar('validate', shipped)).toEqual({ exit: 0, out: 'construction-contracts 1.0.0: 0 problems, 0 hints.', err: '' })
  })

  it('says the file, the place and what was meant, in either language and in JSON', async () => {
    const folder = changed('people.json', (text) => text.replace('"departments"', '"departmens"'))
    const english = await dosar('validate', folder)
    expect(english.exit).toBe(1)
    expect(english.out).toContain('people.json, /departmens: "departmens" is not a word of the language here. Did you mean "departments"?')
    expect((await dosar('validate', folder, '--language', 'ro')).out).toContain('Ai vrut să scrii „departments”?')
    const json = JSON.parse((await dosar('validate', folder, '--json')).out)
    expect(json).toMatchObject({ ok: false, findings: [{ code: 'unknown-key', file: 'people.json', path: '/departmens' }] })
    expect(json.findings[0].message).toContain('Did you mean')
  })

  it('finds what names nobody, with the file that it came from', async () => {
    const folder = changed('approval-schemas/contract-approval.json', (text) =>
      text.replace('{ "group": "finance" }', '{ "group": "finanec" }'),
    )
    const { exit, out } = await dosar('validate', folder)
    expect(exit).toBe(1)
    expect(out).toContain('approval-schemas/contract-approval.json, /nodes/')
    expect(out).toContain('finance')
  })
})

describe('dosar test', () => {
  it('runs every rehearsal of the shipped set, and its samples', async () => {
    const { exit, out } = await dosar('test', shipped)
    expect(out).toContain('✓ late-lawyer')
    expect(out).toMatch(/: \d+ rehearsals pass, 0 fail; \d+ samples, 0 problems\.$/)
    expect(exit).toBe(0)
  })

  it('says the exact difference where one fails', async () => {
    const folder = changed('scenarios/pool.json', (text) => text.replace('"asked": ["radu", "ioana"]', '"asked": ["radu"]'))
    const { exit, out } = await dosar('test', folder, '--scenario', 'pool')
    expect(exit).toBe(1)
    expect(out).toContain('✗ pool')
    expect(out).toContain('scenarios/pool.json, /steps/6/expect/asked: Asked should be radu; asked is ioana, radu.')
    const json = JSON.parse((await dosar('test', folder, '--scenario', 'pool', '--json')).out)
    expect(json).toMatchObject({
      ok: false,
      scenarios: [{ id: 'pool', passed: false, findings: [{ code: 'scenario-asked', facts: { found: ['ioana', 'radu'] } }] }],
    })
  })

  it('runs nothing that does not validate', async () => {
    const { exit, out } = await dosar(
      'test',
      changed('scenarios/pool.json', (text) => text.replace('"claim"', '"claim", "ta": "legal"')),
    )
    expect(exit).toBe(1)
    expect(out).toContain('scenarios/pool.json')
    expect(out).toContain('nothing is run before they are mended')
  })

  it('knows its rehearsals by name', async () => {
    const { exit, err } = await dosar('test', shipped, '--scenario', 'pol')
    expect([exit, err]).toEqual([2, 'There is no rehearsal "pol". Did you mean "pool"?'])
  })
})

describe('dosar, not called rightly', () => {
  it('says how', async () => {
    expect((await dosar()).exit).toBe(2)
    expect((await dosar()).err).toContain('dosar validate FOLDER')
    expect((await dosar('help')).exit).toBe(0)
    expect((await dosar('validate', '--help')).out).toContain('dosar validate FOLDER')
    expect(await dosar('validte', shipped)).toMatchObject({ exit: 2, err: expect.stringContaining('Did you mean "validate"?') })
    expect(await dosar('validate')).toMatchObject({ exit: 2, err: expect.stringContaining('dosar validate FOLDER') })
    expect(await dosar('validate', shipped, 'two')).toMatchObject({ exit: 2 })
    expect(await dosar('validate', shipped, '--jsn')).toMatchObject({ exit: 2, err: 'There is no option "--jsn". Did you mean "--json"?' })
    expect(await dosar('test', shipped, '--scenario')).toMatchObject({ exit: 2, err: expect.stringContaining('--scenario ID') })
    expect(await dosar('validate', shipped, '--json=yes')).toMatchObject({ exit: 2 })
    expect(await dosar('validate', shipped, '--language', 'fr')).toMatchObject({ exit: 2 })
  })

  it('says that there is nothing to read, and in JSON too', async () => {
    expect(await dosar('validate', '/nowhere')).toEqual({ exit: 2, out: '', err: 'There is no folder "/nowhere".' })
    expect(JSON.parse((await dosar('test', '/nowhere', '--json')).out)).toMatchObject({ ok: false, error: { code: 'folder-missing' } })
  })
})
