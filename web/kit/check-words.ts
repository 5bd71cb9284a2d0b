import type { CheckDetails } from '../../src/contract/index.ts'
import type { Say } from '../../src/wording/index.ts'

/** What a check found, in sentences: what a sync would do, and what waits for a person. */
export function checkSentences(say: Say, check: CheckDetails): readonly string[] {
  if (check.state === 'waiting') return [say('check.running')]
  if (check.state === 'failed') return [say.message('check.failed', { code: check.failure ?? '', params: {} }) ?? say('check.failed')]
  const { changes, pupils, staff, errors, yearGroups, holds } = check
  const waits = [
    ...(holds > 0 ? [say('check.holds')] : []),
    ...(pupils > 0 ? [say('check.pupils', { count: pupils })] : []),
    ...(staff > 0 ? [say('check.staff', { count: staff })] : []),
    ...(yearGroups > 0 ? [say('check.year_groups', { count: yearGroups })] : []),
  ]
  const left = errors > 0 ? [say('check.errors', { count: errors })] : []
  if (changes === 0 && waits.length === 0) return [say('check.nothing'), ...left]
  const does = changes === 0 ? [] : [say('check.changes', { count: changes })]
  return [...does, ...(waits.length === 0 ? [say('check.nothing_to_decide')] : waits), ...left]
}
