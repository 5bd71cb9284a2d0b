import type { RunDetails } from '../../../../src/contract/index.ts'

/** Why a sync that was to be carried out is not: it failed, what it read has changed since, somebody stopped it, or it never began. */
export function standstillOf(
  { state, failure }: Pick<RunDetails, 'state' | 'failure'>,
  wasStopped: boolean,
): 'failed' | 'changed' | 'stopped' | 'waiting' {
  if (state === 'failed') return 'failed'
  if (failure !== null) return 'changed'
  return wasStopped || state === 'discarded' ? 'stopped' : 'waiting'
}
