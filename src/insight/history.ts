import type { ChangeDetails, ReadProblem, RouteQuery, RunDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import type { Problem } from '../kernel/index.ts'
import { OPEN, type RecordNames, type Run, readRuns, shownFields, shownOperation } from '../runs/index.ts'
import { describeHere } from '../schools/index.ts'
import type { ProblemText } from '../wording/index.ts'
import {
  type ChangeInShort,
  type ChangeOfRun,
  findRunIds,
  listReadProblems,
  type Part,
  type RunFilter,
  readChangesInShort,
  readChangesOfRun,
} from './history.store.ts'
import { presentRuns } from './present-run.ts'
import { readRecordNames } from './record-names.store.ts'
import { byText, finder } from './search.ts'

type StateFilter = NonNullable<RouteQuery<'runs.list'>>['state']
type ChangesFilter = Pick<NonNullable<RouteQuery<'runs.changes'>>, 'q' | 'recordKind'>

/** A part of a list, and how many there are. */
interface Found<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

/** The runs of the school, newest first. */
export async function listRunDetails(
  tx: SchoolTx,
  { state, ...part }: Part & { readonly state?: StateFilter },
): Promise<Found<RunDetails>> {
  const { ids, total } = await findRunIds(tx, { ...part, ...filterOf(state) })
  const runs = new Map((await readRuns(tx, ids)).map((it) => [it.id, it]))
  const inOrder = ids.flatMap((id): readonly Run[] => {
    const run = runs.get(id)
    return run === undefined ? [] : [run]
  })
  return { items: await presentRuns(tx, inOrder), total }
}

/** Who has looked and changed nothing has checked, whatever the run was for. */
function filterOf(state: StateFilter): RunFilter {
  if (state === undefined) return { states: null, hasChanged: null }
  if (state === 'checked') return { states: ['applied'], hasChanged: false }
  return { states: state === 'open' ? OPEN : [state], hasChanged: null }
}

/** What a run changed, people first, by name. */
export async function listChanges(
  tx: SchoolTx,
  runId: string,
  { q, recordKind, offset, limit }: Part & ChangesFilter,
): Promise<Found<ChangeDetails>> {
  const isFound = finder(q)
  const found = (await readChangesInShort(tx, runId)).filter(
    (it) => (recordKind === undefined || it.recordKind === recordKind) && isFound([it.name]),
  )
  const part = [...found].sort(inOrder).slice(offset, offset + limit)
  const changes = await readChangesOfRun(
    tx,
    part.map((it) => it.id),
  )
  const full = new Map(changes.map((it) => [it.id, it]))
  const names = await readRecordNames(tx)
  const items = part.flatMap(({ id, name }) => {
    const change = full.get(id)
    return change === undefined ? [] : [presentChange(change, name, names)]
  })
  return { items, total: found.length }
}

const KINDS: readonly ChangeInShort['recordKind'][] = ['person', 'class', 'year_group']

function inOrder(a: ChangeInShort, b: ChangeInShort): number {
  return KINDS.indexOf(a.recordKind) - KINDS.indexOf(b.recordKind) || byText(a.name, b.name) || (a.id < b.id ? -1 : 1)
}

function presentChange(change: ChangeOfRun, name: string, names: RecordNames): ChangeDetails {
  const { id, recordKind, recordId, personKind, isHeld, reason } = change
  return {
    key: id,
    recordKind,
    population: recordKind === 'person' ? (personKind ?? 'pupil') : recordKind,
    operation: shownOperation(change),
    name,
    personId: recordKind === 'person' && isHeld ? recordId : null,
    fields: shownFields(change, names),
    reason: { code: reason.code, params: { ...reason.params } },
  }
}

/** What a run could not read or sync, with the place and the cure. */
export async function listProblems(tx: SchoolTx, { uploadId }: Run, part: Part): Promise<Found<ReadProblem>> {
  if (uploadId === null) return { items: [], total: 0 }
  const { items, total } = await listReadProblems(tx, uploadId, part)
  const describe = await describeHere(tx)
  return { total, items: items.map((it) => tellProblem(it, describe(it))) }
}

function tellProblem({ code, file, line, column, value }: Problem, text: ProblemText): ReadProblem {
  return { code, ...text, file, line, column, value }
}
