import type { Problem } from '../../../kernel/index.ts'
import type { Row } from '../../connector.ts'
import { type Standing, tellPerson } from '../person-desk.ts'
import { listOf } from '../values.ts'
import { USER_COLUMNS } from './columns.ts'
import type { Demographics } from './demographics.ts'
import type { RoleLedger } from './role-ledger.ts'
import { type FileTally, readSourcedFile, type SourcedReading } from './sourced-reading.ts'
import { type UserRow, type UserTable, userFields } from './user-fields.ts'

export interface UsersRead {
  readonly tally: FileTally
  /** Ids of all users that have a row. */
  readonly met: ReadonlySet<string>
}

/** Tells every user in each school of theirs. Roles come from the ledger, else from the user's own row. */
export async function readUsers(reading: SourcedReading, ledger: RoleLedger, demographics: Demographics): Promise<UsersRead> {
  const met = new Set<string>()
  const { format, today, grades, people, sink } = reading
  const hasYearGroupInRole = [...ledger.byUser.values()].some((entries) => entries.some((entry) => entry.yearGroup !== null))
  const tally = await readSourcedFile({
    reading,
    file: 'users',
    columns: USER_COLUMNS,
    start: (table) => ({
      row(row, hasEnded) {
        const sourceId = table.value(row, 'id')
        if (sourceId !== null) met.add(sourceId)
        const user: UserRow = { table, row, sourceId: sourceId ?? '', demographics, hasYearGroupInRole, today, format }
        const standings = standingsOf(table, row, ledger)
        tellPerson(people, {
          sourceId,
          place: table.placeOf(row),
          standings,
          hasEnded,
          fieldsAs(meaning, standing) {
            const read = userFields(user, meaning, standing)
            if (read.fields.yearGroup) grades.see(read.fields.yearGroup)
            return read
          },
        })
      },
      broken: (broken: Problem) => sink.rejected(null, broken),
    }),
  })
  return { tally, met }
}

function standingsOf(table: UserTable, row: Row, ledger: RoleLedger): readonly [Standing, ...Standing[]] {
  const primaryOrg = table.value(row, 'primaryOrg')
  const entries = ledger.byUser.get(table.value(row, 'id') ?? '') ?? []
  const [first, ...rest] = entries.map((entry) => ({ ...entry, organisation: entry.organisation ?? primaryOrg }))
  if (first) return [first, ...rest]
  const own = { role: table.value(row, 'role'), isPrimary: true, hasEnded: false, yearGroup: null }
  const [org = primaryOrg, ...others] = listOf(table.value(row, 'orgs'))
  return [{ ...own, organisation: org }, ...others.map((organisation) => ({ ...own, organisation }))]
}
