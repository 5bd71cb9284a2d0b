import type { SchoolTx } from '../db/index.ts'
import { type Directory, readDirectory } from '../directory/index.ts'
import { type Problem, problem } from '../kernel/index.ts'
import { buildPlan, countChanges, guard, hashPlan, indexLinks, insertPlan, type PlanInput, summarise } from '../plans/index.ts'
import {
  computeRows,
  countStatuses,
  type Decisions,
  doubtsOf,
  noteDoubts,
  type ReviewInput,
  type ReviewRow,
  readDecisions,
  refreshRows,
} from '../review/index.ts'
import { nextYearGroup, recordKey } from '../roster/index.ts'
import { lockSchool, readSettings, type School, type SchoolSettings } from '../schools/index.ts'
import { addProblems, type Snapshot } from '../snapshots/index.ts'
import { type Reading, readUpload } from './read-upload.ts'
import { lockRun, moveRun } from './run.store.ts'
import type { AbsenceUnproven, Run, RunOptions, RunResult } from './run.ts'
import type { RunContext } from './run-context.ts'
import { isInCohort, isYearStart } from './school-rules.ts'
import { sha256 } from './sha256.ts'
import { type YearGroupReader, yearGroupReader } from './year-group-reader.ts'

/**
 * Carries a queued run to its plan: reads its upload into a snapshot, matches, plans, and lets the guards look. Writes nothing
 * to the directory (S-49). Gives undefined when the run is no longer queued: somebody else took it, or a newer one replaced it.
 */
export async function planRun(tx: SchoolTx, runId: string, context: RunContext): Promise<Run | undefined> {
  const { ids } = context
  const school = await lockSchool(tx)
  const queued = await lockRun(tx, runId)
  if (queued?.state !== 'queued' || queued.uploadId === null || queued.connectionId === null) return undefined
  await context.onStep('reading')
  const reading = await moveRun(tx, queued, { to: 'reading', at: ids.clock() })
  const settings = await readSettings(tx)
  const years = await yearGroupReader(tx, school, settings)
  const read = await readUpload(tx, { uploadId: queued.uploadId, connectionId: queued.connectionId, years, key: context.key, ids })
  const result: RunResult = { rows: read.rows, refusedRows: read.refusedRows, absenceUnproven: absenceOf(read.snapshot) }
  const matching = await moveRun(tx, reading, { to: 'matching', at: ids.clock(), snapshot: read.snapshot.number, result })
  await context.onStep('matching')
  const review = {
    directory: await readDirectory(tx),
    decisions: await readDecisions(tx, queued.connectionId),
    school,
    settings,
    years,
    read,
    uploadId: queued.uploadId,
  }
  return finishPlan(tx, matching, { ...review, context })
}

interface Review {
  readonly directory: Directory
  readonly decisions: Decisions
  readonly school: School
  readonly settings: SchoolSettings
  readonly years: YearGroupReader
  readonly read: Reading
  readonly uploadId: string
  readonly context: RunContext
}

async function finishPlan(tx: SchoolTx, matching: Run, review: Review): Promise<Run> {
  const { school, settings, read, context, uploadId } = review
  const rows = computeRows(reviewInput(matching.options, review))
  const reviewing = await moveRun(tx, matching, { to: 'reviewing', at: context.ids.clock() })
  await context.onStep('planning')
  const plan = planInput(rows, review)
  const changes = buildPlan(plan)
  const holds = guard({
    plan,
    changes,
    limits: settings.limits,
    isYearStart: isYearStart(school, settings, context.ids.clock()),
    nextYearGroup: (code) => nextYearGroup(code, school.vocabulary),
  })
  const hash = hashPlan(changes, sha256)
  const summary = summarise(changes)
  const at = context.ids.clock()
  await refreshRows(tx, matching.id, rows)
  const reused = idsReused(rows, read)
  await addProblems(tx, uploadId, reused)
  await noteDoubts(tx, read.snapshot.connectionId, doubtsOf(rows))
  await insertPlan(tx, matching.id, { hash, snapshot: read.snapshot.number, summary, holds, changes, at })
  const statuses = { staff: countStatuses(rows, 'staff'), pupils: countStatuses(rows, 'pupil') }
  const counted = { ...read.rows, used: read.rows.used - reused.length, leftOut: read.rows.leftOut + reused.length }
  const result: RunResult = { rows: counted, statuses, changes: countChanges(changes, rows), summary, holds, planHash: hash }
  const to = changes.length === 0 ? 'applied' : holds.length > 0 ? 'held' : 'ready'
  return moveRun(tx, reviewing, { to, at, result })
}

/** One problem for each row of this read whose id now seems to be somebody else's (N-12). */
function idsReused(rows: readonly ReviewRow[], { places }: Reading): readonly Problem[] {
  return rows.flatMap(({ kind, sourceId, leftOut }) => {
    const place = leftOut === 'person.id_reused' ? places.get(recordKey(kind, sourceId ?? '')) : undefined
    return place === undefined ? [] : [problem('person.id_reused', { ...place, column: 'id', value: sourceId })]
  })
}

function reviewInput(options: RunOptions, { directory, decisions, settings, years, read }: Review): ReviewInput {
  return {
    directory,
    snapshot: read.snapshot,
    decisions,
    leftOut: read.checked.leftOut,
    isInScope: (kind, body) => kind === 'staff' || isInCohort(settings.cohort, body, { current: read.snapshot.current, years }),
    yearGroupCode: (raw) => years.of(raw)?.code ?? null,
    importNew: { staff: options.importNewStaff ?? settings.importNewStaff, pupil: options.importNewPupils ?? settings.importNewPupils },
    acceptMayMatch: options.acceptMayMatch ?? settings.applyUnreviewedMayMatch,
  }
}

function planInput(rows: PlanInput['rows'], { directory, decisions, years, read }: Review): PlanInput {
  return {
    connection: read.snapshot.connectionId,
    directory,
    links: indexLinks(directory.links),
    source: read.snapshot.current,
    incomplete: read.snapshot.incomplete,
    gone: read.snapshot.gone,
    rows,
    yearGroup: years.of,
    classDecisions: classDecisions(decisions),
  }
}

function classDecisions(decisions: Decisions): PlanInput['classDecisions'] {
  return new Map(
    decisions.decisions.flatMap((it): readonly [string, string][] => {
      if (it.sourceKind !== 'class') return []
      if (it.kind === 'map_class' && it.recordId !== null) return [[it.sourceId, it.recordId]]
      return [[it.sourceId, it.kind === 'import' ? 'set_up' : 'leave_out']]
    }),
  )
}

/** Of the people kinds that the source carries, the first whose absence proves nothing, and why (D24). */
function absenceOf({ incomplete }: Snapshot): AbsenceUnproven {
  const carried = (['pupil', 'staff'] as const).filter((kind) => incomplete[kind] !== 'not in the source')
  if (carried.length === 0) return 'no people in the source'
  return carried.map((kind) => incomplete[kind]).find((why) => why !== null) ?? null
}
