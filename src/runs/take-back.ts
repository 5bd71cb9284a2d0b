import type { SchoolTx } from '../db/index.ts'
import { changesOfRun, type LoggedChange, restoreIntakes } from '../directory/index.ts'
import { dropDecisionsAbout, dropDecisionsOfRun, reviveWords } from '../review/index.ts'
import { recordKey } from '../roster/index.ts'
import { restoreChoices } from './choices.ts'
import { firstPartsOf } from './first/first-parts.store.ts'
import { foldChanges } from './fold-changes.ts'
import { lockRun, moveRun } from './run.store.ts'
import type { Run } from './run.ts'
import { pauseAfterUndo } from './schedule/change-schedule.ts'

/** The runs that an undo takes back: the one it names, and the parts of its plan that were applied first. */
export async function runsTakenBack(tx: SchoolTx, { undoesRunId }: Pick<Run, 'undoesRunId'>): Promise<readonly Run[]> {
  const undone = undoesRunId === null ? undefined : await lockRun(tx, undoesRunId)
  return undone === undefined ? [] : [undone, ...(await firstPartsOf(tx, [undone.id]))]
}

/**
 * Everything that these runs wrote, the whole and then its first parts as `runsTakenBack` gives them, as one change of each record:
 * where the rest was planned anew, it may have gone on with whom a first part had written.
 */
export async function changesOfRuns(tx: SchoolTx, [whole, ...parts]: readonly Pick<Run, 'id'>[]): Promise<readonly LoggedChange[]> {
  const changes: LoggedChange[] = []
  for (const { id } of [...parts, ...(whole === undefined ? [] : [whole])]) changes.push(...(await changesOfRun(tx, id)))
  return foldChanges(changes)
}

/**
 * Notes that runs have been taken back by an undo that has just been written: with what was chosen in them, and what people said
 * there, which would else decide again, unseen, about people who are here no longer as they were (D27). Of one person: only that.
 */
export async function noteTakenBack(
  tx: SchoolTx,
  runs: readonly Run[],
  { undo, at }: { readonly undo: Run; readonly at: Date },
): Promise<void> {
  const { onlyPerson } = undo.options
  for (const { id } of runs) await restoreIntakes(tx, { of: id, by: undo.id, onlyPerson: onlyPerson ?? null })
  const [undone] = runs
  if (undone === undefined) return
  // what people said about a part that was applied first, they said in the review of the whole, where it is seen while that is open
  const said = undone.firstOf === null ? undone : await lockRun(tx, undone.firstOf)
  // where the whole was discarded, what was said about the part was kept because the part stood
  const isKept = said?.state === 'applied' || (said !== undone && said?.state === 'discarded')
  if (said !== undefined && isKept && (onlyPerson !== undefined || said !== undone)) {
    const changes = await changesOfRuns(tx, runs)
    await forgetWordsAbout(tx, said.id, { changes: changes.filter((it) => onlyPerson === undefined || it.recordId === onlyPerson), at })
  }
  if (onlyPerson !== undefined || undone.state !== 'applied') return
  for (const run of runs) {
    await moveRun(tx, run, { to: 'undone', at })
    await dropDecisionsOfRun(tx, run.id, { at })
    await restoreChoices(tx, run)
    await reviveWords(tx, run.id, null)
  }
  await pauseAfterUndo(tx, at)
}

async function forgetWordsAbout(
  tx: SchoolTx,
  runId: string,
  { changes, at }: { readonly changes: readonly LoggedChange[]; readonly at: Date },
): Promise<void> {
  const people = changes.filter((it) => it.recordKind === 'person')
  const sourceKeys = people.flatMap(({ source }) =>
    source === null || source.kind === 'year_group' ? [] : [recordKey(source.kind, source.id)],
  )
  await dropDecisionsAbout(tx, runId, { recordIds: people.map((it) => it.recordId), sourceKeys, at })
}
