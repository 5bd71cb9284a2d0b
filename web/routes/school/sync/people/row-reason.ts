import type { Message } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'

/** Why a row stands where it does, in words; undefined where there are none. */
export function sayRowReason(say: Say, { code, params }: Message): string | undefined {
  const { on } = params
  return say.message('review.reason', { code, params: on === undefined ? params : { ...params, on: say.date(String(on)) } })
}
