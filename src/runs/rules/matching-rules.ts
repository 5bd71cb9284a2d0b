import type { SchoolTx } from '../../db/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { type IdSource, lockSchool, readSchool, readSettings, type SchoolSettings, writeSetting } from '../../schools/index.ts'
import { noteChange } from '../schedule/note-change.ts'
import { countSuggestions, type Suggestions } from './suggestions.store.ts'

/** What a school has said about its syncs beside the limits: yes or no to each (D6, D11, D17, S-89). */
export type MatchingRules = Pick<
  SchoolSettings,
  'applyUnreviewedMayMatch' | 'importNewPupils' | 'importNewStaff' | 'deputyMaySync' | 'mayPin'
> & {
  readonly includeNursery: boolean
}

/** As many syncs as tell how often people change what was suggested. */
const SYNCS_COUNTED = 5

/** The rules of the school as they hold, and how often people changed what was suggested in its last syncs. */
export async function readMatchingRules(tx: SchoolTx): Promise<{ readonly rules: MatchingRules; readonly suggestions: Suggestions }> {
  const { vocabulary } = await readSchool(tx)
  const { applyUnreviewedMayMatch, importNewPupils, importNewStaff, deputyMaySync, mayPin, includeNursery } = await readSettings(tx)
  const rules = { applyUnreviewedMayMatch, importNewPupils, importNewStaff, deputyMaySync, mayPin }
  return {
    rules: { ...rules, includeNursery: includeNursery ?? vocabulary === 'en-US' },
    suggestions: await countSuggestions(tx, SYNCS_COUNTED),
  }
}

/** Changes some of the rules; they hold from the next sync on. */
export async function changeMatchingRules(
  tx: SchoolTx,
  change: { readonly [Name in keyof MatchingRules]?: MatchingRules[Name] | undefined },
  ids: IdSource,
): Promise<void> {
  assertMayDo(tx.scope, 'school.configure')
  await lockSchool(tx)
  const said = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  // the entries of a record of booleans: each name is one of its own
  for (const [name, value] of said) await writeSetting(tx, name as keyof MatchingRules, value)
  if (said.length > 0) await noteChange(tx, ids, { action: 'rules.changed', what: Object.fromEntries(said) })
}
