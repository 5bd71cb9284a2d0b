import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'

/** How many school years before a year group its pupils began: Reception and kindergarten are 0. */
export interface YearsSinceIntake {
  readonly yearGroup: string
  readonly years: number
}

/** The school year of a read, by the calendar year it begins in, and how year groups count from there. */
export interface IntakeCount {
  readonly start: number
  readonly since: readonly YearsSinceIntake[]
}

/**
 * Notes the intake of synced pupils who have none yet: it stays the same from then on (S-91). `isAnew`: counts it for every
 * synced pupil (S-90). What it was is kept with the run, so that an undo gives it back.
 */
export async function noteIntakes(
  tx: SchoolTx,
  runId: string,
  { start, since, isAnew }: IntakeCount & { readonly isAnew: boolean },
): Promise<void> {
  const isMeant = isAnew ? sql`p.intake_year is distinct from ${start}::integer - n.years` : sql`p.intake_year is null`
  await tx.rows(sql`
    with counted as (
      select p.id, p.intake_year as before, ${start}::integer - n.years as after from person p
      join json_to_recordset(${JSON.stringify(since)}::json) as n("yearGroup" text, years integer) on n."yearGroup" = p.year_group
      where p.school_id = ${tx.schoolId} and p.kind = 'pupil' and ${isMeant}
        and exists (select from link l where l.school_id = ${tx.schoolId} and l.record_kind = 'person' and l.record_id = p.id::text and l.end_reason is null)
    ), noted as (
      insert into intake_change (school_id, run_id, person_id, before, after)
      select ${tx.schoolId}::uuid, ${runId}::uuid, id, before, after from counted
    )
    update person p set intake_year = c.after from counted c where p.school_id = ${tx.schoolId} and p.id = c.id`)
}

/**
 * Gives back the intakes that a run noted, where nobody has counted them since. What the undo changed is kept with it in turn,
 * of people who went with it as well: they may come back.
 */
export async function restoreIntakes(
  tx: SchoolTx,
  { of, by, onlyPerson }: { readonly of: string; readonly by: string; readonly onlyPerson: string | null },
): Promise<void> {
  await tx.rows(sql`
    with taken_back as (
      insert into intake_change (school_id, run_id, person_id, before, after)
      select i.school_id, ${by}::uuid, i.person_id, i.after, i.before from intake_change i
      left join person p on p.school_id = i.school_id and p.id = i.person_id
      where i.school_id = ${tx.schoolId} and i.run_id = ${of} and (p.id is null or p.intake_year is not distinct from i.after)
        and (${onlyPerson}::uuid is null or i.person_id = ${onlyPerson}::uuid)
      returning person_id, after
    )
    update person p set intake_year = t.after from taken_back t where p.school_id = ${tx.schoolId} and p.id = t.person_id`)
}
