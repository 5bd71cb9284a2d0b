import { describe, expect, it } from 'vitest'
import type { Problem, Result } from '../kernel/index.ts'
import { openTable } from '../tables/index.ts'
import type { ColumnMap, FileConnector, FileReadRequest, ReadSummary } from './connector.ts'
import { filesOf, type Recording, recording } from './support/recording.ts'

/** An invented package, one text per file. Ids must be unique and no cell may span lines, so that rows can be shuffled. */
export interface ConformancePackage {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  /** The files whose rows are people, and for each how often one row is told (2: a person of two schools). Default: all, once. */
  readonly peopleRows: number
  /** Data rows of all other files that are counted. */
  readonly otherRows: number
  /** Values of password columns. They must appear nowhere. */
  readonly secrets: readonly string[]
  /** Ids with leading zeros that must arrive as they are. */
  readonly ids: readonly string[]
  /** The same kind of package with one row of people that names no school though it should; null where the format cannot. */
  readonly withoutSchool: Readonly<Record<string, string>> | null
}

/** What one read of a package gave. */
export interface PackageRead {
  readonly summary: Result<ReadSummary, Problem>
  readonly recorded: Recording
}

/** A read request over texts, for tests. */
export function requestOf(files: Readonly<Record<string, string | Uint8Array>>, map: ColumnMap | null = null): FileReadRequest {
  return { files: filesOf(files), openTable, map, now: new Date('2025-09-15T09:00:00Z') }
}

/** Reads texts with a connector and remembers all it tells. */
export async function readWith(
  connector: FileConnector,
  files: Readonly<Record<string, string | Uint8Array>>,
  map: ColumnMap | null = null,
): Promise<PackageRead> {
  const recorded = recording()
  return { summary: await connector.read(requestOf(files, map), recorded.sink), recorded }
}

/** Proves of any connector what everybody behind it relies on. Call it in the connector's own test file. */
export function connectorConformance({ connector, packages }: { connector: FileConnector; packages: readonly ConformancePackage[] }): void {
  describe.each(packages)(`${connector.id} conforms: $name`, (pack) => {
    it('recognises its own package', async () => {
      expect(await connector.recognises(requestOf(pack.files))).toBe(true)
    })

    it('tells every row once: read = used + left out + rejected', async () => {
      const { summary, recorded } = await readWith(connector, pack.files)
      expect(summary.ok).toBe(true)
      expect(countOf(recorded)).toEqual({ people: pack.peopleRows, others: pack.otherRows })
    })

    it('lets no password through (D9)', async () => {
      const everything = JSON.stringify([await readWith(connector, pack.files), await readWith(connector, damaged(pack.files, 1))])
      for (const secret of pack.secrets) expect(everything).not.toContain(secret)
    })

    it('keeps ids as texts, leading zeros and all', async () => {
      const { recorded } = await readWith(connector, pack.files)
      const ids = recorded.people.flatMap(({ person }) => [person.sourceId, person.fields.customId])
      expect(ids).toEqual(expect.arrayContaining([...pack.ids]))
    })

    it('says the same of shuffled rows', async () => {
      const said = setOf((await readWith(connector, pack.files)).recorded)
      for (const seed of [1, 2, 3]) expect(setOf((await readWith(connector, shuffled(pack.files, seed))).recorded)).toEqual(said)
    })

    it('never throws on damaged rows, and loses none', async () => {
      for (const seed of [1, 2, 3, 4, 5]) {
        const { summary, recorded } = await readWith(connector, damaged(pack.files, seed))
        const { people, others } = countOf(recorded)
        if (summary.ok) expect(people + others).toBeGreaterThanOrEqual(pack.peopleRows + pack.otherRows)
      }
    })

    const { withoutSchool } = pack
    if (withoutSchool === null) return
    it('knows no school where a row does not say one (D10)', async () => {
      const { recorded } = await readWith(connector, withoutSchool)
      expect([...recorded.rejected, ...recorded.leftOut].some(({ school }) => school === null)).toBe(true)
    })
  })
}

function countOf({ rows, peopleRows }: Recording): { people: number; others: number } {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0)
  return { people: sum(peopleRows), others: sum(rows) - sum(peopleRows) }
}

/** What was said, without lines and order. */
function setOf({ people, gone, changed, classes, enrolments, ended, leftOut }: Recording): string[] {
  const facts = [
    ...people.map(({ school, person }) => ({ school, person })),
    ...classes.map(({ school, it: { yearGroups, ...it } }) => ({ school, it, yearGroups: yearGroups.toSorted() })),
    ...enrolments.map(({ school, it }) => ({ school, it })),
    ...leftOut.map(({ school, code, detail }) => ({ school, code, detail })),
    ...[...gone, ...changed, ...ended],
  ]
  return facts.map((fact) => JSON.stringify(fact)).sort()
}

type Files = Readonly<Record<string, string>>

function shuffled(files: Files, seed: number): Files {
  return withRows(files, (rows) => rows.toSorted((a, b) => scatter(a, seed) - scatter(b, seed)))
}

/** Breaks about every third row in a way that damages itself only. */
function damaged(files: Files, seed: number): Files {
  const ways = [(row: string) => row.split(',')[0] ?? '', (row: string) => `${row},more,and more`, (row: string) => `${row}\0`]
  return withRows(files, (rows) =>
    rows.map((row) => (scatter(row, seed) % 3 === 0 ? (ways[scatter(row, seed + 1) % ways.length]?.(row) ?? row) : row)),
  )
}

function withRows(files: Files, change: (rows: readonly string[]) => readonly string[]): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const [header = '', ...rows] = text.split('\n').filter((line) => line !== '')
      return [name, [header, ...change(rows), ''].join('\n')]
    }),
  )
}

/** A number that looks like chance and is always the same. */
function scatter(text: string, seed: number): number {
  let hash = seed
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return hash
}
