import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import type { Vocabulary } from '../../matching/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import { openSource, openTable, type Table } from '../../tables/index.ts'
import { findColumns } from './find-columns.ts'
import { type GroupedPeople, groupPeople } from './school-groups.ts'
import { SideBuilder } from './side-builder.ts'
import { ProblemList, type Problems } from './side-problems.ts'

/** How one of the two files is to be read. */
export interface SideRequest {
  readonly path: string
  readonly map: Readonly<Record<string, string>>
  readonly schoolColumn: string | null
  readonly role: PersonKind | null
  /** Two threads will match what is read. */
  readonly isShared: boolean
}

export interface Side {
  readonly header: readonly string[]
  readonly rows: number
  readonly grouped: GroupedPeople
  /** The code of each of its schools in the run's vocabulary, where it was read with another; null for the same. */
  readonly schoolCodes: Int32Array | null
}

/** What came of reading a file, and what is to be told of it in any case. */
export interface ReadSide {
  readonly problems: Problems
  /** A failure is a file that cannot be matched at all. */
  readonly side: Result<Side, Problem>
}

/** Reads one of the two files whole, into columns. */
export async function readSide(request: SideRequest, vocabulary: Vocabulary): Promise<ReadSide> {
  const source = await openSource(request.path)
  if (!source.ok) return failedSide([], source.failure)
  try {
    const [file, ...others] = source.value.files
    if (file === undefined || others.length > 0) return failedSide([], problem('file.not_one_table', { file: source.value.name }))
    const table = await openTable(file)
    return table.ok ? await readTable(table.value, request, vocabulary) : failedSide([], table.failure)
  } finally {
    source.value.close()
  }
}

async function readTable(table: Table, request: SideRequest, vocabulary: Vocabulary): Promise<ReadSide> {
  const { file, header } = table
  const problems = new ProblemList()
  for (const it of table.problems) problems.add(it)
  const found = findColumns(header, { ...request, file, isStaff: request.role === 'staff' })
  if (!found.ok) return failedSide(table.problems, found.failure)
  const builder = new SideBuilder({
    file,
    bytes: table.size,
    found: found.value,
    role: request.role,
    isShared: request.isShared,
    vocabulary,
    problems,
  })
  for await (const batch of table.fields(builder.wanted)) builder.add(batch)
  const people = builder.finish()
  const birthColumn = header[found.value.columns.birthDate ?? 0] ?? null
  if (people === null) return failedSide(table.problems, problem('file.birth_dates_unreadable', { file, column: birthColumn }))
  const grouped = groupPeople(people, request.isShared)
  return { problems: problems.problems(), side: ok({ header, rows: builder.rows, grouped, schoolCodes: null }) }
}

function failedSide(told: readonly Problem[], failure: Problem): ReadSide {
  return { problems: { told, more: [] }, side: fail(failure) }
}
