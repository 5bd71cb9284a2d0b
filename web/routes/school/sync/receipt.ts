import type { RunDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'

/** What a sync came to, as a plain text to keep: numbers and times, and nobody's name but that of who did it. */
export function receiptOf(say: Say, run: RunDetails, { name, timeZone }: { readonly name: string; readonly timeZone: string }): string {
  const { counts, groups, seconds, undoKept, undoCannot, rows } = run
  const isSome = (count: number | null | undefined): count is number => count !== null && count !== undefined && count > 0
  return `${[
    say(run.purpose === 'undo' ? 'sync.done.undo_title' : 'sync.done.title'),
    name,
    say('sync.done.reference', { reference: run.id }),
    say('sync.receipt.at', { at: say.instant(run.changedAt, timeZone), by: run.actor }),
    ...(run.dataFrom === null ? [] : [say('sync.receipt.data', { at: say.instant(run.dataFrom, timeZone) })]),
    ...(counts === null ? [] : [say('sync.done.people', counts)]),
    ...(isSome(groups) ? [say('sync.done.groups', { count: groups })] : []),
    ...(isSome(counts?.unchanged) ? [say('sync.done.unchanged', { count: counts.unchanged })] : []),
    ...(isSome(rows?.rejected) ? [say('sync.receipt.rejected', { count: rows.rejected })] : []),
    ...(isSome(undoKept) ? [say('sync.done.kept', { count: undoKept })] : []),
    ...(isSome(undoCannot) ? [say('sync.done.cannot', { count: undoCannot })] : []),
    ...(seconds === null ? [] : [say('sync.done.seconds', { count: Math.max(1, Math.round(seconds)) })]),
  ].join('\n')}\n`
}
