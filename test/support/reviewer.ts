import { setTimeout as sleep } from 'node:timers/promises'
import type { RouteAnswer, RouteBody, RunScope } from '../../src/contract/index.ts'
import type { Agent } from './agent.ts'
import { oneRoster } from './packages.ts'
import type { TestServer } from './server.ts'

export type Run = RouteAnswer<'runs.read'>
type People = Parameters<typeof oneRoster>[0]
type Acts = Extract<RouteBody<'runs.decide'>, { decisions: unknown }>['decisions']

/** What a coordinator does at one school, as a page would ask for it. */
export interface Reviewer {
  /** Uploads these people and starts a review over them. */
  start(people: People, scope?: RunScope): Promise<Run>
  /** Starts a review over what was uploaded last. */
  startAgain(scope?: RunScope): Promise<Run>
  settled(run: Run, states: readonly Run['state'][]): Promise<Run>
  rows(run: Run, query?: object): Promise<RouteAnswer<'runs.rows'>>
  decide(run: Run, seen: number, decisions: Acts): Promise<RouteAnswer<'runs.decide'>>
  plan(run: Run, mayMatch?: 'ask' | 'leave_out' | 'sync'): Promise<RouteAnswer<'runs.plan'>>
  /** Plans and syncs, to the end. */
  sync(run: Run, mayMatch?: 'ask' | 'leave_out' | 'sync'): Promise<Run>
  savePanels(run: Run): Promise<void>
  discard(run: Run): Promise<Run>
}

const STEPS = ['staff', 'year_groups', 'registration_classes', 'subject_classes', 'pupils']

/** The reviewer that an agent is at a school. */
export function reviewerAt(server: TestServer, agent: Agent, school: string): Reviewer {
  const at = (run: Run) => ({ school, run: run.id })
  const settled: Reviewer['settled'] = async (run, states) => {
    for (let tries = 0; tries < 1_200; tries += 1) {
      const now = await agent.call('runs.read', { params: at(run) })
      if (states.includes(now.state) && !now.isWaitingToApply) return now
      if (now.state === 'failed') throw new Error(`the run failed: ${now.failure?.cure}`)
      await sleep(25)
    }
    throw new Error('The run did not settle.')
  }
  const startAgain: Reviewer['startAgain'] = async (scope = 'all') =>
    settled(await agent.call('runs.start', { params: { school }, body: { scope } }), ['reviewing'])
  const plan: Reviewer['plan'] = (run, mayMatch = 'ask') => agent.call('runs.plan', { params: at(run), body: { mayMatch } })
  return {
    ...{ settled, startAgain, plan },
    start: async (people, scope) => {
      await server.upload(agent, school, oneRoster(people))
      return startAgain(scope)
    },
    rows: (run, query = {}) => agent.call('runs.rows', { params: at(run), query: { kind: 'pupil', ...query } }),
    decide: (run, seen, decisions) => agent.call('runs.decide', { params: at(run), ifMatch: seen, body: { decisions } }),
    sync: async (run, mayMatch) => {
      const { hash } = await plan(run, mayMatch)
      return settled(await agent.call('runs.apply', { params: at(run), body: { planHash: hash } }), ['applied'])
    },
    savePanels: async (run) => {
      for (const panel of STEPS) await agent.call('runs.savePanel', { params: { ...at(run), panel } })
    },
    discard: (run) => agent.call('runs.discard', { params: at(run) }),
  }
}

/** A pupil of year 7 in class 7A, unless the story says otherwise. */
export function aPupil(id: string, first: string, last: string, more: Partial<People[number]> = {}): People[number] {
  return { id, first, last, grade: '7', classes: ['7A'], ...more }
}

/** A teacher with an e-mail address. */
export const DORA: People[number] = {
  id: 't1',
  first: 'Dora',
  last: 'Quill',
  role: 'teacher',
  email: 'd@oak.example.test',
  classes: ['7A'],
}
