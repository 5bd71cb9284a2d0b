import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { openSource } from './open-source.ts'
import { openTable } from './open-table.ts'
import { allRows } from './support/in-memory.ts'

const PEOPLE = 'id,surname\n1,Moss\n2,Lee\n'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-source-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function zipped(entries: Record<string, string | Buffer>, mode = 0o100644): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [path, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), path, { mode })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

async function put(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

/** Files as `name:rows`, then problems; or the one problem. */
async function seen(path: string): Promise<string[]> {
  const source = await openSource(path)
  if (!source.ok) return [`!${source.failure.code}`]
  const lines: string[] = []
  for (const file of source.value.files) {
    const table = await openTable(file)
    const rows = table.ok ? await allRows(table.value) : []
    const broken = rows.flatMap((row) => ('problem' in row ? [row.problem.code] : []))
    lines.push([`${file.name}:${table.ok ? rows.length : table.failure.code}`, ...broken].join(' '))
  }
  source.value.close()
  return [...lines, ...source.value.problems.map(({ code }) => code)]
}

/** The same zip with every occurrence of some bytes replaced: what no well-behaved writer would make. */
function forged(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

describe('what is handed in', () => {
  it('may be one file, plain or gzip', async () => {
    expect(await seen(await put('one.csv', PEOPLE))).toEqual(['one.csv:2'])
    expect(await seen(await put('one.csv.gz', gzipSync(PEOPLE)))).toEqual(['one.csv:2'])
  })

  it('may be a folder; what lies beside the tables is ignored and said so', async () => {
    await mkdir(join(folder, 'set/old'), { recursive: true })
    await put('set/users.csv', PEOPLE)
    await put('set/.DS_Store', 'x')
    await put('set/README.md', 'x')
    await put('set/old/users.csv', PEOPLE)
    await symlink('/etc/passwd', join(folder, 'set/link.csv'))
    expect(await seen(join(folder, 'set'))).toEqual(['users.csv:2', 'file.ignored', 'file.ignored', 'file.ignored'])
  })

  it('may be a zip under any name', async () => {
    const zip = await zipped({ 'b.csv': PEOPLE, 'a.tsv': 'id\tsurname\n1\tMoss\n', '__MACOSX/._b.csv': 'x' })
    expect(await seen(await put('export.dat', zip))).toEqual(['a.tsv:1', 'b.csv:2'])
  })

  it('may be a zip with one inner folder, which is said', async () => {
    expect(await seen(await put('inner.zip', await zipped({ 'export/users.csv': PEOPLE })))).toEqual(['users.csv:2', 'file.inner_folder'])
  })

  it('may be packed twice', async () => {
    const zip = await zipped({ 'users.csv.gz': gzipSync(PEOPLE), 'cut.csv.gz': gzipSync(PEOPLE.repeat(1000)).subarray(0, 40) })
    expect(await seen(await put('twice.zip', zip))).toEqual(['cut.csv:file.archive_broken', 'users.csv:2'])
  })

  it.runIf(process.platform !== 'win32')('is refused at once when it is neither file nor folder', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.csv')])
    expect(await seen(join(folder, 'pipe.csv'))).toEqual(['!file.not_a_file'])
  })

  it('is refused with a cure where there is nothing to read', async () => {
    expect(await seen(join(folder, 'nowhere.csv'))).toEqual(['!file.not_found'])
    expect(await seen(await put('notes.zip', await zipped({ 'notes.md': 'x' })))).toEqual(['!file.source_empty'])
    const deep = await zipped({ 'export/people/users.csv': PEOPLE, 'export/classes/classes.csv': PEOPLE })
    expect(await seen(await put('deep.zip', deep))).toEqual(['!file.tables_too_deep'])
    await mkdir(join(folder, 'deep/export/people'), { recursive: true })
    await put('deep/export/people/users.csv', PEOPLE)
    expect(await seen(join(folder, 'deep'))).toEqual(['!file.tables_too_deep'])
    expect(await seen(await put('book.xlsx', await zipped({ 'xl/workbook.xml': 'x' })))).toEqual(['!file.is_spreadsheet'])
  })
})

describe('a hostile archive', () => {
  it('is refused when it claims to expand absurdly', async () => {
    const zip = await zipped({ 'users.csv': Buffer.alloc(32 * 1024 * 1024, 'a') })
    expect(await seen(await put('bomb.zip', zip))).toEqual(['!file.archive_too_large'])
  })

  it('is stopped while reading when gzip hides the size', async () => {
    const packed = gzipSync(`${PEOPLE}${'1,Moss\n'.repeat(5_000_000)}`)
    expect((await seen(await put('bomb.csv.gz', packed)))[0]).toMatch(/^bomb\.csv:\d+ file\.archive_too_large$/)
  })

  it('cannot lie about sizes', async () => {
    const zip = await zipped({ 'users.csv': PEOPLE.repeat(100) })
    const size = Buffer.alloc(4)
    size.writeUInt32LE(PEOPLE.length * 100)
    const lie = Buffer.alloc(4)
    lie.writeUInt32LE(10)
    expect(await seen(await put('lie.zip', forged(zip, size.toString('latin1'), lie.toString('latin1'))))).toEqual([
      'users.csv:file.archive_broken',
    ])
  })

  it.each(['../evil.csv', '/etc/x.csv', 'C:/evil.csv'])('cannot lead outside by %s; the rest is read', async (path) => {
    const innocent = 'x'.repeat(path.length)
    const zip = forged(await zipped({ 'users.csv': PEOPLE, [innocent]: PEOPLE }), innocent, path)
    expect(await seen(await put('path.zip', zip))).toEqual(['users.csv:2', 'file.archive_entry_ignored'])
  })

  it('cannot smuggle in a link', async () => {
    expect(await seen(await put('link.zip', await zipped({ 'users.csv': '/etc/passwd' }, 0o120777)))).toEqual(['!file.source_empty'])
  })

  it('is refused when it is encrypted', async () => {
    const zip = await zipped({ 'users.csv': PEOPLE })
    const central = zip.indexOf('PK\u0001\u0002', 0, 'latin1')
    zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8)
    expect(await seen(await put('secret.zip', zip))).toEqual(['!file.archive_encrypted'])
  })

  it('is told when it is damaged or cut off', async () => {
    const zip = await zipped({ 'users.csv': PEOPLE.repeat(1000) })
    expect(await seen(await put('cut.zip', zip.subarray(0, zip.length / 2)))).toEqual(['!file.archive_broken'])
    const damaged = Buffer.from(zip)
    damaged.fill(0xff, 45, 60)
    expect((await seen(await put('damaged.zip', damaged)))[0]).toMatch(/file\.archive_broken/)
    const packed = gzipSync(PEOPLE.repeat(10_000))
    expect((await seen(await put('cut.csv.gz', packed.subarray(0, packed.length / 2))))[0]).toMatch(/file\.archive_broken/)
  })
})
