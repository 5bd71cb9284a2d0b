import type { LimitsDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { type LimitRules, readLimits, tryLimits } from '../runs/index.ts'

/** The safety limits of the school, and what they would have done to its last runs. */
export async function presentLimits(tx: SchoolTx): Promise<LimitsDetails> {
  const rules = await readLimits(tx)
  return { ...rules, replay: await presentReplay(tx, rules) }
}

/** What limits would have done to the school's last runs. */
export async function presentReplay(tx: SchoolTx, rules: LimitRules): Promise<LimitsDetails['replay']> {
  const { runs, heldAt } = await tryLimits(tx, rules)
  return { runs, heldAt: heldAt.map((it) => it.toISOString()) }
}
