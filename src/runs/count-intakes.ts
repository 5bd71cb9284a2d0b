import type { SchoolTx } from '../db/index.ts'
import { noteIntakes } from '../directory/index.ts'
import { listYearGroups } from '../roster/index.ts'
import type { School } from '../schools/index.ts'
import type { Run } from './run.ts'

/** Year groups of no age, such as mixed ones, say nothing about when somebody began. */
const YEARS_MAX = 20

/** Notes in which school year the pupils of an applied run began: once each, or, where a person chose the year, for all anew (S-90). */
export async function countIntakes(tx: SchoolTx, { id, result }: Run, { vocabulary }: Pick<School, 'vocabulary'>): Promise<void> {
  if (result.schoolYear === undefined) return
  const since = listYearGroups(vocabulary).flatMap(({ code, order }) => (order < YEARS_MAX ? [{ yearGroup: code, years: order }] : []))
  await noteIntakes(tx, id, { start: result.schoolYear.start, since, isAnew: result.schoolYear.isChosen })
}
