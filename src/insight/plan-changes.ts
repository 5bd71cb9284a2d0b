import type { ChangeDetails } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { readChanges } from '../plans/index.ts'
import { type RecordNames, renamedClasses, shownFields } from '../runs/index.ts'
import { type ChangeQuery, listLeftAsTheyAre, listPlanChanges, type NamedChange } from './plan-changes.store.ts'
import { readRecordNames } from './record-names.store.ts'

/** Acts of lines behind which nothing is written. */
const LEFT_ALONE = ['unchanged', 'not_matched', 'not_seen', 'may_match', 'error', 'left_out']

/** The records behind a line of a plan, or all that it writes (S-138). */
export async function planChanges(
  tx: SchoolTx,
  query: ChangeQuery,
): Promise<{ readonly items: readonly ChangeDetails[]; readonly total: number }> {
  const { line } = query
  const act = line?.split('.')[1] ?? ''
  if (line !== undefined && LEFT_ALONE.includes(act)) {
    const { items, total } = await listLeftAsTheyAre(tx, { ...query, line })
    const population = line.split('.')[0] ?? ''
    return { total, items: items.map((it) => ({ ...leftAlone(it.rowId, it), population, operation: act })) }
  }
  const names = await namesInPlan(tx, query.runId)
  const { items, total } = await listPlanChanges(tx, query)
  return { total, items: items.map((it) => presentChange(it, names)) }
}

function leftAlone(key: string, it: { readonly personId: string | null; readonly name: string; readonly code: string }) {
  return { key, recordKind: 'person' as const, name: it.name, personId: it.personId, fields: [], reason: { code: it.code, params: {} } }
}

function presentChange(change: NamedChange, names: RecordNames): ChangeDetails {
  const { key, recordKind, population, operation, name, recordId, reason } = change
  const isCreated = operation === 'create'
  return {
    ...{ key, recordKind, population, operation, name, reason: { code: reason.code, params: { ...reason.params } } },
    personId: recordKind === 'person' ? recordId : null,
    fields: shownFields(change, names).filter((it) => !isCreated || it.after !== null),
  }
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
