import type { Panel } from '../contract/index.ts'
import type { Problem } from '../kernel/index.ts'
import type { ChangeCounts, Hold, PlanScope, Population, SummaryLine } from '../plans/index.ts'
import type { StatusCounts } from '../review/index.ts'
import type { Cohort, SchoolSettings } from '../schools/index.ts'
import type { RowCounts } from '../snapshots/index.ts'
import type { RunState } from './states.ts'

/** What a run is for. The table knows more purposes, for what is to come. */
export type RunPurpose = 'sync' | 'undo'

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
  /** What a person has chosen in this run, and what the school keeps once it is applied. */
  readonly choices?: RunChoices
}

/** Choices that outlive a run: which pupils (D25), whose e-mail addresses (S-108), what spellings of year groups mean (S-85). */
export interface RunChoices {
  readonly cohort?: Cohort | null
  readonly pupilEmails?: SchoolSettings['pupilEmails']
  /** Folded spelling to code, `not_synced`, or null for none. */
  readonly yearGroups?: Readonly<Record<string, string | null>>
}

/** Absence of people counts as leaving only when this is null; else why it does not. */
export type AbsenceUnproven = string | null

/** What a run found and did, in numbers. No personal data. */
export interface RunResult {
  readonly rows?: RowCounts
  readonly absenceUnproven?: AbsenceUnproven
  readonly statuses?: { readonly staff: StatusCounts; readonly pupils: StatusCounts }
  readonly changes?: ChangeCounts
  readonly summary?: readonly SummaryLine[]
  readonly holds?: readonly Hold[]
  readonly planHash?: string
  /** The settings that the run's choices took the place of. */
  readonly choicesBefore?: RunChoices
  /** Membership rows that had to be refused, by file: to be taken from those the reader counted as used. */
  readonly refusedRows?: Readonly<Record<string, number>>
  /** An undo: how many records stay as they are, because edited since or gone. */
  readonly undoKept?: number
  /** The same by what they are, as lines of a plan say it. */
  readonly undoLeaves?: readonly { readonly act: 'kept' | 'cannot'; readonly population: Population; readonly count: number }[]
  readonly undoCannot?: number
  /** How long applying took. */
  readonly seconds?: number
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
  readonly options: RunOptions
  readonly result: RunResult
  readonly failure: Problem | null
  readonly actor: string
  readonly createdAt: Date
  readonly changedAt: Date
}
