import type { SchoolTx } from '../db/index.ts'
import { readSchool, readSettings } from '../schools/index.ts'
import { type YearGroupReader, yearGroupReader } from './year-group-reader.ts'

/** How the school reads year groups now, whatever an open run may say of them. */
export async function readYears(tx: SchoolTx): Promise<YearGroupReader> {
  return yearGroupReader(tx, { school: await readSchool(tx), settings: await readSettings(tx), said: {} })
}
