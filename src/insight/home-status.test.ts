import { expect, it } from 'vitest'
import type { Home, RunDetails } from '../contract/index.ts'
import { makeSay } from '../wording/index.ts'
import type { Situation } from './home-sentence.ts'
import { homeStatus } from './home-status.ts'

type Told = Omit<Partial<Situation>, 'openRun' | 'lastRun'> & {
  readonly isPaused?: boolean
  readonly open?: Partial<RunDetails>
  readonly last?: Partial<RunDetails>
}

/** Only what the word depends on: state, purpose and whether it waits to be applied. */
const runOf = (told: Partial<RunDetails> | undefined): RunDetails | null =>
  told === undefined ? null : ({ purpose: 'sync', isWaitingToApply: false, ...told } as RunDetails)
const situation = ({ open, last, ...told }: Told): Situation & { readonly isPaused: boolean } => ({
  ...{
    needs: { pupils: 0, staff: 0, errors: 0, pupilErrors: 0 },
    hasNewUpload: false,
    hasUpload: true,
    holds: 0,
    isPaused: false,
    isOutOfDate: false,
  },
  ...told,
  ...{ openRun: runOf(open), lastRun: runOf(last) },
})
const needs = (told: Partial<Situation['needs']>) => ({ needs: { pupils: 0, staff: 0, errors: 0, pupilErrors: 0, ...told } })

const WORDS: readonly (readonly [Home['status'], Told])[] = [
  ['not_connected', { hasUpload: false }],
  ['new_data', { hasNewUpload: true, last: { state: 'applied' } }],
  ['new_data', {}],
  ['checking', { open: { state: 'matching' } }],
  ['syncing', { open: { state: 'applying' } }],
  ['syncing', { open: { state: 'ready', isWaitingToApply: true } }],
  ['needs_decisions', { open: { state: 'reviewing' }, ...needs({ staff: 1 }) }],
  ['ready', { open: { state: 'reviewing' } }],
  ['ready', { open: { state: 'ready', purpose: 'undo' }, ...needs({ pupils: 2 }) }],
  ['on_hold', { holds: 1, last: { state: 'applied' } }],
  ['failed', { last: { state: 'failed' } }],
  ['stopped', { last: { state: 'discarded' } }],
  ['stopped', { last: { state: 'undone' } }],
  ['stopped', { last: { state: 'applied', purpose: 'undo' } }],
  ['needs_decisions', { last: { state: 'applied' }, ...needs({ pupils: 1 }) }],
  ['finished_with_warnings', { last: { state: 'applied' }, ...needs({ errors: 3 }) }],
  ['up_to_date', { last: { state: 'applied' } }],
  ['paused', { last: { state: 'applied' }, isPaused: true }],
  ['out_of_date', { last: { state: 'applied' }, isOutOfDate: true }],
  ['paused', { last: { state: 'applied' }, isPaused: true, isOutOfDate: true }],
]

it.each(WORDS)('C3 %s', (word, told) => {
  expect(homeStatus(situation(told))).toBe(word)
})

it.each(WORDS)('C3 %s says what it means, the next step and whose job it is', (word) => {
  const say = makeSay('en-US')
  for (const part of ['word', 'means', 'next', 'owner'])
    expect(say.message(`home_status.${part}`, { code: word, params: {} })).toMatch(/^[A-Z][^{}]*$/)
})
