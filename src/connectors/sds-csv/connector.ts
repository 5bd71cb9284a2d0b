import { ok } from '../../kernel/index.ts'
import type { FileConnector, FileReadRequest, ReadSink } from '../connector.ts'
import {
  hasColumn,
  headerOf,
  monthFirstDate,
  type PackageFiles,
  packageFiles,
  readSchoolYears,
  readSourcedFiles,
  stemOf,
} from '../reading/index.ts'
import { hasUkHeaders, readV1, V1_FILES } from './read-v1.ts'
import { carriedByV1, carriedByV2 } from './what-it-carries.ts'

/** Microsoft School Data Sync CSV: v1 with its UK flavour, v2 and v2.1. */
export const sdsCsv: FileConnector = {
  id: 'sds-csv',
  title: 'Microsoft School Data Sync CSV',
  recognises: async (request) => (await looksLikeV1(request)) || (await looksLikeV2(request)),
  async read(request, sink) {
    const files = packageFiles(request, sink)
    return (await looksLikeV1(request)) ? readAsV1(request, files, sink) : readAsV2(request, files, sink)
  },
}

/** Files of guardians: read for their count only. */
const V1_NOT_OURS = ['User', 'GuardianRelationship']

const V2_FILES = ['orgs', 'users', 'roles', 'classes', 'enrollments', 'demographics']
const V2_NOT_OURS = ['academicSessions', 'courses', 'userFlags', 'relationships']

/** Types of organisations in v2 that teach people themselves; the others are above or inside them. */
const V2_SCHOOL_TYPES: ReadonlySet<string> = new Set(['school', 'college', 'university', 'adulteducation'])

async function readAsV1(request: FileReadRequest, files: PackageFiles, sink: ReadSink) {
  const read = await readV1(request, files, sink)
  if (!read.ok) return read
  await leaveOutTheRest(files, V1_FILES, V1_NOT_OURS)
  const isUk = await hasUkHeaders(files)
  return ok({ format: isUk ? 'sds-uk' : 'sds-v1', hasUsGrades: !isUk, carries: carriedByV1(read.value, files) })
}

async function readAsV2(request: FileReadRequest, files: PackageFiles, sink: ReadSink) {
  const format = { dateOf: monthFirstDate, schoolTypes: V2_SCHOOL_TYPES, isDelta: () => false }
  const read = await readSourcedFiles({ request, sink, files, format })
  if (!read.ok) return read
  const schoolYears = await readSchoolYears(files, monthFirstDate)
  await leaveOutTheRest(files, V2_FILES, V2_NOT_OURS)
  return ok({
    ...(schoolYears.length === 0 ? {} : { schoolYears }),
    format: files.has('roles') ? 'sds-v2.1' : 'sds-v2',
    hasUsGrades: read.value.looksUs,
    carries: carriedByV2(read.value, files),
  })
}

async function leaveOutTheRest(files: PackageFiles, ours: readonly string[], notOurs: readonly string[]): Promise<void> {
  for (const name of notOurs) await files.leaveOut(name)
  files.warnOfOthers([...ours, ...notOurs])
}

/** Two files of the six with their columns; a student extract alone belongs to the plain CSV connector. */
async function looksLikeV1(request: FileReadRequest): Promise<boolean> {
  let found = 0
  for (const file of request.files) {
    if (!V1_FILES.some((name) => name.toLowerCase() === stemOf(file.name))) continue
    const header = await headerOf(request, file)
    if (['SIS ID', 'DfE Number', 'School DfE Number', 'Section ID'].some((name) => hasColumn(header, name))) found += 1
  }
  return found >= 2
}

/** Users that refer by `sourcedId`, with organisations beside, or with Microsoft's columns in one file. */
async function looksLikeV2(request: FileReadRequest): Promise<boolean> {
  const names = new Set(request.files.map((file) => stemOf(file.name)))
  const users = request.files.find((file) => stemOf(file.name) === 'users')
  if (!users || names.has('manifest')) return false
  const header = await headerOf(request, users)
  if (!hasColumn(header, 'sourcedId') || ['status', 'dateLastModified', 'enabledUser'].some((name) => hasColumn(header, name))) return false
  return names.has('orgs') || names.has('roles') || hasColumn(header, 'orgSourcedIds')
}
