import type { ErrorCause } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { problem } from '../kernel/index.ts'
import type { Run } from '../runs/index.ts'
import { describeHere } from '../schools/index.ts'
import { listLeftOutByCause } from './error-causes.store.ts'

/** Why people of a run cannot be taken in, each cause once with its cure (UX C10). No value that was read is told: names and classes find them. */
export async function listErrors(tx: SchoolTx, run: Run): Promise<ErrorCause[]> {
  const describe = await describeHere(tx)
  return (await listLeftOutByCause(tx, run)).map(({ code, population, value, count, people }) => ({
    ...{ code, population, count, ...describe(problem(code, { value, params: { count } })) },
    people: people.map((it) => ({ ...it })),
  }))
}
