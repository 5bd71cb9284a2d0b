import { ok, problem } from '../../kernel/index.ts'
import type { FileConnector, FileReadRequest, SourceFile } from '../connector.ts'
import {
  hasColumn,
  headerOf,
  isoDate,
  type PackageFiles,
  packageFiles,
  readSchoolYears,
  readSourcedFiles,
  stemOf,
} from '../reading/index.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { carriedBy, warnOfManifest } from './what-it-carries.ts'

/** OneRoster 1.0, 1.1 and 1.2 CSV packages (1EdTech CSV binding), and a file of OneRoster users alone. */
export const oneRosterCsv: FileConnector = {
  id: 'oneroster-csv',
  title: 'OneRoster CSV',
  recognises,
  async read(request, sink) {
    const files = packageFiles(request, sink, await loneUsersFile(request))
    const manifest = await readManifest(files, sink)
    const format = {
      dateOf: isoDate,
      schoolTypes: new Set(['school']),
      isDelta: (file: string) => manifest?.modes.get(file.toLowerCase()) === 'delta',
    }
    const read = await readSourcedFiles({ request, sink, files, format })
    if (!read.ok) return read
    const schoolYears = await readSchoolYears(files, isoDate)
    await leaveOutTheRest(files)
    const all = { ...read.value, manifest, files }
    warnOfManifest(all, sink)
    if (manifest !== null && saysNothing(manifest, files))
      sink.warning(null, problem('package.no_changes', { file: files.fileNameOf('manifest') }))
    const years = schoolYears.length === 0 ? {} : { schoolYears }
    return ok({ format: `oneroster-${versionOf(manifest, files)}`, hasUsGrades: read.value.looksUs, ...years, carries: carriedBy(all) })
  },
}

/** Files with records that we keep. */
const OURS = ['manifest', 'orgs', 'users', 'roles', 'demographics', 'classes', 'enrollments']

/** The other files of the format: read for their count only. */
const NOT_OURS = [
  ...['academicSessions', 'categories', 'classResources', 'courseResources', 'courses', 'lineItemLearningObjectiveIds', 'lineItems'],
  ...['lineItemScoreScales', 'resources', 'resultLearningObjectiveIds', 'results', 'resultScoreScales', 'scoreScales', 'userProfiles'],
  'userResources',
]

async function leaveOutTheRest(files: PackageFiles): Promise<void> {
  for (const name of NOT_OURS) await files.leaveOut(name)
  files.warnOfOthers([...OURS, ...NOT_OURS].filter((name) => files.has(name)))
}

/** Only a manifest, and it announces nothing: that is how a package says "no changes". */
function saysNothing({ modes }: Manifest, files: PackageFiles): boolean {
  const others = [...OURS, ...NOT_OURS].filter((name) => name !== 'manifest')
  return !others.some((name) => files.has(name)) && [...modes.values()].every((mode) => mode === 'absent')
}

function versionOf(manifest: Manifest | null, files: PackageFiles): string {
  return manifest?.version ?? (files.has('roles') ? '1.2' : manifest ? '1.1' : '1.0')
}

/** Columns that OneRoster has on every record, or on every user, and Microsoft's files of the same names have not. */
const TELLTALES = ['status', 'dateLastModified', 'enabledUser']

async function recognises(request: FileReadRequest): Promise<boolean> {
  const files = new Map(request.files.map((file) => [stemOf(file.name), file]))
  const manifest = files.get('manifest')
  if (manifest && hasColumn(await headerOf(request, manifest), 'propertyName')) return true
  const users = files.get('users')
  if (users) return isOneRoster(await headerOf(request, users))
  for (const name of OURS) {
    const file = files.get(name)
    if (file && isOneRoster(await headerOf(request, file))) return true
  }
  return 'users' in (await loneUsersFile(request))
}

function isOneRoster(header: readonly string[]): boolean {
  return hasColumn(header, 'sourcedId') && TELLTALES.some((name) => hasColumn(header, name))
}

/** A file alone, whatever its name, that has the columns of OneRoster users. With a map of columns it is a plain CSV file. */
async function loneUsersFile(request: FileReadRequest): Promise<Readonly<Record<string, SourceFile>>> {
  const [only, second] = request.files
  if (!only || second || request.map !== null) return {}
  const header = await headerOf(request, only)
  const isUsers = isOneRoster(header) && ['givenName', 'familyName'].every((name) => hasColumn(header, name))
  return isUsers ? { users: only } : {}
}
