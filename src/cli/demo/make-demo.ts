import { ACADEMIC_YEAR, generateSet } from '../../../fixtures/index.ts'
import { type PlacedPart, placeSchools, readFiles } from '../../runs/index.ts'
import type { SourceFile } from '../../tables/index.ts'
import { commandActor, runContext } from '../actor.ts'
import { failed } from '../command.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { filesOf } from '../made-up/files-of.ts'
import { carryOut } from '../sync/carry-out.ts'
import { schoolText } from '../sync/school-text.ts'
import { withMuster } from '../with-muster.ts'
import type { DemoOptions } from './options.ts'

/** How many pupils the made-up school has: enough to look real, few enough to be read. */
const PUPILS = 240

/** Invents a school and carries it through a first sync. Made up each time in the same way: doing it again changes nothing. */
export async function makeDemo({ grades, data }: DemoOptions, io: Io): Promise<ExitCode> {
  return withMuster(io, { data, applicationName: 'muster demo' }, async ({ database }) => {
    const read = await readFiles({
      files: inventedFiles(grades),
      map: null,
      declared: 'as_read',
      fileSchool: { externalId: 'DEMO', name: null },
      now: new Date(),
    })
    if (!read.ok) return failed(io, read.failure)
    const placed = (await placeSchools(database, read.value.schools, grades === 'us' ? 'en-US' : 'en-GB')).map((it) => madeUp(it, grades))
    const options = { importNewStaff: true, importNewPupils: true, acceptMayMatch: null, applyWhenReady: true }
    const request = { actor: commandActor(), connectionName: 'file', options, context: runContext(database.server.key) }
    const outcome = await carryOut(database, placed, { request, io, isDryRun: false, runsElsewhere: false })
    for (const report of outcome.reports) io.out(schoolText(report))
    io.out(`\nEverybody in it is made up. Look at them: muster people --school ${placed[0]?.school.externalId}\n`)
    return outcome.failures.length === 0 ? EXIT.done : failed(io, outcome.failures)
  })
}

function inventedFiles(grades: 'uk' | 'us'): readonly SourceFile[] {
  const set = {
    schools: 1,
    pupils: PUPILS,
    seed: `demo ${grades}`,
    year: 1,
    country: grades,
    academicYear: ACADEMIC_YEAR,
    format: 'oneroster-1.1',
    damage: 0,
  } as const
  const texts = new Map<string, string>()
  for (const { file, text } of generateSet(set)) if (file !== 'truth.csv') texts.set(file, (texts.get(file) ?? '') + text)
  return filesOf(new Map([...texts].map(([name, text]) => [name, Buffer.from(text, 'utf8')])))
}

/** The school says of itself that it is made up, and carries an id that no real file has. */
function madeUp({ part, school }: PlacedPart, grades: 'uk' | 'us'): PlacedPart {
  const externalId = `made-up-${grades}`
  return 'id' in school && school.isMadeUp
    ? { part, school }
    : { part: { ...part, externalId }, school: { externalId, name: school.name, vocabulary: school.vocabulary, isMadeUp: true } }
}
