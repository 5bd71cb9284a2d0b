import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, inInstallation, inSchool, type SchoolTx } from '../../src/db/index.ts'
import { type Directory, readDirectory } from '../../src/directory/index.ts'
import type { Problem, Result } from '../../src/kernel/index.ts'
import { type Action, allow, operator, type SchoolScope } from '../../src/permission/index.ts'
import { type Decision, decide } from '../../src/review/index.ts'
import {
  applyRun,
  approveRun,
  listHeldRuns,
  type PlannedUndo,
  planRun,
  planUndo,
  queueRun,
  type Run,
  type RunContext,
  type StoredUpload,
  storeUpload,
} from '../../src/runs/index.ts'
import { insertSchool, newId } from '../../src/schools/index.ts'
import { type DeclaredExtent, type SchoolPart, type SourceRecord, splitBySchool } from '../../src/snapshots/index.ts'

/** What a read may be besides complete and of the MIS `mis`. */
export interface ReadTold {
  readonly connection?: string
  readonly declared?: DeclaredExtent
  readonly isForRehearsal?: boolean
}

/** One school on a real database, synced by the actions that the command line calls. */
export interface SchoolOnDatabase {
  readonly scope: SchoolScope
  readonly context: RunContext
  in<Value>(work: (tx: SchoolTx) => Promise<Value>): Promise<Value>
  /** The same with the right to do this one thing. */
  may<Value>(action: Action, work: (tx: SchoolTx) => Promise<Value>): Promise<Value>
  /** Keeps what a source says, as an upload does; nothing is read of it yet. */
  upload(source: readonly SourceRecord[], told?: ReadTold): Promise<StoredUpload>
  /** Reads a source and makes the plan; nothing is applied. */
  plan(source: readonly SourceRecord[], told?: ReadTold): Promise<Run>
  /** Applies the plan of a run, or another that the caller names. */
  apply(run: Run, planHash?: string): Promise<Result<Run, Problem>>
  /** Reads, plans, approves where a guard asks, and applies. */
  sync(source: readonly SourceRecord[], told?: ReadTold): Promise<Run>
  planUndo(run: Run): Promise<Result<PlannedUndo, Problem>>
  /** Takes back what `sync` did: the parts that were on hold, the last one first, then the run they were cut from. */
  undo(run: Run): Promise<PlannedUndo>
  decide(decision: Decision, told?: ReadTold): Promise<void>
  directory(): Promise<Directory>
  /** Our record that stands for this one of the source now. */
  ourId(sourceId: string): Promise<string>
  /** Over people, classes, year groups, memberships, live links and vetoes (D27): equal states, equal hashes. */
  hash(): Promise<string>
}

/** Makes a school of its own. Time stands still at noon of a school day in March, unless the story says otherwise. */
export async function aSchoolOnDatabase(database: Database, clock = () => new Date('2026-03-10T12:00:00Z')): Promise<SchoolOnDatabase> {
  const ids = { clock, random: (count: number) => randomBytes(count) }
  const context: RunContext = { ids, key: new Uint8Array(32).fill(5), sendsMail: false, onStep: async () => {} }
  const schoolId = newId(context.ids)
  const school = { id: schoolId, externalId: schoolId, name: 'Oak School', vocabulary: 'en-GB' as const, isMadeUp: true }
  await inInstallation(database, (tx) => insertSchool(tx, context.ids, school))
  const scope = scopeFor('run.start', schoolId)
  const inIt: SchoolOnDatabase['in'] = (work) => inSchool(database, scope, work)

  const plan: SchoolOnDatabase['plan'] = async (source, { connection = 'mis', declared = 'as_read' } = {}) => {
    const part = partOf(source, schoolId, declared)
    const options = { importNewStaff: true, importNewPupils: null, acceptMayMatch: null, applyWhenReady: false }
    const runId = await inIt((tx) => queueRun(tx, { connectionName: connection, part, options, ids: context.ids, key: context.key }))
    const run = await inIt((tx) => planRun(tx, runId, context))
    if (run === undefined) throw new Error('the run was taken by somebody else')
    return run
  }
  const apply: SchoolOnDatabase['apply'] = (run, planHash = run.result.planHash ?? '') =>
    applyRun(database, scope, { runId: run.id, planHash, context })
  const partsOf = new Map<string, readonly Run[]>()
  const applyApproved = async (run: Run): Promise<Run> => {
    const applied = must(await apply(run))
    const parts = await inIt((tx) => listHeldRuns(tx, { from: [run.id] }))
    for (const it of parts) {
      must(await inIt((tx) => approveRun(tx, { runId: it.id, planHash: it.result.planHash ?? '', typed: 'by_hash', ids: context.ids })))
      must(await apply(it))
    }
    partsOf.set(run.id, parts)
    return applied
  }
  const planIt: SchoolOnDatabase['planUndo'] = (run) => inIt((tx) => planUndo(tx, run.id, context.ids))
  return {
    scope,
    context,
    in: inIt,
    may: (action, work) => inSchool(database, scopeFor(action, schoolId), work),
    upload: (source, { connection = 'mis', declared = 'as_read', isForRehearsal = false } = {}) =>
      inIt((tx) =>
        storeUpload(tx, {
          isForRehearsal,
          connectionName: connection,
          part: partOf(source, schoolId, declared),
          ids: context.ids,
          key: context.key,
        }),
      ),
    plan,
    apply,
    sync: async (source, told) => applyApproved(await plan(source, told)),
    planUndo: planIt,
    async undo(run) {
      for (const it of [...(partsOf.get(run.id) ?? [])].reverse()) await applyApproved(must(await planIt(it)).run)
      const planned = must(await planIt(run))
      await applyApproved(planned.run)
      return planned
    },
    decide: (decision, { connection = 'mis' } = {}) =>
      inIt(async (tx) => decide(tx, context.ids, await connectionId(tx, connection), decision)),
    directory: () => inIt(readDirectory),
    async ourId(sourceId) {
      const { links } = await inIt(readDirectory)
      const link = links.find((it) => it.source.id === sourceId && it.endReason === null)
      if (link === undefined) throw new Error(`nobody is linked to ${sourceId}`)
      return link.recordId
    },
    hash: () => inIt(stateHash),
  }
}

function scopeFor(action: Action, schoolId: string): SchoolScope {
  return must(allow(operator('test'), action, schoolId))
}

/** The value of an outcome that this story needs. */
function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

function partOf(source: readonly SourceRecord[], school: string, declared: DeclaredExtent): SchoolPart {
  const { sink, finish } = splitBySchool({ externalId: school, name: 'Oak School' })
  sink.school({ externalId: school, name: 'Oak School' }, null)
  for (const [index, it] of source.entries()) {
    const place = { file: 'source', line: index + 2 }
    if (it.kind === 'class') sink.class(school, { sourceId: it.sourceId, ...it.body }, null)
    else {
      sink.person(school, { kind: it.kind, sourceId: it.sourceId, fields: it.body.fields }, place)
      for (const { classSourceId, role, isPrimary } of it.body.enrolments ?? [])
        sink.enrolment(school, { classSourceId, personSourceId: it.sourceId, role, isPrimary }, place, false)
    }
  }
  const whole = { extent: 'whole' as const }
  const summary = { format: 'made-up', hasUsGrades: false, carries: { pupil: whole, staff: whole, class: whole, enrolment: whole } }
  const [part] = finish(summary, declared).schools
  if (part === undefined) throw new Error('a source without a school')
  return part
}

async function connectionId(tx: SchoolTx, name: string): Promise<string> {
  const [found] = await tx.rows(sql<{ id: string }>`select id from connection where school_id = ${tx.schoolId} and name = ${name}`)
  if (found === undefined) throw new Error(`no connection ${name}`)
  return found.id
}

async function stateHash(tx: SchoolTx): Promise<string> {
  const tables = ['person', 'class', 'year_group', 'enrolment', 'veto']
  const hash = createHash('sha256')
  for (const table of tables) {
    const rows = await tx.rows(
      sql<{ row: string }>`select t::text as row from ${sql.table(table)} t where school_id = ${tx.schoolId} order by 1`,
    )
    hash.update(`${table}\n${rows.map((it) => it.row).join('\n')}\n`)
  }
  const links = await tx.rows(
    sql<{ row: string }>`select t::text as row from link t where school_id = ${tx.schoolId} and end_reason is null order by 1`,
  )
  return hash.update(links.map((it) => it.row).join('\n')).digest('hex')
}
