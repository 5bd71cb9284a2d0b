import { sql } from 'kysely'
import type { Home } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { isKept, withLatestLink } from './people.store.ts'

/** The school in numbers; people who have left are leavers and nothing else. */
export type SchoolInNumbers = Omit<Home['tiles'], 'needsDecision' | 'errors'>

/** Counts the school, in one statement. */
export async function countSchool(tx: SchoolTx): Promise<SchoolInNumbers> {
  const [row] = await tx.rows(sql<SchoolInNumbers>`
    with held as (
      select p.kind, p.year_group, l.state is not distinct from 'live' as is_synced, l.state is not distinct from 'left' as has_left
      from person p ${withLatestLink(tx, sql`p.id`)} where p.school_id = ${tx.schoolId} and p.merged_into is null and ${isKept(tx, sql`p.id`)}
    )
    select count(*) filter (where kind = 'pupil' and not has_left)::integer as pupils,
      count(*) filter (where kind = 'pupil' and is_synced)::integer as "pupilsSynced",
      count(*) filter (where kind = 'staff' and not has_left)::integer as staff,
      count(*) filter (where kind = 'staff' and is_synced)::integer as "staffSynced",
      count(*) filter (where has_left)::integer as leavers,
      count(distinct year_group) filter (where kind = 'pupil' and not has_left)::integer as "yearGroups",
      (select count(*)::integer from class where school_id = ${tx.schoolId} and not is_archived) as classes,
      (select count(*)::integer from outbox_message where school_id = ${tx.schoolId} and state = 'held') as "messagesHeld"
    from held`)
  if (row === undefined) throw new Error('A count gave no row.')
  return row
}

/** What of a review needs a person: undecided by kind, and those whom the sync has to leave out. */
export interface ReviewNeeds {
  readonly pupils: number
  readonly staff: number
  readonly errors: number
  /** The errors that are pupils; the others are staff. */
  readonly pupilErrors: number
}

/** Counts what of a run's review needs a person: of one that is over, those whom it has left out. */
export async function countNeeds(tx: SchoolTx, runId: string, isOver: boolean): Promise<ReviewNeeds> {
  const [row] = await tx.rows(sql<ReviewNeeds>`
    select count(*) filter (where is_needed and kind = 'pupil')::integer as pupils,
      count(*) filter (where is_needed and kind = 'staff')::integer as staff,
      count(*) filter (where left_out is not null)::integer as errors,
      count(*) filter (where left_out is not null and kind = 'pupil')::integer as "pupilErrors"
    from (select *, needs_decision and not (${isOver} and will_import) as is_needed from review_row) it where school_id = ${tx.schoolId} and run_id = ${runId}`)
  if (row === undefined) throw new Error('A count gave no row.')
  return row
}

/** When the last check or sync began that got as far as being looked at; null: none has. */
export async function lastGoodLook(tx: SchoolTx): Promise<Date | null> {
  const [row] = await tx.rows(sql<{ at: Date | null }>`
    select max(created_at) as at from run where school_id = ${tx.schoolId} and purpose in ('check', 'sync')
      and state in ('checked', 'reviewing', 'ready', 'held', 'applying', 'applied', 'undone')`)
  return row?.at ?? null
}

/** The runs that Home speaks of, and what is there to be synced. */
export interface RunsOfHome {
  readonly openRun: string | null
  /** Parts of plans that wait for a person. */
  readonly holds: number
  readonly lastRun: string | null
  readonly lastApplied: string | null
  /** An upload that no run has looked at. */
  readonly hasNewUpload: boolean
  readonly hasUpload: boolean
  readonly dataFrom: Date | null
  readonly checkPupilsAgain: boolean
}

/** Where the school's runs stand, in one statement. */
export async function readRunsOfHome(tx: SchoolTx, openStates: readonly string[]): Promise<RunsOfHome> {
  const school = sql`school_id = ${tx.schoolId}`
  const changes = sql`purpose in ('sync', 'undo')` // checks and rehearsals only look: Home tells of them in their own place
  // a part of a plan is no run that Home speaks of before it is applied
  const newest = (states: readonly string[] | null) =>
    sql`(select id from run where ${school} and ${changes} and ((held_from is null and first_of is null) or state in ('applied', 'undone')) and (${states}::text[] is null or state = any(${states}::text[])) order by ${states === openStates} and purpose = 'undo', created_at desc, id desc limit 1)`
  const appliedAt = (scopes: readonly string[]) =>
    sql`(select max(changed_at) from run where ${school} and purpose = 'sync' and state = 'applied' and scope = any(${scopes}))`
  const [row] = await tx.rows(sql<RunsOfHome>`
    select ${newest(openStates)} as "openRun",
      (select count(*)::integer from run where ${school} and held_from is not null and state in ('held', 'ready')) as holds,
      ${newest(null)} as "lastRun", ${newest(['applied'])} as "lastApplied",
      u.id is not null as "hasUpload", coalesce(not exists (select from run where ${school} and ${changes} and upload_id = u.id), false) and u.id is not null as "hasNewUpload",
      coalesce(u.created_at, (select max(taken_at) from snapshot where ${school})) as "dataFrom",
      coalesce(${appliedAt(['year_groups', 'registration_classes', 'subject_classes'])} > ${appliedAt(['all', 'pupils'])}, false) as "checkPupilsAgain"
    from (select 1) one left join (select id, created_at from upload where ${school} and not is_for_rehearsal order by created_at desc, id desc limit 1) u on true`)
  if (row === undefined) throw new Error('A reading gave no row.')
  return row
}
