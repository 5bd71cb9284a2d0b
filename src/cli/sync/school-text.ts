import type { SchoolReport } from '../../runs/index.ts'
import { placeOf } from '../command.ts'

/** How many problems of a school are shown on a terminal. */
const PROBLEMS_SHOWN_MAX = 10

const HOLDS: Readonly<Record<SchoolReport['holds'][number]['code'], string>> = {
  leavers: 'would leave',
  joiners: 'would be new',
  identity_changes: 'would change their name, birth date, UPN or e-mail',
  other_updates: 'would change',
  group_emptied: 'would lose everybody',
  kind_emptied: 'would all leave',
  kind_changed: 'would turn from pupil to staff or back',
  ids_rekeyed: 'would leave and join again under another id',
  protected_person: 'are protected, and would leave or change their name, birth date, UPN or e-mail',
}

/** What a sync did for one school, for a reader at a terminal. */
export function schoolText(report: SchoolReport): string {
  const { school, rows, changes, statuses } = report
  const lines = [
    `${school.name} (${school.externalId}): ${stateText(report)}`,
    `  rows     ${rows.read} read = ${rows.used} used + ${rows.leftOut} left out + ${rows.rejected} rejected`,
    `  leaving  ${report.absence === 'proven' ? 'proven: who is not in the source has left' : `not proven: ${report.absence.slice('not_proven: '.length)}`}`,
  ]
  if (changes) {
    const { created, linked, updated, desynced, unchanged } = changes
    lines.push(`  people   ${created} created, ${linked} linked, ${updated} updated, ${desynced} desynced, ${unchanged} unchanged`)
  }
  for (const [name, counts] of Object.entries(statuses ?? {})) {
    const some = Object.entries(counts).flatMap(([status, count]) => (count > 0 ? [`${count} ${status.replace('_', ' ')}`] : []))
    if (some.length > 0) lines.push(`  ${name.padEnd(8)} ${some.join(', ')}`)
  }
  for (const { code, count, linked, name, population } of report.holds)
    lines.push(`  HELD     ${name === undefined ? `${count} of ${linked} (${population})` : `${name} (${count})`} ${HOLDS[code]}`)
  for (const { run, plan, changes: count } of report.held)
    if (run !== null) lines.push(`           to let ${count} changes go on: muster approve ${run} --plan ${plan}`)
  if (report.failure !== null) lines.push(`  FAILED   ${report.failure.cure}`)
  for (const it of report.problems.slice(0, PROBLEMS_SHOWN_MAX)) lines.push(`  problem  ${placeOf(it)}${it.cure}`)
  const more = report.problemCount - Math.min(report.problems.length, PROBLEMS_SHOWN_MAX)
  if (more > 0) lines.push(`           … and ${more} more (--report FILE.csv has all)`)
  return `${lines.join('\n')}\n`
}

function stateText({ state, run, changes, holds }: SchoolReport): string {
  if (run === null) return 'looked at, nothing changed (dry run)'
  if (state === 'applied') {
    const isNothing = changes && changes.created + changes.linked + changes.updated + changes.desynced === 0
    if (holds.length > 0) return isNothing ? `held, nothing changed yet (run ${run})` : `applied, but for what is held (run ${run})`
    return isNothing ? `in step (run ${run})` : `applied (run ${run})`
  }
  if (state === 'discarded') return `replaced by a newer sync of the same school, which has the last word (run ${run})`
  return `${state} (run ${run})`
}
