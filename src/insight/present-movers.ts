import { readableSchools } from '../access/index.ts'
import type { ReviewRowDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import type { StoredRow } from '../review/index.ts'
import { otherSchoolsOfGroup } from '../schools/index.ts'

/**
 * The notes on New rows that whoever reads may see, by row: the other school's name and the basis. A name and a birth date are
 * easily guessed, so that a note by them is only for who may read the people of the other school too (ADR 21).
 */
export async function presentMovers(
  tx: SchoolTx,
  rows: readonly StoredRow[],
): Promise<ReadonlyMap<string, NonNullable<ReviewRowDetails['mover']>>> {
  const noted = rows.flatMap(({ rowId, status, mover }) => (status === 'new' && mover !== null ? [{ rowId, ...mover }] : []))
  if (noted.length === 0) return new Map()
  const names = new Map((await otherSchoolsOfGroup(tx)).map(({ id, name }) => [id, name]))
  const byNames = noted.flatMap((it) => (it.basis === 'names' ? [it.schoolId] : []))
  const readable = await readableSchools(tx, byNames)
  return new Map(
    noted.flatMap(({ rowId, schoolId, basis }) => {
      const school = names.get(schoolId)
      return school === undefined || (basis === 'names' && !readable.has(schoolId)) ? [] : [[rowId, { school, basis }] as const]
    }),
  )
}
