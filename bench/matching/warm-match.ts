import fs from 'node:fs'
import path from 'node:path'
import { type MatchInput, type MatchRecord, match } from '../../src/matching/index.ts'
import { type Figure, figure } from '../measure.ts'
import { peopleFolder } from './made-up/people-files.ts'

const WARM_UP = 50
const ROUNDS = 300
/** A school is matched again at each click in a review, so that even the slowest of a hundred must feel like none. */
const MS_MAX = 15

/** `match` on one school of 1,200, again and again in one process. */
export function benchWarmMatch(root: string): readonly Figure[] {
  const folder = peopleFolder(root, { people: 1200, schoolSize: 1200 })
  const read = (file: string) => recordsOf(path.join(folder, file))
  const input: MatchInput = {
    kind: 'pupil',
    directory: read('directory.csv'),
    source: read('source.csv'),
    standing: [],
    decided: [],
    vetoed: [],
  }
  const rounds = Array.from({ length: WARM_UP + ROUNDS }, () => {
    const since = performance.now()
    match(input)
    return performance.now() - since
  })
  const sorted = rounds.slice(WARM_UP).sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  const what = `one school of 1,200, warm, ${ROUNDS} rounds`
  return [precise(figure(`${what}: p50`, at(0.5), 'ms'), at(0.5)), precise(figure(`${what}: p99`, at(0.99), 'ms', MS_MAX), at(0.99))]
}

/** Whole milliseconds would hide what is left once the engine is fast. */
function precise(it: Figure, milliseconds: number): Figure {
  return { ...it, measured: `${milliseconds.toFixed(2)} ms` }
}

function recordsOf(file: string): MatchRecord[] {
  const [, ...lines] = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [id = '', , firstName = '', lastName = '', birthDate = '', sex = ''] = line.split(',')
    return {
      id,
      firstName: firstName || null,
      lastName: lastName || null,
      birthDate: birthDate || null,
      sex: sex === 'female' ? 'female' : 'male',
      ...UNKNOWN,
    }
  })
}

/** What these files do not have. */
const UNKNOWN = {
  middleName: null,
  knownAsFirstName: null,
  knownAsLastName: null,
  upn: null,
  formerUpn: null,
  customId: null,
  email: null,
  yearGroup: null,
  registrationClass: null,
}
