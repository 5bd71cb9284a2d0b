import type { SchoolTx } from '../../db/index.ts'
import { type Directory, readDirectory } from '../../directory/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { buildMerge, type Change, hashPlan, type Merge } from '../../plans/index.ts'
import { sha256 } from '../sha256.ts'

/** What merging or splitting would do, and the hash to do exactly this with. Nothing is kept of it. */
export interface PeoplePlan {
  readonly changes: readonly Change[]
  readonly planHash: string
  readonly directory: Directory
}

/** Works out what these merges would do. Refused where a record is gone, of another kind, merged already, or named twice. */
export async function planMerge(tx: SchoolTx, merges: readonly Merge[]): Promise<Result<PeoplePlan, Problem>> {
  const directory = await readDirectory(tx)
  const named = merges.flatMap((it) => [it.keep, ...it.others])
  const isPossible = merges.every(({ keep, others }) => {
    const kind = directory.people.get(keep)?.kind
    const isOpen = [keep, ...others].every((id) => {
      const person = directory.people.get(id)
      return person !== undefined && person.kind === kind && person.mergedInto === undefined
    })
    return isOpen && others.length > 0
  })
  if (!isPossible || new Set(named).size < named.length) return fail(problem('people.not_a_pair'))
  const changes = buildMerge(merges, directory)
  return ok({ changes, planHash: hashPlan(changes, sha256), directory })
}
