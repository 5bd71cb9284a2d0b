import type { RunDetails } from '../../../src/contract/index.ts'
import type { Say } from '../../../src/wording/index.ts'

/** What taking a run back would do, in numbers: the most it can be, for what was changed later is kept. */
export function undoEffects(say: Say, { counts, groups, messagesHeld }: Pick<RunDetails, 'counts' | 'groups' | 'messagesHeld'>): string[] {
  const { created, linked, updated, desynced } = counts ?? { created: 0, linked: 0, updated: 0, desynced: 0 }
  const back = linked + updated + desynced
  return [
    ...(back > 0 ? [say('undo.back', { count: back })] : []),
    ...(created > 0 ? [say('undo.removed', { count: created })] : []),
    ...(groups !== null && groups > 0 ? [say('undo.groups', { count: groups })] : []),
    ...(messagesHeld > 0 ? [say('undo.messages', { count: messagesHeld })] : []),
    say('undo.keeps'),
  ]
}
