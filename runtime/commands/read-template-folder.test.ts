import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findingSentence } from '../../schemas/finding-text.ts'
import { schemaFindingTexts } from '../../schemas/schema-finding-texts.ts'
import { LARGEST_FILE, readTemplateFolder } from './read-template-folder.ts'
import { templateFolderTexts } from './template-folder-texts.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const template = { id: 'orders', label: 'Orders', text: 'Orders', version: '1.0.0', languages: ['en'] }
const directory = (id: string) => ({ id, label: id, items: [{ id: 'one', label: 'One' }] })

/** A folder with a template.json, and these files. */
function aFolder(files: Record<string, unknown> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'dosar-template-'))
  folders.push(root)
  for (const [name, content] of Object.entries({ 'template.json': template, ...files })) {
    if (content === undefined) continue
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), Buffer.isBuffer(content) || typeof content === 'string' ? content : JSON.stringify(content))
  }
  return root
}

async function read(root: string) {
  const answer = await readTemplateFolder(root)
  if (!answer.ok) throw new Error(answer.why)
  return answer.folder
}

const sentence = findingSentence(schemaFindingTexts, templateFolderTexts)
const findingsIn = async (root: string) =>
  (await read(root)).findings.map((finding) => {
    // Every finding has its sentence in both languages.
    expect(sentence(finding, 'en')).not.toBe('')
    expect(sentence(finding, 'ro')).not.toMatch(/[şţ]/)
    return { code: finding.code, level: finding.level, file: finding.file, facts: finding.facts }
  })

describe('a folder of definitions', () => {
  it('is read kind by kind, in the order of the names of its files', async () => {
    const folder = await read(
      aFolder({
        'README.md': 'About it',
        'directories/b.json': directory('b'),
        'directories/a.json': directory('a'),
        'people.json': { people: [{ id: 'ana', name: 'Ana' }] },
        'document-types/people.json': {
          id: 'people',
          label: 'People',
          kind: 'record',
          fields: [{ id: 'name', type: 'text', label: 'Name' }],
        },
      }),
    )
    expect(folder.findings).toEqual([])
    expect(folder.template).toEqual(template)
    expect(folder.directories.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(folder.types.map(({ id }) => id)).toEqual(['people'])
    expect(folder.people?.people).toHaveLength(1)
    expect(folder.files.get('directory b')).toBe('directories/b.json')
  })

  it('may be reached by a link, and its files may begin with a byte order mark', async () => {
    const root = aFolder({ 'directories/a.json': `\uFEFF${JSON.stringify(directory('a'))}` })
    symlinkSync(root, `${root}-link`)
    folders.push(`${root}-link`)
    const folder = await read(`${root}-link`)
    expect(folder.findings).toEqual([])
    expect(folder.directories).toHaveLength(1)
  })

  it('is refused where there is none', async () => {
    expect(await readTemplateFolder('/nowhere/at/all')).toEqual({ ok: false, why: 'missing' })
    expect(await readTemplateFolder(join(aFolder(), 'template.json'))).toEqual({ ok: false, why: 'not-a-folder' })
  })
})

describe('what is wrong in a folder is found', () => {
  it('without its template.json', async () => {
    expect(await findingsIn(aFolder({ 'template.json': undefined }))).toEqual([
      { code: 'template-missing', level: 'problem', file: 'template.json', facts: {} },
    ])
  })

  it('with the line and column where JSON stops, and only there', async () => {
    expect(await findingsIn(aFolder({ 'template.json': '{\n  "id": oops\n}' }))).toEqual([
      { code: 'not-json', level: 'problem', file: 'template.json', facts: { line: 2, column: 9, found: 'oops' } },
    ])
    expect(await findingsIn(aFolder({ 'directories/a.json': '{"id": "a",' }))).toMatchObject([
      { code: 'not-json', facts: { line: 1, column: 12 } },
    ])
    expect(await findingsIn(aFolder({ 'directories/a.json': '['.repeat(500) }))).toMatchObject([{ code: 'nested-too-deep' }])
  })

  it('in bytes that are no text', async () => {
    expect(await findingsIn(aFolder({ 'directories/a.json': Buffer.from([0x7b, 0xff, 0xfe]) }))).toMatchObject([{ code: 'not-utf8' }])
  })

  it('of a newer version of the language', async () => {
    expect(await findingsIn(aFolder({ 'template.json': { ...template, schemaVersion: 9 } }))).toMatchObject([
      { code: 'newer-schema-version', file: 'template.json' },
    ])
  })

  it('by its schema, with the file', async () => {
    expect(await findingsIn(aFolder({ 'directories/a.json': { ...directory('a'), itmes: [] } }))).toMatchObject([
      { code: 'unknown-key', file: 'directories/a.json', facts: { key: 'itmes' } },
    ])
  })

  it('in files and folders that nobody would read', async () => {
    const root = aFolder({
      'peoples.json': {},
      'directorie/a.json': directory('a'),
      'pictures/a.png': 'x',
      'directories/notes.txt': 'x',
      'directories/old/a.json': directory('a'),
      '.git/config': 'x',
    })
    expect((await findingsIn(root)).map(({ code, level, file, facts }) => [code, level, file, facts.didYouMean])).toEqual([
      ['unknown-folder', 'problem', 'directorie', 'directories'],
      ['unknown-file', 'problem', 'directories/notes.txt', undefined],
      ['folder-in-folder', 'problem', 'directories/old', undefined],
      ['unknown-file', 'problem', 'peoples.json', 'people.json'],
      ['unknown-folder', 'hint', 'pictures', undefined],
    ])
  })

  it('where a link leads elsewhere: nothing behind it is read', async () => {
    const outside = aFolder({ 'directories/a.json': directory('secret') })
    const root = aFolder({ 'directories/b.json': directory('b') })
    symlinkSync(join(outside, 'directories/a.json'), join(root, 'directories/a.json'))
    symlinkSync(join(outside, 'directories'), join(root, 'scenarios'))
    expect((await findingsIn(root)).map(({ code, file }) => [code, file])).toEqual([
      ['symbolic-link', 'directories/a.json'],
      ['symbolic-link', 'scenarios'],
    ])
    expect((await read(root)).directories.map(({ id }) => id)).toEqual(['b'])
  })

  it('in a file that is too large to be a definition', async () => {
    const root = aFolder({ 'directories/a.json': '{' })
    truncateSync(join(root, 'directories/a.json'), LARGEST_FILE + 1)
    expect(await findingsIn(root)).toEqual([
      { code: 'file-too-large', level: 'problem', file: 'directories/a.json', facts: { size: LARGEST_FILE + 1, limit: LARGEST_FILE } },
    ])
  })

  it('in a print form whose file is not beside it, or would lie elsewhere', async () => {
    const form = (id: string, file: string) => ({ id, label: id, type: 'order', file })
    const root = aFolder({
      'print-forms/a.json': form('a', 'a.docx'),
      'print-forms/a.docx': 'x',
      'print-forms/b.json': form('b', 'b.docx'),
      'print-forms/c.json': form('c', '../c.docx'),
    })
    expect((await findingsIn(root)).map(({ code, file }) => [code, file])).toEqual([
      ['bad-print-file', 'print-forms/c.json'],
      ['print-file-missing', 'print-forms/b.json'],
    ])
  })

  it('in two files with one id', async () => {
    expect(await findingsIn(aFolder({ 'directories/a.json': directory('a'), 'directories/b.json': directory('a') }))).toEqual([
      { code: 'id-in-two-files', level: 'problem', file: 'directories/b.json', facts: { id: 'a', other: 'directories/a.json' } },
    ])
  })
})
