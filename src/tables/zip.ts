import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { EXPANDED_GIB_MAX, type ExpansionMeter, isPlausibleExpansion } from './expansion.ts'
import { gunzip } from './plain-file.ts'
import { ReadFailure } from './read-failure.ts'
import { chooseFiles, tableName } from './source-layout.ts'
import type { SourceFile } from './table.ts'

/** More entries than this in a roster is an attack on whoever lists them. */
const ENTRIES_MAX = 10_000

/** The tables of an archive, ready to be read in any order until it is closed. */
export interface OpenZip {
  readonly files: readonly SourceFile[]
  readonly problems: readonly Problem[]
  close(): void
}

interface ZipEntry {
  readonly path: string
  readonly entry: yauzl.Entry
}

/**
 * Opens a zip. Refused as a whole: damaged, encrypted, or expanding to more than a roster can be, by its own account
 * before reading and by count while reading. Entries that point outside, and links, are ignored and said so.
 */
export async function openZip(path: string, name: string, meter: ExpansionMeter): Promise<Result<OpenZip, Problem>> {
  const opened = await openArchive(path).catch(() => null)
  if (opened === null) return fail(problem('file.archive_broken', { file: name }))
  const listed = await listEntries(opened, name).catch(() => fail(problem('file.archive_broken', { file: name })))
  if (!listed.ok) {
    opened.close()
    return listed
  }
  const { chosen, areTooDeep, problems } = chooseFiles(listed.value.entries)
  if (areTooDeep) {
    opened.close()
    return fail(problem('file.tables_too_deep', { file: name }))
  }
  const files = chosen.map(
    ({ path: inner, entry }): SourceFile => ({
      name: tableName(inner),
      size: entry.uncompressedSize,
      open: () => meter.measured(inner, entry.compressedSize, contentOf(inner, expanded(opened, entry))),
    }),
  )
  return ok({ files, problems: [...listed.value.problems, ...problems], close: () => opened.close() })
}

function openArchive(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    // names stay bytes: yauzl would refuse the whole archive for one bad path
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })
}

interface Listed {
  readonly entries: ZipEntry[]
  readonly problems: Problem[]
}

async function listEntries(zip: yauzl.ZipFile, name: string): Promise<Result<Listed, Problem>> {
  const found: Listed = { entries: [], problems: [] }
  const refused = (code: 'file.archive_encrypted' | 'file.archive_too_large') =>
    fail(problem(code, { file: name, params: { gibMax: EXPANDED_GIB_MAX } }))
  if (zip.entryCount > ENTRIES_MAX) return refused('file.archive_too_large')
  let expandedBytes = 0
  for await (const entry of entriesOf(zip)) {
    const path = pathOf(entry)
    if (path === null || isLink(entry)) {
      found.problems.push(
        problem('file.archive_entry_ignored', { file: name, value: path ?? Buffer.from(entry.fileName).toString('utf8') }),
      )
      continue
    }
    if (path.endsWith('/')) continue
    if (entry.isEncrypted()) return refused('file.archive_encrypted')
    expandedBytes += entry.uncompressedSize
    if (!isPlausibleExpansion(entry.compressedSize, entry.uncompressedSize)) return refused('file.archive_too_large')
    if (!isPlausibleExpansion(Number.POSITIVE_INFINITY, expandedBytes)) return refused('file.archive_too_large')
    found.entries.push({ path, entry })
  }
  return ok(found)
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | null>((resolve, reject) => {
      zip.removeAllListeners()
      zip
        .once('entry', resolve)
        .once('end', () => resolve(null))
        .once('error', reject)
      zip.readEntry()
    })
    if (entry === null) return
    yield entry
  }
}

/** The path inside the archive, or null where it is absolute, climbs out, or is no path at all. */
function pathOf(entry: yauzl.Entry): string | null {
  // with decodeStrings off yauzl hands over bytes, which its types do not say
  const path = Buffer.from(entry.fileName).toString('utf8').replaceAll('\\', '/')
  return yauzl.validateFileName(path) === null && !path.includes('\0') ? path : null
}

/** The Unix mode stands in the upper half; 0o120000 is a symbolic link. */
function isLink(entry: yauzl.Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

/** A file that was packed twice, as `users.csv.gz` in a zip. */
function contentOf(path: string, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return /\.gz$/i.test(path) ? gunzip(Readable.from(bytes)) : bytes
}

async function* expanded(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  let sum = 0
  try {
    for await (const chunk of await streamOf(zip, entry)) {
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    throw new ReadFailure('file.archive_broken', { cause: error })
  }
  if (sum !== entry.crc32) throw new ReadFailure('file.archive_broken')
}

function streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}
