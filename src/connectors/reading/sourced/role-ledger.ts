import { problem } from '../../../kernel/index.ts'
import { KNOWN_ROLES, readRole } from '../../../roster/index.ts'
import type { Place, Row } from '../../connector.ts'
import type { FileTable } from '../file-table.ts'
import type { Standing } from '../person-desk.ts'
import { booleanOf, listOf } from '../values.ts'
import { ROLE_COLUMNS } from './columns.ts'
import { type FileTally, readSourcedFile, type SourcedReading } from './sourced-reading.ts'

/** The roles of a package's people, by user (`roles.csv`). */
export interface RoleLedger {
  readonly tally: FileTally
  readonly byUser: ReadonlyMap<string, readonly RoleEntry[]>
}

export interface RoleEntry extends Standing {
  readonly place: Place
  /** The row has been told to the sink already. */
  readonly isTold: boolean
}

/** Reads who is what where. Rows whose outcome hangs on their user are told by `settleRoles`. */
export async function readRoles(reading: SourcedReading): Promise<RoleLedger> {
  const byUser = new Map<string, RoleEntry[]>()
  const { sink } = reading
  const tally = await readSourcedFile({
    reading,
    file: 'roles',
    columns: ROLE_COLUMNS,
    start: (table) => ({
      row(row, hasEnded) {
        const user = table.value(row, 'user')
        const place = table.placeOf(row)
        if (user === null) return sink.otherRejected(null, table.file, problem('person.role_without_person', place), null)
        const entries = byUser.get(user)
        const entry = tellEarly(reading, entryOf({ table, row, hasEnded, reading }))
        if (entries) entries.push(entry)
        else byUser.set(user, [entry])
      },
      broken: (broken) => sink.otherRejected(null, table.file, broken, null),
    }),
  })
  return { tally, byUser }
}

type RoleTable = FileTable<'role' | 'roleType' | 'isPrimary' | 'org' | 'endDate' | 'grade'>

function entryOf(it: { table: RoleTable; row: Row; hasEnded: boolean; reading: SourcedReading }): RoleEntry {
  const { table, row, reading } = it
  const endDate = reading.format.dateOf(table.value(row, 'endDate') ?? '')
  const isPrimary = table.value(row, 'roleType')?.toLowerCase() === 'primary' || booleanOf(table.value(row, 'isPrimary') ?? '') === true
  return {
    organisation: table.value(row, 'org'),
    role: table.value(row, 'role'),
    isPrimary,
    // the end is exclusive: on that day the role is over
    hasEnded: it.hasEnded || (endDate !== null && endDate <= reading.today),
    endsOn: endDate,
    yearGroup: listOf(table.value(row, 'grade'))[0] ?? null,
    place: table.placeOf(row),
    isTold: false,
  }
}

/** Rows that are what they are whoever their user is: roles that ended, and roles nobody knows. */
function tellEarly({ sink }: SourcedReading, entry: RoleEntry): RoleEntry {
  const { role, place } = entry
  if (role !== null && readRole(role) !== null) {
    if (entry.hasEnded) sink.otherRow(place.file, 'leftOut')
    return { ...entry, isTold: entry.hasEnded }
  }
  const at = { ...place, column: 'role', value: role }
  const unknown =
    role === null ? problem('person.without_role', at) : problem('person.value_not_listed', { ...at, params: { allowed: KNOWN_ROLES } })
  sink.otherRejected(null, place.file, unknown, null)
  return { ...entry, isTold: true }
}

/** Tells the rows of roles once it is known who is in the package. Resolves to how many are of nobody. */
export function settleRoles(reading: SourcedReading, ledger: RoleLedger, met: ReadonlySet<string>): number {
  const isDelta = reading.format.isDelta('roles') || reading.format.isDelta('users') || ledger.tally.ended > 0
  const ofNobody: RoleEntry[] = []
  for (const [user, entries] of ledger.byUser) {
    if (!met.has(user)) ofNobody.push(...entries)
    for (const { place, role } of entries.filter((entry) => !entry.isTold)) {
      const isOurs = readRole(role ?? '')?.kind !== 'other'
      if (met.has(user) || isDelta) reading.sink.otherRow(place.file, met.has(user) && isOurs ? 'used' : 'leftOut')
      else {
        const withoutPerson = problem('person.role_without_person', { ...place, column: 'userSourcedId', value: user })
        reading.sink.otherRejected(null, place.file, withoutPerson, null)
      }
    }
  }
  const [first] = ofNobody
  if (isDelta && first)
    reading.sink.warning(null, problem('package.change_not_applied', { ...first.place, params: { count: ofNobody.length } }))
  return isDelta ? 0 : ofNobody.filter(({ isTold }) => !isTold).length
}
