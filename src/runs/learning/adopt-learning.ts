import type { SchoolTx } from '../../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import {
  adoptVersion,
  insertAliases,
  type LearnedVersion,
  listLearned,
  readoptVersion,
  removeAliasesOf,
  retireVersion,
  WEIGHTS,
} from '../../matching/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { type IdSource, lockSchool } from '../../schools/index.ts'
import { gather, replayFor } from './lessons.ts'
import { noteLearning } from './note-learning.ts'

/**
 * Puts a version into use: the next review is matched by it. Refused unless a replay of all decisions as they are now lets it
 * pass, whatever the proposal's own report said then. Adopting twice changes nothing.
 */
export async function adoptLearning(
  tx: SchoolTx,
  { version, ids }: { readonly version: number; readonly ids: IdSource },
): Promise<Result<LearnedVersion, Problem>> {
  assertMayDo(tx.scope, 'learning.adopt')
  await lockSchool(tx)
  const versions = await listLearned(tx)
  const chosen = versions.find((it) => it.version === version)
  if (chosen === undefined) return fail(problem('learning.not_found'))
  if (chosen.state === 'adopted') return ok(chosen)
  if (chosen.base !== WEIGHTS[chosen.kind].version) return fail(problem('learning.outdated'))
  const report = replayFor(chosen.kind, { classroom: await gather(tx), after: chosen, seed: chosen.report.seed })
  if (!report.isAdoptable) return fail(problem('learning.contradicts', { params: { count: report.contradictions.length } }))
  const at = ids.clock()
  const replaces = versions.find((it) => it.kind === chosen.kind && it.state === 'adopted')?.version ?? null
  if (replaces !== null) await removeAliasesOf(tx, replaces)
  await adoptVersion(tx, { version, replaces, at })
  await insertAliases(tx, chosen.aliases, { kind: chosen.kind, version, at })
  const { weights, aliases } = chosen
  await noteLearning(tx, ids, { action: 'learning.adopted', subject: String(version), what: { version, replaces, weights, aliases } })
  return ok(await versionNow(tx, version))
}

/** Goes back from what was adopted last, or from one version, to what it had replaced: an earlier version, or the shipped weights. */
export async function goBackInLearning(
  tx: SchoolTx,
  { version, ids }: { readonly version: number | null; readonly ids: IdSource },
): Promise<Result<LearnedVersion, Problem>> {
  assertMayDo(tx.scope, 'learning.adopt')
  await lockSchool(tx)
  const versions = await listLearned(tx)
  const adopted = versions.filter((it) => it.state === 'adopted').toSorted((a, b) => timeOf(b) - timeOf(a))
  const leaving = version === null ? adopted[0] : adopted.find((it) => it.version === version)
  if (leaving === undefined) return fail(problem('learning.nothing_adopted'))
  const at = ids.clock()
  await retireVersion(tx, { version: leaving.version, at })
  await removeAliasesOf(tx, leaving.version)
  const back = versions.find((it) => it.version === leaving.replaces)
  if (back !== undefined) {
    await readoptVersion(tx, { version: back.version, at })
    await insertAliases(tx, back.aliases, { kind: back.kind, version: back.version, at })
  }
  const what = { version: leaving.version, backTo: leaving.replaces }
  await noteLearning(tx, ids, { action: 'learning.retired', subject: String(leaving.version), what })
  return ok(await versionNow(tx, leaving.version))
}

function timeOf({ adoptedAt }: LearnedVersion): number {
  return adoptedAt?.getTime() ?? 0
}

async function versionNow(tx: SchoolTx, version: number): Promise<LearnedVersion> {
  const now = (await listLearned(tx)).find((it) => it.version === version)
  if (now === undefined) throw new Error('A version that was just changed is gone.')
  return now
}
