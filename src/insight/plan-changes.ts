import type { ChangeDetails, PlannedChange } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { problem } from '../kernel/index.ts'
import { latestApproval, readChanges } from '../plans/index.ts'
import { notApproved, type RecordNames, readRun, renamedClasses, shownFields } from '../runs/index.ts'
import { describeHere } from '../schools/index.ts'
import { readPeople } from './people.store.ts'
import { type ChangeQuery, type LeftAsItIs, listLeftAsTheyAre, listPlanChanges, type NamedChange } from './plan-changes.store.ts'
import { readRecordNames } from './record-names.store.ts'

/** Acts of lines behind which nothing is written. */
export const LEFT_ALONE = ['unchanged', 'not_matched', 'not_seen', 'may_match', 'error', 'left_out', 'double', 'once', 'ignored']

/** The records behind a line of a plan, or all that it writes (S-138). */
export async function planChanges(
  tx: SchoolTx,
  { only, ...asked }: Omit<ChangeQuery, 'keys' | 'isCounted'> & { readonly only?: 'counted' | 'not_approved' | 'since' | undefined },
): Promise<{ readonly items: readonly PlannedChange[]; readonly total: number }> {
  const query: ChangeQuery = {
    ...asked,
    isCounted: only === 'counted',
    keys:
      only === 'not_approved' ? await keysNotApproved(tx, asked.runId) : only === 'since' ? await keysSince(tx, asked.runId) : undefined,
  }
  const { line } = query
  const act = line?.split('.')[1] ?? ''
  if (line !== undefined && LEFT_ALONE.includes(act)) {
    const { items, total } = await listLeftAsTheyAre(tx, { ...query, line })
    const population = line.split('.')[0] ?? ''
    const describe = await describeHere(tx)
    const reasonOf = ({ leftOut, value }: LeftAsItIs): ChangeDetails['reason'] =>
      leftOut === null
        ? { code: act, params: {} }
        : { code: 'problem', params: { problem: leftOut, ...describe(problem(leftOut, { value, params: { count: 1 } })) } }
    return { total, items: items.map((it) => ({ ...leftAlone(it), population, operation: act, reason: reasonOf(it) })) }
  }
  const names = await namesInPlan(tx, query.runId)
  const { items, total } = await listPlanChanges(tx, query)
  const ids = items.flatMap(({ recordKind, recordId }) => (recordKind === 'person' && recordId !== null ? [recordId] : []))
  const people = ids.length === 0 ? [] : await readPeople(tx, { kind: null, ids })
  const held = new Map(people.map((it) => [it.id, it.registrationClass]))
  return { total, items: items.map((it) => presentChange(it, names, held)) }
}

/** What is in a plan now and was not when somebody approved it. */
async function keysNotApproved(tx: SchoolTx, runId: string): Promise<readonly string[]> {
  const approval = await latestApproval(tx, runId)
  return notApproved(await readChanges(tx, runId), approval ?? { changes: {} })
}

/** What is in a plan now and was not in the one that its run had before. */
async function keysSince(tx: SchoolTx, runId: string): Promise<readonly string[]> {
  return (await readRun(tx, runId))?.result.since?.keys ?? []
}

function leftAlone({ rowId, personId, name }: LeftAsItIs) {
  return { key: rowId, recordKind: 'person' as const, name, personId, registrationClass: null, fields: [] }
}

function presentChange(change: NamedChange, names: RecordNames, held: ReadonlyMap<string, string | null>): PlannedChange {
  const { key, recordKind, population, operation, name, recordId, reason } = change
  const isCreated = operation === 'create'
  return {
    ...{ key, recordKind, population, operation, name, reason: { code: reason.code, params: { ...reason.params } } },
    personId: recordKind === 'person' ? recordId : null,
    registrationClass: newClassOf(change, names) ?? held.get(recordId ?? '') ?? null,
    fields: shownFields(change, names).filter((it) => !isCreated || it.after !== null),
  }
}

/** The registration class that somebody comes into. */
function newClassOf({ after }: NamedChange, names: RecordNames): string | undefined {
  const joined = after.enrolments.map((it) => names.class(it.class, 'after'))
  return joined.find((it) => it?.isRegistration)?.name
}

/** What year groups and classes are called, those included that the plan itself makes. */
async function namesInPlan(tx: SchoolTx, runId: string): Promise<RecordNames> {
  const names = await readRecordNames(tx)
  const changes = await readChanges(tx, runId)
  const renamed = renamedClasses(changes)
  const created = changes.filter((it) => it.operation === 'create' && it.recordKind !== 'person')
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const classes = created.flatMap((it) =>
    it.recordKind !== 'class'
      ? []
      : [
          [
            `new:${it.source?.id}`,
            { name: text(it.after.fields['name']), isRegistration: it.after.fields['kind'] === 'registration' },
          ] as const,
        ],
  )
  const years = created.flatMap((it) =>
    it.recordKind === 'year_group' ? [[it.source?.id ?? '', text(it.after.fields['name'])] as const] : [],
  )
  const [newClasses, newYears] = [new Map<string, { readonly name: string; readonly isRegistration: boolean }>(classes), new Map(years)]
  return {
    class: (ref, side) => {
      const known = newClasses.get(ref) ?? names.class(ref, side)
      const name = side === 'after' ? renamed.get(ref) : undefined
      return known === undefined || name === undefined ? known : { ...known, name }
    },
    yearGroup: (code) => newYears.get(code) ?? names.yearGroup(code),
  }
}
