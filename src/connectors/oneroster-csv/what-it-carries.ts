import { problem } from '../../kernel/index.ts'
import type { Carried, ReadSink, ReadSummary } from '../connector.ts'
import { type FileTally, type PackageFiles, type SourcedFile, type SourcedPackage, whyReferencesDangle } from '../reading/index.ts'
import type { Manifest } from './manifest.ts'

interface Read extends SourcedPackage {
  readonly manifest: Manifest | null
  readonly files: PackageFiles
}

type Tallied = Exclude<SourcedFile, 'demographics'>

/** The seven files of OneRoster 1.0, which has no manifest: together they are a whole package. */
const SEVEN = ['academicSessions', 'classes', 'courses', 'demographics', 'enrollments', 'orgs', 'users'] as const

/** Which kinds of records the package holds all of. */
export function carriedBy(read: Read): ReadSummary['carries'] {
  const people = extentOfPeople(read)
  return { pupil: people, staff: people, class: extentOf(read, 'classes'), enrolment: extentOf(read, 'enrollments') }
}

function extentOfPeople(read: Read): Carried {
  const users = extentOf(read, 'users')
  if (users.extent !== 'whole') return users
  const why = whyReferencesDangle(read.dangling)
  if (why !== null) return { extent: 'part', why }
  const roles = extentOf(read, 'roles')
  return roles.extent === 'part' ? roles : users
}

function extentOf({ manifest, files, tallies }: Read, file: Tallied): Carried {
  const tally = tallies[file]
  const name = files.fileNameOf(file)
  const mode = manifest?.modes.get(file.toLowerCase()) ?? 'absent'
  if (tally.state === 'absent')
    return mode === 'absent' ? { extent: 'absent' } : certainlyPart(`${name} is announced by the manifest but missing`)
  if (tally.state === 'unreadable') return certainlyPart(`${name} cannot be read`)
  if (mode === 'delta') return certainlyPart(`${name} holds changes only`)
  if (tally.ended > 0) return certainlyPart(`${name} marks records as deleted, as a file of changes does`)
  if (tally.rows === 0) return certainlyPart(`${name} has no rows`)
  if (manifest === null && !hasSeven(files)) return { extent: 'part', why: 'there is no manifest.csv and not all seven files are there' }
  return manifest === null || mode === 'bulk' ? { extent: 'whole' } : { extent: 'part', why: `the manifest does not announce ${name}` }
}

function certainlyPart(why: string): Carried {
  return { extent: 'part', why, isCertain: true }
}

function hasSeven(files: PackageFiles): boolean {
  return SEVEN.every((name) => files.has(name))
}

/** Says where the manifest and the files do not agree, and that a package of changes is one. */
export function warnOfManifest({ manifest, files, tallies }: Read, sink: ReadSink): void {
  if (manifest === null) return
  const file = files.fileNameOf('manifest')
  const names = (those: readonly string[]) => those.map((each) => files.fileNameOf(each)).join(', ')
  const warn = (code: 'package.bulk_with_deletions' | 'package.bulk_with_status' | 'package.delta', those: readonly string[]) => {
    if (those.length > 0) sink.warning(null, problem(code, { file, params: { files: names(those) } }))
  }
  const bulk = entriesOf(tallies).filter(([name]) => manifest.modes.get(name.toLowerCase()) === 'bulk')
  const withStamps = bulk.filter(([, tally]) => tally.hasStamps)
  warn('package.delta', namesWithMode(manifest, 'delta', files))
  warn(
    'package.bulk_with_deletions',
    withStamps.filter(([, tally]) => tally.ended > 0).map(([name]) => name),
  )
  warn(
    'package.bulk_with_status',
    withStamps.filter(([, tally]) => tally.ended === 0).map(([name]) => name),
  )
  for (const name of [...manifest.modes.keys()]) {
    if (manifest.modes.get(name) !== 'absent' && !files.has(name))
      sink.warning(null, problem('package.file_missing', { file: files.fileNameOf(name) }))
  }
  for (const [name, tally] of entriesOf(tallies)) {
    const isAnnounced = ['bulk', 'delta'].includes(manifest.modes.get(name.toLowerCase()) ?? 'absent')
    if (tally.state === 'read' && !isAnnounced) sink.warning(null, problem('package.file_not_announced', { file: files.fileNameOf(name) }))
  }
}

function namesWithMode(manifest: Manifest, mode: string, files: PackageFiles): readonly string[] {
  return [...manifest.modes].flatMap(([name, its]) => (its === mode && files.has(name) ? [name] : []))
}

function entriesOf(tallies: SourcedPackage['tallies']): [Tallied, FileTally][] {
  // safe: the keys of the record are the names it is typed with
  return Object.entries(tallies) as [Tallied, FileTally][]
}
