import { isDeepStrictEqual } from 'node:util'
import type { SchoolTx } from '../../db/index.ts'
import { insertProposal, type LearnedVersion, learn, listLearned, WEIGHTS } from '../../matching/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import { type IdSource, lockSchool } from '../../schools/index.ts'
import { type Classroom, gather, replayFor, schoolsOf } from './lessons.ts'
import { noteLearning } from './note-learning.ts'

/**
 * Learns from all explicit decisions of the school and keeps what is new as proposals, one for each kind of people, each with the
 * replay of every decision (N-06). Nothing is in use by it. Asking twice with the same decisions and seed gives the same versions;
 * a kind that nobody decided about has none.
 */
export async function proposeLearning(
  tx: SchoolTx,
  { seed, ids }: { readonly seed: string; readonly ids: IdSource },
): Promise<readonly LearnedVersion[]> {
  assertMayDo(tx.scope, 'learning.adopt')
  await lockSchool(tx)
  const classroom = await gather(tx)
  const kinds = (['pupil', 'staff'] as const).filter((kind) => schoolsOf(kind, classroom).some((it) => it.pairs.length > 0))
  const versions: number[] = []
  for (const kind of kinds) versions.push(await proposeFor(tx, kind, { classroom, seed, ids }))
  return (await listLearned(tx)).filter((it) => versions.includes(it.version))
}

async function proposeFor(
  tx: SchoolTx,
  kind: PersonKind,
  { classroom, seed, ids }: { readonly classroom: Classroom; readonly seed: string; readonly ids: IdSource },
): Promise<number> {
  const shipped = WEIGHTS[kind]
  const { weights, aliases, decisions } = learn(shipped, schoolsOf(kind, classroom))
  const report = replayFor(kind, { classroom, after: { weights, aliases }, seed })
  const lesson = { kind, base: shipped.version, weights, aliases, decisions, report }
  const there = (await listLearned(tx)).find((it) => it.kind === kind && it.state === 'proposed')
  if (there !== undefined && isSameLesson(there, lesson)) return there.version
  const version = await insertProposal(tx, { ...lesson, at: ids.clock() })
  await noteLearning(tx, ids, { action: 'learning.proposed', subject: String(version), what: lesson })
  return version
}

type Lesson = Pick<LearnedVersion, 'base' | 'weights' | 'aliases' | 'decisions' | 'report'>

function isSameLesson(there: Lesson, { base, weights, aliases, decisions, report }: Lesson): boolean {
  const kept = { base: there.base, weights: there.weights, aliases: there.aliases, decisions: there.decisions, report: there.report }
  return isDeepStrictEqual(kept, { base, weights, aliases, decisions, report })
}
