import type { ReviewRow } from '../review/index.ts'
import type { Change, Operation, Population } from './plan.ts'

/** What a run does to people, in numbers: each person counts once (S-137, S-146). */
export interface ChangeCounts {
  readonly created: number
  readonly updated: number
  readonly linked: number
  readonly desynced: number
  readonly unchanged: number
}

/** One line of the summary before a save. */
export interface SummaryLine {
  readonly population: Population
  readonly operation: Operation
  readonly count: number
}

/** @param rows the rows the changes were planned from; synced people without a change are unchanged */
export function countChanges(changes: readonly Change[], rows: readonly ReviewRow[]): ChangeCounts {
  const people = changes.filter((it) => it.recordKind === 'person')
  const count = (operation: Operation): number => people.filter((it) => it.operation === operation).length
  const changed = new Set(people.map((it) => it.recordId))
  const unchanged = rows.filter((it) => it.status === 'synced' && it.setAside === null && !changed.has(it.personId)).length
  return { created: count('create'), updated: count('update'), linked: count('link'), desynced: count('desync'), unchanged }
}

/** The lines of a plan's summary, in the order in which a reader cares: people first. */
export function summarise(changes: readonly Change[]): readonly SummaryLine[] {
  const lines = new Map<string, SummaryLine>()
  for (const { population, operation } of changes) {
    const name = `${population} ${operation}`
    lines.set(name, { population, operation, count: (lines.get(name)?.count ?? 0) + 1 })
  }
  const order: readonly Population[] = ['pupil', 'staff', 'class', 'year_group']
  return [...lines.values()].sort(
    (a, b) => order.indexOf(a.population) - order.indexOf(b.population) || (a.operation < b.operation ? -1 : 1),
  )
}
