import { namesOfActors } from '../access/index.ts'
import type { Learning } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { type LearnedVersion, listLearned, readAliases } from '../matching/index.ts'

/** What decisions have taught the school, as a person reads it: versions newest first, and the aliases that hold. */
export async function presentLearning(tx: SchoolTx): Promise<Learning> {
  const versions = await listLearned(tx)
  const names = await namesOfActors(tx, [...new Set(versions.flatMap((it) => (it.adoptedBy === null ? [] : [it.adoptedBy])))])
  const aliases = await readAliases(tx)
  return {
    versions: versions.map((it) => present(it, names)),
    aliases: aliases.map(({ kind, box, left, right, version, at }) => ({ kind, box, left, right, version, at: at.toISOString() })),
  }
}

function present(it: LearnedVersion, names: ReadonlyMap<string, string>): Learning['versions'][number] {
  const { version, kind, state, base, decisions, weights, aliases, report, replaces, proposedAt, adoptedAt, adoptedBy } = it
  return {
    ...{ version, kind, state, base, decisions, replaces, thresholds: weights.thresholds },
    aliases: aliases.map(({ box, left, right, decisionIds }) => ({ box, left, right, decisionIds: [...decisionIds] })),
    report: {
      ...report,
      ...{
        contradictions: [...report.contradictions],
        because: [...report.because],
        curve: [...report.curve],
        gained: [...report.gained],
        lost: [...report.lost],
      },
    },
    proposedAt: proposedAt.toISOString(),
    adoptedAt: adoptedAt?.toISOString() ?? null,
    adoptedBy: adoptedBy === null ? null : (names.get(adoptedBy) ?? adoptedBy),
  }
}
