import type { Carried, ReadSummary } from '../connector.ts'
import type { FileTally, PackageFiles, SourcedPackage } from '../reading/index.ts'
import type { V1Rows } from './read-v1.ts'

/*
 * Microsoft asks for the same full set of files each time and takes what is not in it as ended. A set that lacks a file is not
 * taken as full here: its people are read, and nobody is taken for a leaver.
 */

const ABSENT: Carried = { extent: 'absent' }
const WHOLE: Carried = { extent: 'whole' }

/** v1: people need School, Student and Teacher; memberships need both of their files. */
export function carriedByV1(rows: V1Rows, files: PackageFiles): ReadSummary['carries'] {
  const of = (file: keyof V1Rows, ...needed: readonly (keyof V1Rows)[]): Carried => {
    if (!files.has(file)) return ABSENT
    const [why] = [file, ...needed].flatMap((name) => whyIncomplete(name, rows[name], files))
    return why === undefined ? WHOLE : { extent: 'part', why }
  }
  const enrolment = files.has('StudentEnrollment') ? of('StudentEnrollment', 'TeacherRoster') : of('TeacherRoster', 'StudentEnrollment')
  return {
    pupil: of('Student', 'School', 'Teacher'),
    staff: of('Teacher', 'School', 'Student'),
    class: of('Section', 'School'),
    enrolment,
  }
}

function whyIncomplete(name: string, rows: number | null, files: PackageFiles): readonly string[] {
  if (!files.has(name)) return [`${files.fileNameOf(name)} is missing`]
  if (rows === null) return [`${files.fileNameOf(name)} cannot be read`]
  return rows === 0 ? [`${files.fileNameOf(name)} has no rows`] : []
}

/** v2 and v2.1: people need orgs, users and (2.1) roles; classes and memberships come together. */
export function carriedByV2({ tallies, rolesOfNobody }: SourcedPackage, files: PackageFiles): ReadSummary['carries'] {
  const rowsOf = (tally: FileTally) => (tally.state === 'read' ? tally.rows : null)
  const of = (file: keyof typeof tallies, ...needed: readonly (keyof typeof tallies)[]): Carried => {
    if (!files.has(file)) return ABSENT
    const [why] = [file, ...needed].flatMap((name) => whyIncomplete(name, rowsOf(tallies[name]), files))
    return why === undefined ? WHOLE : { extent: 'part', why }
  }
  const users = files.has('roles') ? of('users', 'orgs', 'roles') : of('users', 'orgs')
  const why = `${files.fileNameOf('roles')} names people who are not in ${files.fileNameOf('users')} (${rolesOfNobody} rows)`
  const people: Carried = users.extent === 'whole' && rolesOfNobody > 0 ? { extent: 'part', why } : users
  return { pupil: people, staff: people, class: of('classes', 'enrollments'), enrolment: of('enrollments', 'classes') }
}
