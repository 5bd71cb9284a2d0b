import type { Panel } from '../contract/index.ts'
import type { Problem } from '../kernel/index.ts'
import type { ChangeCounts, GuardCounts, Hold, PlanScope, Population, SummaryLine } from '../plans/index.ts'
import type { StatusCounts, Waiting } from '../review/index.ts'
import type { ClassNaming } from '../roster/index.ts'
import type { Cohort, SchoolSettings } from '../schools/index.ts'
import type { RowCounts } from '../snapshots/index.ts'
import type { RehearsalReport } from './rehearsal/rehearsal-report.ts'
import type { RunState } from './states.ts'

/** What a run is for. Checks and rehearsals only look: they never write to the directory (ADR 26); a merge is never open (ADR 28). */
export type RunPurpose = 'sync' | 'undo' | 'check' | 'rehearsal' | 'merge'

/** Whether a run may change the directory; the others only look. */
export function mayChange(purpose: RunPurpose): boolean {
  return purpose === 'sync' || purpose === 'undo' || purpose === 'merge'
}

/** What a run works on (D13): everything, or one panel of the wizard by itself. */
export type RunScope = PlanScope

/** What a caller asks of one sync. Null: as the school's settings say. */
export interface RunOptions {
  readonly importNewStaff: boolean | null
  readonly importNewPupils: boolean | null
  readonly acceptMayMatch: boolean | null
  /** Apply a plan that no guard holds without asking (the command line). */
  readonly applyWhenReady: boolean
  /** A person reviews it in the browser: it waits as `reviewing` until they ask for the plan. Absent: it does not. */
  readonly isInteractive?: boolean
  /** Of a check: what comes after it. */
  readonly afterwards?: ByItself
  /** Of a sync that came after a check: how far it goes while nobody has touched it. */
  readonly byItself?: ByItself
  /** Of a rehearsal: the day on which it is done, `YYYY-MM-DD`. */
  readonly rehearsedOn?: string
  /** An undo: only what the run did to this person is taken back. */
  readonly onlyPerson?: string
  /** A first part: the hash of the plan that it is a part of. */
  readonly firstOfPlan?: string
  /** What a person has chosen in this run, and what the school keeps once it is applied. */
  readonly choices?: RunChoices
}

/**
 * How far a sync goes by itself where it needs nobody: to its plan, through apply, or through apply with nothing in it but new
 * records (D30).
 */
export type ByItself = 'plan' | 'sync' | 'additions'

/** Choices that outlive a run: which pupils (D25, S-89), whose e-mail addresses (S-108), what spellings of year groups mean (S-85). */
export interface RunChoices {
  readonly cohort?: Cohort | null
  readonly pupilEmails?: SchoolSettings['pupilEmails']
  /** Folded spelling to code, `not_synced`, or null for none. */
  readonly yearGroups?: Readonly<Record<string, string | null>>
  /** S-89: whether nursery pupils are synced. */
  readonly includeNursery?: boolean | null
  /** How new classes are called, and whether emptied ones are archived (S-104). */
  readonly classNaming?: ClassNaming
  readonly archiveEmptied?: boolean
  /** S-90: the calendar year in which the school year of the read began, where a person said so: intakes are counted anew. */
  readonly schoolYear?: number
}

/** Absence of people counts as leaving only when this is null; else why it does not. */
export type AbsenceUnproven = string | null

/** What is different in a plan from the one that the same run had before. */
export interface PlanSince {
  /** Of the plan before. */
  readonly hash: string
  /** Changes that are new in it, that do something else now, and that are in it no longer. */
  readonly more: number
  readonly other: number
  readonly gone: number
  /** Keys of the first of those that are new or do something else. */
  readonly keys: readonly string[]
}

/** What a run found and did, in numbers. No personal data. */
export interface RunResult {
  readonly rows?: RowCounts
  readonly absenceUnproven?: AbsenceUnproven
  readonly statuses?: { readonly staff: StatusCounts; readonly pupils: StatusCounts }
  readonly changes?: ChangeCounts
  /** The pupils it was about (D25); null: all of them. */
  readonly cohort?: Cohort | null
  /** The school year of the read (S-90), and whether a person chose it. */
  readonly schoolYear?: { readonly start: number; readonly isChosen: boolean }
  readonly summary?: readonly SummaryLine[]
  readonly holds?: readonly Hold[]
  /** What guards counted in the plan, on which day of the school, so that other limits can be tried on it. */
  readonly guarded?: GuardCounts & { readonly on: string }
  readonly planHash?: string
  readonly since?: PlanSince | null
  /** A run that only looks: how many records a sync would write, and what would wait for a person. */
  readonly found?: Found
  /** What a rehearsal has shown (N-11). */
  readonly rehearsal?: RehearsalReport
  /** The settings that the run's choices took the place of. */
  readonly choicesBefore?: RunChoices
  /** Membership rows that had to be refused, by file: to be taken from those the reader counted as used. */
  readonly refusedRows?: Readonly<Record<string, number>>
  /** A part on hold that no longer passes any limit: it waits for nobody, the next sync takes its changes. */
  readonly isNoLongerHeld?: boolean
  /** A newer sync took its place, and what was decided in it went along. */
  readonly isReplaced?: boolean
  /** An undo: how many records stay as they are, because edited since or gone. */
  readonly undoKept?: number
  /** The same by what they are, as lines of a plan say it. */
  readonly undoLeaves?: readonly { readonly act: 'kept' | 'cannot'; readonly population: Population; readonly count: number }[]
  readonly undoCannot?: number
  /** How long applying took. */
  readonly seconds?: number
}

/** What a look has found, in numbers. */
export interface Found extends Waiting {
  readonly changes: number
}

/** One pass through the flow for one school, as it stands in the database. */
export interface Run {
  readonly id: string
  readonly schoolId: string
  readonly purpose: RunPurpose
  readonly scope: RunScope
  readonly state: RunState
  /** Rises with every decision and every new plan. */
  readonly version: number
  /** Panels that a person has saved (S-41). */
  readonly savedPanels: readonly Panel[]
  /** The plan that a person said to apply, while it waits for its turn, and who said so. */
  readonly applyPlanHash: string | null
  readonly applyActor: string | null
  readonly connectionId: string | null
  readonly uploadId: string | null
  readonly snapshot: number | null
  readonly undoesRunId: string | null
  /** The run whose plan this one was cut from, because a guard holds it (D20); null for every other run. */
  readonly heldFrom: string | null
  /** The run of whose plan this one applies a part first (ADR 32); null for every other run. */
  readonly firstOf: string | null
  readonly options: RunOptions
  readonly result: RunResult
  readonly failure: Problem | null
  readonly actor: string
  readonly createdAt: Date
  readonly changedAt: Date
}
