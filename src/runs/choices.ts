import type { SchoolTx } from '../db/index.ts'
import { mapYearGroup } from '../review/index.ts'
import { type IdSource, readSettings, type SchoolSettings, writeSetting } from '../schools/index.ts'
import type { Run, RunChoices } from './run.ts'

/** A school's settings as a run sees them: what was chosen in the run stands before what the school has kept. */
export function settingsOf(settings: SchoolSettings, { cohort, pupilEmails }: RunChoices = {}): SchoolSettings {
  return {
    ...settings,
    ...(cohort === undefined ? {} : { cohort }),
    ...(pupilEmails === undefined ? {} : { pupilEmails }),
  }
}

/**
 * Keeps what was chosen in a run for the school, now that the run is applied (D25, S-85, S-108): a run that is discarded leaves
 * nothing behind. Gives the settings that were there, so that an undo gives them back.
 */
export async function keepChoices(tx: SchoolTx, { options: { choices = {} } }: Run, ids: IdSource): Promise<RunChoices> {
  const before = await readSettings(tx)
  if (choices.cohort !== undefined) await writeSetting(tx, 'cohort', choices.cohort)
  if (choices.pupilEmails !== undefined) await writeSetting(tx, 'pupilEmails', choices.pupilEmails)
  for (const [spelling, code] of Object.entries(choices.yearGroups ?? {})) await mapYearGroup(tx, ids, spelling, code)
  return {
    ...(choices.cohort === undefined ? {} : { cohort: before.cohort }),
    ...(choices.pupilEmails === undefined ? {} : { pupilEmails: before.pupilEmails }),
  }
}

/** Gives the school the settings back that stood before a run that has been undone. What a spelling means stays known. */
export async function restoreChoices(tx: SchoolTx, { result: { choicesBefore = {} } }: Run): Promise<void> {
  if (choicesBefore.cohort !== undefined) await writeSetting(tx, 'cohort', choicesBefore.cohort)
  if (choicesBefore.pupilEmails !== undefined) await writeSetting(tx, 'pupilEmails', choicesBefore.pupilEmails)
}
