import { basename, dirname } from 'node:path/posix'
import { type Problem, problem } from '../kernel/index.ts'

const READABLE = /\.(csv|tsv|tab|txt)(\.gz)?$/i
/** What operating systems and archivers leave behind; nobody means it. */
const LEFTOVER = /(^|\/)(__MACOSX(\/|$)|\.|Thumbs\.db$|desktop\.ini$)/i

/** Which of the files of a folder or archive are read, and what to say about the others. */
export interface Layout<Entry> {
  readonly chosen: readonly Entry[]
  readonly problems: readonly Problem[]
  /** There are tables, and none where they are looked for. */
  readonly areTooDeep: boolean
}

/**
 * Chooses the tables at the top; where all files lie in exactly one inner folder, the tables in that one. Paths are
 * relative, with `/`.
 */
export function chooseFiles<Entry extends { readonly path: string }>(entries: readonly Entry[]): Layout<Entry> {
  const meant = entries.filter(({ path }) => !LEFTOVER.test(path))
  const tables = meant.filter(({ path }) => READABLE.test(path))
  const folders = new Set(tables.map(({ path }) => dirname(path)))
  const [only = '.'] = folders
  const isInner = folders.size === 1 && only !== '.'
  const chosen = tables.filter(({ path }) => dirname(path) === (isInner ? only : '.'))
  const ignored = meant.filter((entry) => !chosen.includes(entry))
  return {
    chosen,
    areTooDeep: chosen.length === 0 && tables.length > 0,
    problems: [
      ...(isInner && chosen.length > 0 ? [problem('file.inner_folder', { file: basename(only) })] : []),
      ...ignored.map(({ path }) => problem('file.ignored', { file: basename(path) })),
    ],
  }
}

/** The name of a table without the `.gz` around it. */
export function tableName(path: string): string {
  return basename(path).replace(/\.gz$/i, '')
}
