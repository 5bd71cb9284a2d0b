import type { SchoolTx } from '../../../db/index.ts'
import type { EditRefused } from '../../../directory/index.ts'
import { readPerson } from '../../../insight/index.ts'
import type { Refused } from '../../handler.ts'

/** Who looked at an older version is told who has changed the person since, and when. */
export async function sayWho(tx: SchoolTx, personId: string, refused: EditRefused): Promise<Refused> {
  if (refused.problem.code !== 'version.changed') return refused
  const [last] = (await readPerson(tx, personId))?.timeline ?? []
  return last === undefined ? refused : { ...refused, changedBy: { name: last.by, at: last.at, rows: [personId] } }
}
