import type { Database } from '../../db/index.ts'
import type { Problem } from '../../kernel/index.ts'
import { fileSchool, onlySchool, placeSchools, readFiles, type SyncRequest } from '../../runs/index.ts'
import { openSource, type Source } from '../../tables/index.ts'
import { commandActor, runContext } from '../actor.ts'
import type { ExitCode, Io } from '../io.ts'
import { progressOf } from '../progress.ts'
import { type Muster, withMuster } from '../with-muster.ts'
import { carryOut } from './carry-out.ts'
import type { SyncOptions } from './options.ts'
import { readMap } from './read-map.ts'
import { tellOutcome, tellRefusal } from './tell.ts'
import { whyUnwritable } from './write-report.ts'

/** Reads a source and carries every school of it as far as it goes without a person. */
export async function sync(options: SyncOptions, io: Io): Promise<ExitCode> {
  const map = await readMap(options.map)
  if (!map.ok) return tellRefusal(map.failure, { io, options })
  const unwritable = await whyUnwritable(options.report)
  if (unwritable !== null) return tellRefusal(unwritable, { io, options })
  const source = await openSource(options.source)
  if (!source.ok) return tellRefusal(source.failure, { io, options })
  try {
    return await withMuster(io, { data: options.data, applicationName: 'muster sync' }, async (muster) => {
      const read = await readSource(source.value, map.value, { options, io, database: muster.database })
      if (!read.ok) return tellRefusal(read.failure, { io, options })
      const vocabulary = options.grades === undefined ? null : options.grades === 'us' ? 'en-US' : 'en-GB'
      const placed = await placeSchools(muster.database, read.value.schools, vocabulary)
      const outcome = await carryOut(muster.database, placed, {
        request: requestOf(options, muster),
        io,
        isDryRun: options.dryRun === true,
        runsElsewhere: muster.settings.databaseUrl !== null,
      })
      return tellOutcome({ ...outcome, noSchool: read.value.noSchool }, { io, options, muster })
    })
  } finally {
    source.value.close()
  }
}

interface Reading {
  readonly options: SyncOptions
  readonly io: Io
  readonly database: Database
}

async function readSource(
  source: Source,
  map: Readonly<Record<string, string>> | null,
  { options, io, database }: Reading,
): ReturnType<typeof readFiles> {
  const step = await progressOf(io).step(`Reading ${source.name}`)
  const named = await fileSchool(database, options.school, source.name)
  const declared = options.full ? 'full' : options.partial ? 'partial' : 'as_read'
  const read = await readFiles({ files: source.files, map, declared, fileSchool: named, now: new Date() })
  if (!read.ok) return read
  const notes: readonly Problem[] = source.problems
  const all = { ...read.value, noSchool: { ...read.value.noSchool, problems: [...notes, ...read.value.noSchool.problems] } }
  const people = all.schools.reduce((sum, it) => sum + it.summary.people.read, all.noSchool.rows.read)
  step.done(`${people.toLocaleString('en-GB')} rows of people in ${all.schools.length} ${all.schools.length === 1 ? 'school' : 'schools'}`)
  return options.school === undefined ? { ok: true, value: all } : onlySchool(all, named.externalId)
}

function requestOf(options: SyncOptions, { database, settings }: Muster): SyncRequest {
  const importNone = options.importNone === true
  return {
    actor: commandActor(),
    connectionName: options.connection,
    context: runContext(database.server.key, settings.mail !== null),
    options: {
      importNewStaff: importNone ? false : options.importStaff === true ? true : null,
      importNewPupils: importNone ? false : null,
      acceptMayMatch: options.acceptMayMatch === true ? true : null,
      applyWhenReady: true,
    },
  }
}
