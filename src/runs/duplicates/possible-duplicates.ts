import type { SchoolTx } from '../../db/index.ts'
import { type Directory, directoryVersion, readDirectory } from '../../directory/index.ts'
import { type DuplicatePair, findDuplicates, readLearned } from '../../matching/index.ts'
import { ourRecord, readNotSame } from '../../review/index.ts'
import type { PersonKind } from '../../roster/index.ts'

/** Two of our people who may be one. */
export interface PossibleDuplicate extends DuplicatePair {
  readonly kind: PersonKind
  /** The one to keep unless a person says otherwise. */
  readonly keep: string
}

/** Schools whose pairs are kept at most, in this process. */
const SCHOOLS_MAX = 20
const KINDS: readonly PersonKind[] = ['pupil', 'staff']

/** Pairs that were found before, the least recently asked for first. They hold what one school's transaction read, under its own key. */
const kept = new Map<string, readonly PossibleDuplicate[]>()

/**
 * Who of our people may be one person twice and nobody has said is not (S-76). Looked for once for each state of the directory
 * and of what people said; the surest first.
 */
export async function possibleDuplicates(tx: SchoolTx): Promise<readonly PossibleDuplicate[]> {
  const notSame = await readNotSame(tx)
  const learned = await readLearned(tx)
  const apart = new Set(notSame.map(({ one, other }) => `${one} ${other}`))
  const key = JSON.stringify([tx.schoolId, await directoryVersion(tx), [...apart].sort(), learned])
  const known = kept.get(key)
  const found = known ?? find(await readDirectory(tx), learned, apart)
  kept.delete(key)
  kept.set(key, found)
  for (const oldest of kept.keys()) if (kept.size > SCHOOLS_MAX) kept.delete(oldest)
  return found
}

type LearnedOf = Awaited<ReturnType<typeof readLearned>>

function find(directory: Directory, learned: LearnedOf, apart: ReadonlySet<string>): readonly PossibleDuplicate[] {
  const live = new Map(
    directory.links.flatMap((it) => (it.recordKind === 'person' && it.endReason === null ? [[it.recordId, it.source.connection]] : [])),
  )
  const areBothNamed = (one: string, other: string): boolean => live.has(one) && live.get(one) === live.get(other)
  const isApart = (one: string, other: string): boolean => apart.has(`${one} ${other}`)
  const pairs = KINDS.flatMap((kind) => {
    const records = [...directory.people.values()]
      .filter((it) => it.kind === kind && it.mergedInto === undefined)
      .map((it) => ourRecord(it, { directory }))
    return findDuplicates({ kind, records, learned: learned[kind], isApart, areBothNamed }).map((pair) => ({ ...pair, kind }))
  })
  return pairs
    .map((pair) => ({ ...pair, keep: toKeep(pair, directory, live) }))
    .sort((a, b) => Number(b.isSure) - Number(a.isSure) || b.bits - a.bits || (a.one < b.one ? -1 : 1))
}

/** Whom the source names; else of whom more is known; else who has been here longer. */
function toKeep({ one, other }: DuplicatePair, { people }: Directory, live: ReadonlyMap<string, string>): string {
  if (live.has(one) !== live.has(other)) return live.has(one) ? one : other
  const known = (id: string): number => Object.values(people.get(id)?.fields ?? {}).filter((it) => it !== null).length
  // ids are made in the order of time
  return known(other) > known(one) ? other : one
}
