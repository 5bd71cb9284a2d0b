import { namesOfActors } from '../access/index.ts'
import type { RehearsalDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { type Run, readRuns } from '../runs/index.ts'
import { readLooks } from './looks.store.ts'

/** As many as a person compares. */
const SHOWN = 20

/** What rehearsals have shown, newest first (N-11). */
export async function presentRehearsals(tx: SchoolTx): Promise<readonly RehearsalDetails[]> {
  const ids = await readLooks(tx, 'rehearsal', SHOWN)
  const runs = new Map((await readRuns(tx, ids)).map((it) => [it.id, it]))
  const names = await namesOfActors(
    tx,
    [...runs.values()].map((it) => it.actor),
  )
  return ids.flatMap((id) => {
    const run = runs.get(id)
    return run === undefined ? [] : [present(run, names.get(run.actor) ?? run.actor)]
  })
}

function reportOf({ classes, pupils, staff, years, holds }: NonNullable<Run['result']['rehearsal']>): RehearsalDetails['report'] {
  const { kept, renamed, added, ended, reusedNames, withoutTeacher } = classes
  return {
    classes: {
      ...{ kept, renamed: [...renamed], added: [...added], ended: [...ended] },
      ...{ reusedNames: [...reusedNames], withoutTeacher: [...withoutTeacher] },
    },
    ...{ pupils, staff, years: { stay: years.stay, moves: [...years.moves] }, holds: [...holds] },
  }
}

function present({ id, createdAt, options, state, result, failure }: Run, by: string): RehearsalDetails {
  const { pupils = 0, staff = 0, errors = 0 } = result.found ?? {}
  return {
    ...{ run: id, at: createdAt.toISOString(), by, on: options.rehearsedOn ?? '' },
    state: state === 'checked' ? 'done' : state === 'failed' ? 'failed' : 'waiting',
    ...{ undecided: pupils + staff, errors },
    report: result.rehearsal === undefined ? null : reportOf(result.rehearsal),
    failure: failure?.code ?? null,
  }
}
