import type { MatchingRulesDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { readMatchingRules } from '../runs/index.ts'

/** The school's rules about matching and who syncs. */
export async function presentRules(tx: SchoolTx): Promise<MatchingRulesDetails> {
  const { rules, suggestions } = await readMatchingRules(tx)
  return { ...rules, suggestions }
}
