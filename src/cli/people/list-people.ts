import { stringify } from 'csv-stringify/sync'
import { listPeople } from '../../directory/index.ts'
import { failed } from '../command.ts'
import { inNamedSchool } from '../find-named.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { withMuster } from '../with-muster.ts'
import type { PeopleOptions } from './options.ts'

/**
 * Writes the people of a school to standard output, names exactly as they are held. The columns are those that `muster match`
 * knows, so that the list can be matched against another file.
 */
export async function people({ school, format, data }: PeopleOptions, io: Io): Promise<ExitCode> {
  return withMuster(io, { data, applicationName: 'muster people' }, async ({ database }) => {
    const listed = await inNamedSchool(database, { typed: school, action: 'people.read' }, (tx) => listPeople(tx))
    if (!listed.ok) return failed(io, listed.failure)
    io.out(
      format === 'json'
        ? `${JSON.stringify(listed.value, null, 1)}\n`
        : stringify([...listed.value], { header: true, columns: COLUMNS, cast: { object: (it) => [it].flat().join('; ') } }),
    )
    return EXIT.done
  })
}

const COLUMNS = [
  'id',
  'role',
  'first_name',
  'middle_name',
  'last_name',
  'known_as',
  'known_as_last_name',
  'birth_date',
  'sex',
  'upn',
  'former_upn',
  'custom_id',
  'email',
  'username',
  'position',
  'user_type',
  'status',
  'year_group',
  'registration_class',
  'classes',
  'sync',
  'source_id',
]
