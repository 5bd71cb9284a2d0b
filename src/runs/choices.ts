import type { SchoolTx } from '../db/index.ts'
import { mapYearGroup } from '../review/index.ts'
import { type IdSource, readSettings, type SchoolSettings, writeSetting } from '../schools/index.ts'
import type { Run, RunChoices } from './run.ts'

/** The choices of a run that are settings of its school once the run is applied. */
const KEPT = ['cohort', 'pupilEmails', 'includeNursery', 'classNaming', 'archiveEmptied'] as const satisfies readonly (keyof RunChoices &
  keyof SchoolSettings)[]

/** A school's settings as a run sees them: what was chosen in the run stands before what the school has kept. */
export function settingsOf(settings: SchoolSettings, choices: RunChoices = {}): SchoolSettings {
  return { ...settings, ...keptOf(choices) }
}

/**
 * Keeps what was chosen in a run for the school, now that the run is applied (D25, S-85, S-89, S-108): a run that is discarded
 * leaves nothing behind. Gives the settings that were there, so that an undo gives them back.
 */
export async function keepChoices(tx: SchoolTx, { options: { choices = {} } }: Run, ids: IdSource): Promise<RunChoices> {
  const before = await readSettings(tx)
  await writeKept(tx, choices)
  for (const [spelling, code] of Object.entries(choices.yearGroups ?? {})) await mapYearGroup(tx, ids, spelling, code)
  return Object.fromEntries(Object.keys(keptOf(choices)).map((name) => [name, before[name as (typeof KEPT)[number]]]))
}

/** Gives the school the settings back that stood before a run that has been undone. What a spelling means stays known. */
export async function restoreChoices(tx: SchoolTx, { result: { choicesBefore = {} } }: Run): Promise<void> {
  await writeKept(tx, choicesBefore)
}

async function writeKept(tx: SchoolTx, choices: RunChoices): Promise<void> {
  for (const name of KEPT) {
    const value = choices[name]
    if (value !== undefined) await writeSetting(tx, name, value)
  }
}

function keptOf(choices: RunChoices): Partial<Pick<SchoolSettings, (typeof KEPT)[number]>> {
  return Object.fromEntries(KEPT.filter((name) => choices[name] !== undefined).map((name) => [name, choices[name]]))
}
