import type { Carried, ReadSummary } from '../connector.ts'
import { type Dangling, type PackageFiles, type SourcedPackage, whyReferencesDangle } from '../reading/index.ts'
import type { V1File, V1Package } from './read-v1.ts'

/*
 * Microsoft asks for the same full set of files each time and takes what is not in it as ended. A set that lacks a file is not
 * taken as full here: its people are read, and nobody is taken for a leaver.
 */

const ABSENT: Carried = { extent: 'absent' }
const WHOLE: Carried = { extent: 'whole' }

/** v1: people need School, Student and Teacher; memberships need both of their files. */
export function carriedByV1({ rows, schoolsNotDescribed }: V1Package, files: PackageFiles): ReadSummary['carries'] {
  const of = extents(files, (name: V1File) => rows[name])
  const [first, second] = files.has('StudentEnrollment')
    ? (['StudentEnrollment', 'TeacherRoster'] as const)
    : (['TeacherRoster', 'StudentEnrollment'] as const)
  const dangling = { roles: 0, details: 0, schools: schoolsNotDescribed }
  return {
    pupil: unlessDangling(of('Student', ['School', 'Teacher']), dangling),
    staff: unlessDangling(of('Teacher', ['School', 'Student']), dangling),
    class: of('Section', ['School']),
    // without one of the two files, the memberships of pupils or of teachers would seem to have ended
    enrolment: certainly(of(first, [second])),
  }
}

/** v2 and v2.1: people need orgs, users and (2.1) roles; classes and memberships come together. */
export function carriedByV2({ tallies, dangling }: SourcedPackage, files: PackageFiles): ReadSummary['carries'] {
  const of = extents(files, (name: keyof typeof tallies) => (tallies[name].state === 'read' ? tallies[name].rows : null))
  const people = unlessDangling(of('users', files.has('roles') ? ['orgs', 'roles'] : ['orgs']), dangling)
  return { pupil: people, staff: people, class: of('classes', ['enrollments']), enrolment: certainly(of('enrollments', ['classes'])) }
}

/** How much a file carries that needs others beside it; `rowsOf` null: it cannot be read. */
function extents<Name extends string>(files: PackageFiles, rowsOf: (name: Name) => number | null) {
  return (file: Name, needed: readonly Name[]): Carried => {
    if (!files.has(file)) return ABSENT
    const rows = rowsOf(file)
    if (rows === null) return { extent: 'part', why: `${files.fileNameOf(file)} cannot be read`, isCertain: true }
    if (rows === 0) return { extent: 'part', why: `${files.fileNameOf(file)} has no rows`, isCertain: true }
    const missing = needed.find((name) => !files.has(name) || !rowsOf(name))
    if (missing === undefined) return WHOLE
    const name = files.fileNameOf(missing)
    if (!files.has(missing)) return { extent: 'part', why: `${name} is missing` }
    return { extent: 'part', why: rowsOf(missing) === null ? `${name} cannot be read` : `${name} has no rows` }
  }
}

function unlessDangling(carried: Carried, dangling: Dangling): Carried {
  const why = whyReferencesDangle(dangling)
  return carried.extent === 'whole' && why !== null ? { extent: 'part', why } : carried
}

function certainly(carried: Carried): Carried {
  return carried.extent === 'part' ? { ...carried, isCertain: true } : carried
}
