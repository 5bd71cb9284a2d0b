import type { SchoolTx } from '../db/index.ts'
import { type Directory, readDirectory } from '../directory/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { type Learned, readLearned } from '../matching/index.ts'
import { indexLinks, type PlanInput } from '../plans/index.ts'
import {
  type DecisionKind,
  type Decisions,
  indexSaid,
  type ReviewInput,
  readDecisions,
  type TypedRecords,
  typedRecords,
} from '../review/index.ts'
import type { PersonKind } from '../roster/index.ts'
import { readSchool, readSettings, type School, type SchoolSettings } from '../schools/index.ts'
import { isUploadKept } from '../snapshots/index.ts'
import { settingsOf } from './choices.ts'
import { leavingDates } from './leaving-dates.ts'
import { type Reading, readUpload, rereadUpload } from './read-upload.ts'
import type { Run, RunOptions } from './run.ts'
import type { RunContext } from './run-context.ts'
import { isInCohort } from './school-rules.ts'
import { type YearGroupReader, yearGroupReader } from './year-group-reader.ts'

/** Everything that the rows and the plan of a run follow from. */
export interface ReviewFacts {
  readonly directory: Directory
  readonly decisions: Decisions
  /** What matching goes by, for each kind of people (N-06). */
  readonly learned: Readonly<Record<PersonKind, Learned>>
  readonly school: School
  readonly settings: SchoolSettings
  /** The school's settings without the choices of this run. */
  readonly kept: SchoolSettings
  readonly years: YearGroupReader
  readonly read: Reading
  readonly uploadId: string
  /** Records of the reading with what people typed where the MIS has nothing. */
  readonly typed: TypedRecords
  /** The days on which people left, as the source said them: in this read, else when it last named them. By `recordKey`. */
  readonly leftOn: ReadonlyMap<string, string>
}

/** A run that reads an upload: every sync. */
export type UploadRun = Run & { readonly uploadId: string; readonly connectionId: string }

/** Whether a run reads an upload; an undo does not. */
export function readsUpload(run: Run | undefined): run is UploadRun {
  return run !== undefined && run.uploadId !== null && run.connectionId !== null
}

/** Reads the run's upload into a snapshot: the first look at it. */
export async function takeReading(tx: SchoolTx, run: UploadRun, it: { readonly school: School; readonly context: RunContext }) {
  const { school, context } = it
  const kept = await readSettings(tx)
  const settings = settingsOf(kept, run.options.choices)
  const years = await yearGroupReader(tx, { school, settings, said: run.options.choices?.yearGroups ?? {} })
  const read = await readUpload(tx, { uploadId: run.uploadId, connectionId: run.connectionId, years, key: context.key, ids: context.ids })
  return { school, settings, kept, years, read, uploadId: run.uploadId }
}

/** Adds what we hold and what people said to a reading. */
export async function factsOf(
  tx: SchoolTx,
  run: UploadRun,
  reading: Omit<ReviewFacts, 'directory' | 'decisions' | 'learned' | 'typed' | 'leftOn'>,
): Promise<ReviewFacts> {
  const [decisions, learned] = [await readDecisions(tx, run.connectionId, run.id), await readLearned(tx)]
  const { checked, snapshot } = reading.read
  const typed = typedRecords(snapshot.current, decisions.decisions, (key) => checked.leftOut.get(key) === 'staff.without_email')
  const hasTyped = decisions.decisions.some((it) => it.typed != null)
  const directory = await readDirectory(tx)
  return {
    ...reading,
    leftOn: await leavingDates(tx, directory, snapshot),
    read: hasTyped ? reading.read.with(typed.current) : reading.read,
    typed,
    directory,
    decisions,
    learned,
  }
}

/** The facts of a run whose snapshot has been taken, as they stand now. Writes nothing. */
export async function readFacts(
  tx: SchoolTx,
  run: UploadRun,
  it: { readonly school: School; readonly key: Uint8Array },
): Promise<ReviewFacts> {
  const kept = await readSettings(tx)
  const settings = settingsOf(kept, run.options.choices)
  const years = await yearGroupReader(tx, { school: it.school, settings, said: run.options.choices?.yearGroups ?? {} })
  const upload = { uploadId: run.uploadId, connectionId: run.connectionId, number: run.snapshot ?? 0 }
  const read = await rereadUpload(tx, { ...upload, years, key: it.key })
  return factsOf(tx, run, { school: it.school, settings, kept, years, read, uploadId: run.uploadId })
}

/** The facts of a run for whoever only looks: nothing is locked. Refused for a run that reads no upload, or none that is kept. */
export async function factsOfReview(tx: SchoolTx, run: Run, key: Uint8Array): Promise<Result<ReviewFacts, Problem>> {
  const refusal = await refuseIfNotReviewable(tx, run)
  if (refusal !== null || !readsUpload(run)) return fail(refusal ?? notReviewable(run))
  return ok(await readFacts(tx, run, { school: await readSchool(tx), key }))
}

/** Null where the run reads an upload that has been read and is kept. */
export async function refuseIfNotReviewable(tx: SchoolTx, run: Run): Promise<Problem | null> {
  const isReviewable = readsUpload(run) && run.snapshot !== null && (await isUploadKept(tx, run.uploadId))
  return isReviewable ? null : notReviewable(run)
}

function notReviewable({ state }: Run): Problem {
  return problem('run.not_reviewable', { params: { state } })
}

/** What the rows of a review follow from. */
export function reviewInput(options: RunOptions, { directory, decisions, learned, settings, years, read }: ReviewFacts): ReviewInput {
  return {
    directory,
    snapshot: read.snapshot,
    decisions,
    learned,
    leftOut: read.checked.leftOut,
    isInScope: (kind, body) => kind === 'staff' || isInCohort(settings.cohort, body, { current: read.snapshot.current, years }),
    yearGroupCode: (raw) => years.of(raw)?.code ?? null,
    importNew: { staff: options.importNewStaff ?? settings.importNewStaff, pupil: options.importNewPupils ?? settings.importNewPupils },
    acceptMayMatch: options.acceptMayMatch ?? settings.applyUnreviewedMayMatch,
  }
}

/** What a plan follows from. */
export function planInput(
  { directory, decisions, settings, years, read, leftOn }: ReviewFacts,
  { rows, scope }: Pick<PlanInput, 'rows' | 'scope'>,
): PlanInput {
  const said = indexSaid(decisions)
  return {
    connection: read.snapshot.connectionId,
    directory,
    links: indexLinks(directory.links),
    source: read.snapshot.current,
    incomplete: read.snapshot.incomplete,
    gone: read.snapshot.gone,
    leftOn,
    rows,
    scope,
    yearGroup: years.of,
    usesEmail: (sourceId) => settings.pupilEmails === 'all' || (settings.pupilEmails === 'chosen' && said.usesEmail(sourceId)),
    classDecisions: classDecisions(decisions),
    classNames: classNames(decisions),
    classDescriptions: classDescriptions(decisions),
    classNaming: settings.classNaming,
    archivesEmptied: settings.archiveEmptied,
  }
}

/** S-94: what people said about classes of the source. */
function classDecisions({ decisions }: Decisions): PlanInput['classDecisions'] {
  return new Map(
    decisions.flatMap((it): readonly [string, string][] => {
      if (it.sourceKind !== 'class' || it.sourceId === null || isAboutName(it.kind) || it.kind === 'describe') return []
      if (it.kind === 'map_class' && it.recordId !== null) return [[it.sourceId, it.recordId]]
      return [[it.sourceId, it.kind === 'import' ? 'set_up' : 'leave_out']]
    }),
  )
}

/** What people said about the names of classes of the source. */
function classNames({ decisions }: Decisions): PlanInput['classNames'] {
  return new Map(
    decisions.flatMap(({ sourceKind, sourceId, kind }) =>
      sourceKind === 'class' && sourceId !== null && isAboutName(kind) ? [[sourceId, kind]] : [],
    ),
  )
}

/** S-96: the descriptions that people gave classes of the source. */
function classDescriptions({ decisions }: Decisions): PlanInput['classDescriptions'] {
  return new Map(
    decisions.flatMap(({ kind, sourceId, typed }) =>
      kind === 'describe' && sourceId !== null && typed != null && 'description' in typed ? [[sourceId, typed.description]] : [],
    ),
  )
}

function isAboutName(kind: DecisionKind): kind is 'keep_name' | 'take_name' {
  return kind === 'keep_name' || kind === 'take_name'
}
