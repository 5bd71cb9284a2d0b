import type { Home, RunDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { ALLOWED } from '../permission/index.ts'
import { OPEN, type Run, readRuns } from '../runs/index.ts'
import { listRequests } from './access/list-requests.ts'
import { countNeeds, countSchool, type ReviewNeeds, readRunsOfHome } from './home.store.ts'
import { homeStep } from './home-sentence.ts'
import { homeStatus } from './home-status.ts'
import { isOutOfDate } from './out-of-date.ts'
import { presentRuns } from './present-run.ts'
import { presentLastCheck, presentScheduleInShort } from './present-schedule.ts'

const NO_NEEDS: ReviewNeeds = { pupils: 0, staff: 0, errors: 0, pupilErrors: 0 }

/**
 * What there is to do in the school, and the school in numbers. Who may not see the sync is told how things stand, and is
 * asked for nothing (S-21).
 */
export async function readHome(tx: SchoolTx, now: Date): Promise<Home> {
  const around = await readRunsOfHome(tx, [...OPEN])
  const ids = [around.openRun, around.lastRun, around.lastApplied].flatMap((it) => it ?? [])
  const runs = await readRuns(tx, [...new Set(ids)])
  const presented = new Map((await presentRuns(tx, runs)).map((it) => [it.id, it]))
  const runOf = (id: string | null): RunDetails | null => (id === null ? null : (presented.get(id) ?? null))
  const openRun = runOf(around.openRun)
  const lastRun = runOf(around.lastRun)
  const isLeftOver = openRun === null && lastRun?.state === 'applied' && lastRun.purpose === 'sync'
  const looked = openRun ?? (isLeftOver ? lastRun : null)
  const needs = looked === null ? NO_NEEDS : await countNeeds(tx, looked.id, openRun === null)
  const rejected = runs.map(rejectedOf).find((it) => it.id === (around.openRun ?? around.lastRun))?.count ?? 0
  const { hasNewUpload, hasUpload, holds } = around
  const situation = { openRun, lastRun, needs, hasNewUpload, hasUpload, holds, isOutOfDate: await isOutOfDate(tx, now) }
  const { sentence, next } = homeStep(situation)
  const schedule = await presentScheduleInShort(tx, now)
  const may = (action: 'run.read' | 'history.read' | 'access.change'): boolean => ALLOWED[action].includes(tx.scope.actor.role)
  return {
    sentence,
    status: homeStatus({ ...situation, isPaused: schedule.paused !== null }),
    waiting: {
      ...{ pupils: needs.pupils, staff: needs.staff },
      ...{ pupilErrors: needs.pupilErrors, staffErrors: needs.errors - needs.pupilErrors },
    },
    next: may('run.read') ? next : null,
    hasData: hasUpload,
    dataFrom: around.dataFrom?.toISOString() ?? null,
    openRun: may('run.read') ? openRun : null,
    schedule: may('history.read') ? schedule : null,
    lastCheck: may('history.read') ? await presentLastCheck(tx) : null,
    accessRequests: may('access.change') ? (await listRequests(tx)).length : 0,
    holds,
    lastApplied: may('history.read') ? runOf(around.lastApplied) : null,
    tiles: { ...(await countSchool(tx)), needsDecision: needs.pupils + needs.staff, errors: needs.errors + rejected },
    checkPupilsAgain: around.checkPupilsAgain,
  }
}

function rejectedOf({ id, result }: Run): { readonly id: string; readonly count: number } {
  return { id, count: result.rows?.rejected ?? 0 }
}
