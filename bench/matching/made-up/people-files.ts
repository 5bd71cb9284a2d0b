import fs from 'node:fs'
import path from 'node:path'
import nicknameLists from '../../../fixtures/names/nicknames.json' with { type: 'json' }
import { keyOf, mix32, type Random, randomFor } from '../../../fixtures/random.ts'
import { inventSchool, type Pupil } from './invent-school.ts'
import { withOneSlip } from './slips.ts'

export interface PeopleSize {
  /** On each side. */
  readonly people: number
  readonly schoolSize: number
}

/** Who is on both sides, and whose source record has something wrong in it. */
const OVERLAP = 0.9
const DAMAGED = 0.05
const SEED = 'muster matching 1'
/** Counts up when the same size begins to give other files. */
const VERSION = 2
const HEADER = 'id,school,first_name,last_name,birth_date,sex\n'
/** Written at a time. A million rows in one text would be near the longest text that Node can hold. */
const ROWS_AT_A_TIME = 20_000

/**
 * Writes `directory.csv`, `source.csv`, `truth.csv` and `nicknames.csv` into a folder of that size's own, unless they
 * are there. The same size always gives the same files. The rows are shuffled: no engine may live on their order.
 */
export function peopleFolder(root: string, size: PeopleSize): string {
  const folder = path.join(root, `${size.people}-in-schools-of-${size.schoolSize}`)
  const done = path.join(folder, 'complete')
  const stamp = JSON.stringify({ ...size, SEED, OVERLAP, DAMAGED, version: VERSION })
  if (fs.existsSync(done) && fs.readFileSync(done, 'utf8') === stamp) return folder
  fs.mkdirSync(folder, { recursive: true })
  const { directory, source, truth } = invent(size)
  const random = randomFor(SEED, 'order')
  writeRows(path.join(folder, 'directory.csv'), HEADER, random.shuffled(directory))
  writeRows(path.join(folder, 'source.csv'), HEADER, random.shuffled(source))
  writeRows(path.join(folder, 'truth.csv'), 'directory_id,source_id\n', random.shuffled(truth))
  writeRows(path.join(folder, 'nicknames.csv'), 'name,nickname\n', nicknameRows())
  fs.writeFileSync(done, stamp)
  return folder
}

interface Rows {
  readonly directory: string[]
  readonly source: string[]
  readonly truth: string[]
}

function invent({ people, schoolSize }: PeopleSize): Rows {
  const rows: Rows = { directory: [], source: [], truth: [] }
  const both = Math.round(schoolSize * OVERLAP)
  for (let school = 0; school < Math.ceil(people / schoolSize); school++) {
    const random = randomFor(SEED, 'school', school)
    const pupils = random.shuffled(inventSchool(random, 2 * schoolSize - both))
    for (const [place, pupil] of pupils.entries()) {
      const number = school * 2 * schoolSize + place
      if (place < schoolSize) rows.directory.push(row(directoryId(number), school, pupil))
      const isInSource = place < both || place >= schoolSize
      if (isInSource) rows.source.push(row(sourceId(number), school, inSource(random, pupil)))
      if (place < both) rows.truth.push(`${directoryId(number)},${sourceId(number)}\n`)
    }
  }
  return rows
}

function inSource(random: Random, pupil: Pupil): Pupil {
  return random.chance(DAMAGED) ? withOneSlip(random, pupil) : pupil
}

const DIRECTORY_KEY = keyOf(SEED, 'directory')
const SOURCE_KEY = keyOf(SEED, 'source')

/** Both ids come from one number, and neither tells the other. */
function directoryId(number: number): string {
  return `D${mix32(number, DIRECTORY_KEY)}`
}

function sourceId(number: number): string {
  return `S${mix32(number, SOURCE_KEY)}`
}

/** Schools have numbers as in England (URN), which every engine may read as such. No name has a comma or a quote. */
function row(id: string, school: number, { firstName, lastName, birthDate, sex }: Pupil): string {
  return `${id},${100_001 + school},${firstName},${lastName},${birthDate},${sex}\n`
}

/** Muster has a table of nicknames; its peers get the same one. Both directions, folded. */
function nicknameRows(): string[] {
  const pairs = new Set<string>()
  for (const entry of nicknameLists.all.flatMap((line) => line.split(','))) {
    const [name = '', ...nicknames] = entry.toLowerCase().split(' ')
    for (const nickname of nicknames) pairs.add(`${name},${nickname}\n`).add(`${nickname},${name}\n`)
  }
  return [...pairs]
}

function writeRows(file: string, header: string, rows: readonly string[]): void {
  const output = fs.openSync(file, 'w')
  fs.writeSync(output, header)
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) fs.writeSync(output, rows.slice(from, from + ROWS_AT_A_TIME).join(''))
  fs.closeSync(output)
}
