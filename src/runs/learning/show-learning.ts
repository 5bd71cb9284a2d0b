import type { SchoolTx } from '../../db/index.ts'
import { type KeptAlias, type LearnedVersion, listLearned, readAliases } from '../../matching/index.ts'
import { assertMayDo } from '../../permission/index.ts'

/** What decisions have taught a school so far: all versions, newest first, and the aliases that hold. */
export interface ShownLearning {
  readonly versions: readonly LearnedVersion[]
  readonly aliases: readonly KeptAlias[]
}

export async function showLearning(tx: SchoolTx): Promise<ShownLearning> {
  assertMayDo(tx.scope, 'learning.read')
  return { versions: await listLearned(tx), aliases: await readAliases(tx) }
}
