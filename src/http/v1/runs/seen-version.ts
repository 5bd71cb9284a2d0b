import type { SchoolTx } from '../../../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../../../kernel/index.ts'
import { lockedVersion } from '../../../runs/index.ts'

/** Whether the caller has seen the run as it stands; it cannot move on before the transaction ends. */
export async function seenVersion(tx: SchoolTx, runId: string, seen: number): Promise<Result<null, Problem>> {
  return (await lockedVersion(tx, runId)) === seen ? ok(null) : fail(problem('version.changed'))
}
