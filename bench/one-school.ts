import path from 'node:path'
import { type Database, inSchool, openDatabase, startEmbedded } from '../src/db/index.ts'
import { allow, operator } from '../src/permission/index.ts'
import { applyRun, fileSchool, placeSchools, planRun, queueSync, type RunStep, readFiles, type SyncRequest } from '../src/runs/index.ts'
import { openSource } from '../src/tables/index.ts'
import { markDirectory, writtenSince } from './directory-writes.ts'
import { type Figure, figure, median, postgresMb, runProduct, temporaryFolder } from './measure.ts'
import { systemIds } from './system-ids.ts'

const ROUNDS = 5

/** One school of 1,200 pupils, 80 staff and 60 classes: stage by stage in this process, then whole commands. */
export async function benchOneSchool(): Promise<readonly Figure[]> {
  const folder = temporaryFolder('one')
  const first = path.join(folder, 'year1')
  await runProduct(['generate', '--schools', '1', '--pupils', '1200', '--seed', '1', '--year', '1', '--out', first])
  return [...(await benchStages(folder, first)), ...(await benchCommands(folder, first))]
}

interface Stages {
  readonly read: number
  readonly store: number
  readonly snapshot: number
  readonly match: number
  readonly plan: number
  readonly apply: number
  readonly toPlan: number
}

async function benchStages(folder: string, source: string): Promise<readonly Figure[]> {
  const dataDir = path.join(folder, 'stages')
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  const { host, port, user, password } = embedded.admin
  const rounds: { readonly first: Stages; readonly again: Stages; readonly written: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const address = { host, port, database: `bench_${round}`, ssl: false as const }
    const opened = await openDatabase({ address, admin: { user, password }, key: new Uint8Array(32) }, { applicationName: 'muster bench' })
    if (!opened.ok) throw new Error(opened.failure.code)
    const first = await oneSync(opened.value, source)
    const before = await markDirectory(opened.value)
    const again = await oneSync(opened.value, source)
    rounds.push({ first, again, written: await writtenSince(opened.value, before) })
    await opened.value.close()
  }
  const memory = postgresMb(dataDir)
  await embedded.stop()
  const of = (which: 'first' | 'again', stage: keyof Stages): number => median(rounds.map((it) => it[which][stage]))
  const stages = (which: 'first' | 'again', title: string): Figure[] =>
    (['read', 'store', 'snapshot', 'match', 'plan', 'apply'] as const).map((stage) =>
      figure(`${title}: ${stage}`, of(which, stage) * 1000, 'ms'),
    )
  const written = median(rounds.map((it) => it.written))
  return [
    ...stages('first', 'first sync'),
    figure('first sync: file to plan', of('first', 'toPlan'), 's', 1.5),
    figure('first sync: apply', of('first', 'apply'), 's', 1.5),
    ...stages('again', 'unchanged'),
    figure('unchanged second sync', of('again', 'toPlan') + of('again', 'apply'), 's', 1),
    { what: 'unchanged: rows written to directory tables', measured: String(written), asked: '0', isMet: written === 0 },
    {
      what: 'this Node process beside it',
      measured: `${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
      asked: '≤ 300 MB',
      isMet: process.memoryUsage.rss() <= 300e6,
    },
    { what: 'PostgreSQL (all its processes, shared pages once)', measured: `${memory} MB`, asked: '', isMet: true },
  ]
}

/** Carries one source through the flow as `muster sync` does, with a watch at each stage. */
async function oneSync(database: Database, source: string): Promise<Stages> {
  const actor = operator('bench')
  const marks = new Map<RunStep | 'start' | 'read' | 'queued' | 'planned' | 'applied', number>([['start', performance.now()]])
  const mark = (at: RunStep | 'read' | 'queued' | 'planned' | 'applied'): void => void marks.set(at, performance.now())
  const context = { ids: systemIds, key: database.server.key, sendsMail: false, onStep: async (step: RunStep) => mark(step) }
  const opened = await openSource(source)
  if (!opened.ok) throw new Error(opened.failure.code)
  const named = await fileSchool(database, undefined, 'bench')
  const read = await readFiles({ files: opened.value.files, map: null, declared: 'as_read', fileSchool: named, now: new Date() })
  if (!read.ok) throw new Error(read.failure.code)
  mark('read')
  const options = { importNewStaff: true, importNewPupils: true, acceptMayMatch: null, applyWhenReady: true }
  const request: SyncRequest = { actor, connectionName: 'file', options, context }
  const runs: { readonly schoolId: string; readonly runId: string }[] = []
  await queueSync(database, await placeSchools(database, read.value.schools, null), request, (it) =>
    runs.push({ schoolId: it.school.id, runId: it.runId }),
  )
  mark('queued')
  const [run] = runs
  const scope = run === undefined ? undefined : allow(actor, 'run.apply', run.schoolId)
  if (run === undefined || !scope?.ok) throw new Error('no run')
  const planned = await inSchool(database, scope.value, (tx) => planRun(tx, run.runId, context))
  mark('planned')
  const planHash = planned?.result.planHash ?? ''
  if (planned?.state === 'ready') await applyRun(database, scope.value, { runId: run.runId, planHash, context })
  mark('applied')
  const seconds = (from: Parameters<typeof mark>[0] | 'start', to: Parameters<typeof mark>[0]): number =>
    ((marks.get(to) ?? 0) - (marks.get(from) ?? 0)) / 1000
  return {
    read: seconds('start', 'read'),
    store: seconds('read', 'queued'),
    snapshot: seconds('reading', 'matching'),
    match: seconds('matching', 'planning'),
    plan: seconds('planning', 'planned'),
    apply: seconds('planned', 'applied'),
    toPlan: seconds('start', 'planned'),
  }
}

/** Whole commands, each a process of its own that starts and stops the embedded database. */
async function benchCommands(folder: string, source: string): Promise<readonly Figure[]> {
  const data = path.join(folder, 'commands')
  const sync = (): ReturnType<typeof runProduct> => runProduct(['sync', '--source', source, '--data', data, '--import-staff'])
  const made = await sync()
  const again = [await sync(), await sync(), await sync()]
  return [
    figure('`muster sync`, first ever (creates the database)', made.seconds, 's'),
    figure('`muster sync`, unchanged (starts and stops the database)', median(again.map((it) => it.seconds)), 's'),
    figure('`muster sync`: largest resident memory of Node', Math.max(made.nodeMb, ...again.map((it) => it.nodeMb)), 'MB', 300),
  ]
}
