import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { createExpansionMeter, type ExpansionMeter } from './expansion.ts'
import { kindOf, plainFile } from './plain-file.ts'
import { ReadFailure } from './read-failure.ts'
import { chooseFiles, tableName } from './source-layout.ts'
import type { SourceFile } from './table.ts'
import { openZip } from './zip.ts'

/** A folder, archive or single file, opened. */
export interface Source {
  /** Name of the folder or file without its path, as its owner knows it. */
  readonly name: string
  /** In the order of their names. */
  readonly files: readonly SourceFile[]
  /** What was ignored or put up with. Costs nothing. */
  readonly problems: readonly Problem[]
  /** Lets the archive go; files cannot be opened afterwards. */
  close(): void
}

/**
 * Opens what somebody handed in: a folder, a zip (by its content, not its name), or one file, plain or gzip. Nothing is
 * unpacked to disk, and at most 1 GiB is expanded.
 */
export async function openSource(path: string): Promise<Result<Source, Problem>> {
  const name = basename(await realpath(path).catch(() => path))
  const meter = createExpansionMeter()
  try {
    const opened = await openWhatever(path, name, meter)
    if (!opened.ok) return opened
    const source = opened.value
    if (source.files.length > 0) return ok({ ...source, files: source.files.toSorted((a, b) => (a.name < b.name ? -1 : 1)) })
    source.close()
    return fail(problem('file.source_empty', { file: name }))
  } catch (error) {
    return fail(problem(isMissing(error) ? 'file.not_found' : 'file.unreadable', { file: name }))
  }
}

async function openWhatever(path: string, name: string, meter: ExpansionMeter): Promise<Result<Source, Problem>> {
  const info = await stat(path)
  if (info.isDirectory()) return openFolder(path, name, meter)
  // a pipe can be read once only, and one that nobody writes to never ends
  if (!info.isFile()) return fail(problem('file.not_a_file', { file: name }))
  if ((await kindOf(path)) !== 'zip') return ok({ name, files: [await plainFile(path, meter)], problems: [], close: () => {} })
  if (/\.(xlsx|xlsm|ods|docx)$/i.test(name)) return fail(problem('file.is_spreadsheet', { file: name }))
  const zip = await openZip(path, name, meter)
  return zip.ok ? ok({ name, ...zip.value }) : zip
}

/** Reads tables two levels down, no further: that is as deep as an inner folder lies. Links are not followed. */
async function openFolder(folder: string, name: string, meter: ExpansionMeter): Promise<Result<Source, Problem>> {
  const top = await filesIn(folder, folder)
  const below = await Promise.all(top.folders.map((inner) => filesIn(inner, folder)))
  const links = [...top.links, ...below.flatMap((inner) => inner.links)]
  const { chosen, areTooDeep, problems } = chooseFiles([...top.files, ...below.flatMap(({ files }) => files)])
  if (
    areTooDeep ||
    (chosen.length === 0 &&
      (await haveTables(
        below.flatMap(({ folders }) => folders),
        folder,
      )))
  ) {
    return fail(problem('file.tables_too_deep', { file: name }))
  }
  const files = await Promise.all(chosen.map(({ path }) => fileInFolder(join(folder, path), meter)))
  return ok({ name, files, problems: [...problems, ...links.map((file) => problem('file.ignored', { file }))], close: () => {} })
}

/** One file that may not be opened is a problem of that file, told when it is read. */
function fileInFolder(path: string, meter: ExpansionMeter): Promise<SourceFile> {
  return plainFile(path, meter).catch((error: unknown) => ({
    name: tableName(path),
    size: null,
    // biome-ignore lint/correctness/useYield: there is nothing to give
    async *open() {
      throw new ReadFailure('file.unreadable', { cause: error })
    },
  }))
}

async function haveTables(folders: readonly string[], root: string): Promise<boolean> {
  const inside = await Promise.all(folders.map((folder) => filesIn(folder, root)))
  return chooseFiles(inside.flatMap(({ files }) => files)).chosen.length > 0
}

interface Inside {
  readonly files: { readonly path: string }[]
  readonly folders: string[]
  readonly links: string[]
}

async function filesIn(folder: string, root: string): Promise<Inside> {
  const inside: Inside = { files: [], folders: [], links: [] }
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry)
    const info = await lstat(path)
    if (info.isFile()) inside.files.push({ path: relative(root, path).split(sep).join('/') })
    else if (info.isDirectory() && !entry.startsWith('.')) inside.folders.push(path)
    else if (info.isSymbolicLink()) inside.links.push(entry)
  }
  return inside
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES')
}
