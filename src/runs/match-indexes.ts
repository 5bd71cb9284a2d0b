import type { SchoolTx } from '../db/index.ts'
import { directoryVersion } from '../directory/index.ts'
import { ok, type Problem, type Result } from '../kernel/index.ts'
import { MatchIndex, readLearned } from '../matching/index.ts'
import { ourRecord, readYearGroupMap, theirRecord } from '../review/index.ts'
import type { PersonKind } from '../roster/index.ts'
import { type ReviewFacts, reviewInput } from './review-facts.ts'
import type { Run } from './run.ts'

/** So many people stand in kept indexes at most, of all schools together: about 100 MB. */
const PEOPLE_MAX = 200_000

/** Indexes that were used before, the least recently used first. They hold what one school's transaction read, under its own key. */
const kept = new Map<string, { readonly index: MatchIndex; readonly people: number }>()

/**
 * Everybody of one kind on both sides of a review, ready to be searched: made once for a snapshot and a version of the
 * directory, and kept in this process while there is room. Key by key of a typed name reads nothing again.
 */
export async function matchIndexOf(
  tx: SchoolTx,
  run: Run,
  { kind, readFacts }: { readonly kind: PersonKind; readFacts(): Promise<Result<ReviewFacts, Problem>> },
): Promise<Result<MatchIndex, Problem>> {
  const key = await keyOf(tx, run, kind)
  const found = kept.get(key)
  if (found) {
    kept.delete(key)
    kept.set(key, found)
    return ok(found.index)
  }
  const facts = await readFacts()
  if (!facts.ok) return facts
  const { index, people } = makeIndex(kind, run, facts.value)
  kept.set(key, { index, people })
  makeRoom(key)
  return ok(index)
}

/** All that an index follows from: what was read, what we hold, what people said of year groups, and what was learnt. */
async function keyOf(tx: SchoolTx, run: Run, kind: PersonKind): Promise<string> {
  const years = [...(await readYearGroupMap(tx)), ...Object.entries(run.options.choices?.yearGroups ?? {})]
  const learned = (await readLearned(tx))[kind]
  return JSON.stringify([tx.schoolId, run.connectionId, run.snapshot, kind, await directoryVersion(tx), years, learned])
}

function makeIndex(kind: PersonKind, run: Run, facts: ReviewFacts): { readonly index: MatchIndex; readonly people: number } {
  const input = reviewInput(run.options, facts)
  const directory = [...facts.directory.people.values()]
    .filter((it) => it.kind === kind && it.mergedInto === undefined)
    .map((it) => ourRecord(it, input))
  const source = [...facts.read.snapshot.current.values()].flatMap((it) =>
    it.kind === kind ? [theirRecord({ sourceId: it.sourceId, body: it.body }, input)] : [],
  )
  return { index: new MatchIndex({ kind, directory, source, learned: facts.learned[kind] }), people: directory.length + source.length }
}

function makeRoom(newest: string): void {
  let people = [...kept.values()].reduce((sum, it) => sum + it.people, 0)
  for (const [key, it] of kept) {
    if (people <= PEOPLE_MAX || key === newest) return
    kept.delete(key)
    people -= it.people
  }
}
