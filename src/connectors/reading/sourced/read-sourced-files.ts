import { fail, ok, type Problem, type Result } from '../../../kernel/index.ts'
import type { FileReadRequest, ReadSink } from '../../connector.ts'
import { classDesk } from '../class-desk.ts'
import { hasColumn } from '../file-table.ts'
import { gradeLook } from '../grade-look.ts'
import type { PackageFiles } from '../package-files.ts'
import { closePersonDesk, personDesk } from '../person-desk.ts'
import { closeSchoolBook, onlySchool, schoolBook } from '../school-book.ts'
import { USER_COLUMNS } from './columns.ts'
import type { Dangling } from './dangling.ts'
import { readDemographics, settleDemographics } from './demographics.ts'
import { readClasses } from './read-classes.ts'
import { readEnrolments } from './read-enrolments.ts'
import { readOrgs } from './read-orgs.ts'
import { readUsers } from './read-users.ts'
import { readRoles, settleRoles } from './role-ledger.ts'
import { type FileTally, SOURCED_FILES, type SourcedFile, type SourcedFormat, type SourcedReading } from './sourced-reading.ts'

/** The columns of the file of people that say where somebody belongs. */
const USER_ORG_COLUMNS = [...USER_COLUMNS.optional.orgs, ...USER_COLUMNS.optional.primaryOrg]

/** What a package of files turned out to hold. */
export interface SourcedPackage {
  readonly tallies: Readonly<Record<Exclude<SourcedFile, 'demographics'>, FileTally>>
  /** References that do not close: then the package is not known to be complete. */
  readonly dangling: Dangling
  /** Its year groups look like US grades (D33). */
  readonly looksUs: boolean
}

/**
 * Reads the files of a package in the order in which they need each other; only compact maps are held, memberships stream.
 * Fails when the file of people cannot be read.
 */
export async function readSourcedFiles(it: {
  readonly request: FileReadRequest
  readonly sink: ReadSink
  readonly files: PackageFiles
  readonly format: SourcedFormat
}): Promise<Result<SourcedPackage, Problem>> {
  const { sink, files, format } = it
  const holdsChanges = SOURCED_FILES.some((name) => format.isDelta(name))
  const schools = schoolBook(sink, holdsChanges)
  const people = personDesk(sink, schools, { holdsChanges: format.isDelta('users') })
  const grades = gradeLook()
  const reading: SourcedReading = { files, sink, format, schools, people, grades, today: it.request.now.toISOString().slice(0, 10) }

  const unreadable = await files.whyUnreadable('users', USER_COLUMNS)
  if (unreadable !== null) return fail(unreadable)
  const orgs = await readOrgs(reading)
  const ledger = await readRoles(reading)
  const usersHeader = await files.header('users')
  const namesSchools = ledger.tally.state === 'read' || USER_ORG_COLUMNS.some((name) => hasColumn(usersHeader, name))
  schools.isNameless = files.has('users') && !namesSchools && onlySchool(schools) === null
  const desk = classDesk(sink)
  const classes = await readClasses(reading, desk)
  const demographics = await readDemographics(reading)
  const users = await readUsers(reading, ledger, demographics)
  const rolesOfNobody = settleRoles(reading, ledger, users.met)
  const detailsOfNobody = settleDemographics(reading, demographics, users.met)
  const enrollments = await readEnrolments(reading, desk)
  closePersonDesk(people)
  closeSchoolBook(schools)
  const tallies = { orgs, roles: ledger.tally, users: users.tally, classes, enrollments }
  const dangling = { roles: rolesOfNobody, details: detailsOfNobody, schools: schools.undescribed.size }
  return ok({ tallies, dangling, looksUs: grades.isUs() })
}
