import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { MatchIndex, WEIGHTS, type Weights } from '../../src/matching/index.ts'
import type { Batch } from '../accuracy/labelled-set.ts'
import { SETS } from '../accuracy/sets.ts'
import { countAllLevels, countLevels, type LevelCounts, sharesOf } from './count-levels.ts'
import { PUBLISHED } from './published.ts'

/**
 * `npm run weights`: derives the m and u of names and birth dates, and prints what would change; `--write` writes
 * src/matching/weights/pupil.json and staff.json. m: half what is published, half what is counted on true pairs of invented
 * schools. u: counted on pairs of two people of those schools. Levels that need a rare field (initials, middle names,
 * identifiers, classes) are too seldom met there and stay as they were set by hand.
 */
const SEED = 'weights'
const SCHOOLS = 4
const LEARNT_FROM = ['schools-5', 'schools-20', 'others-20']
/** Chance likenesses are not believed to be rarer than this: invented schools know fewer names than real ones. */
const U_MIN = 0.0003

const counted = countPairs()
const pupil = derived(WEIGHTS.pupil)
const staff = { ...derived(WEIGHTS.staff), surname: withMarriages(derived(WEIGHTS.staff).surname) }
tell('pupil', WEIGHTS.pupil, pupil)
tell('staff', WEIGHTS.staff, staff)
if (process.argv.includes('--write')) {
  write('pupil', pupil)
  write('staff', staff)
}

function countPairs(): { readonly same: LevelCounts; readonly different: LevelCounts } {
  const same: LevelCounts = new Map()
  const different: LevelCounts = new Map()
  for (const { batches } of SETS.filter(({ id }) => LEARNT_FROM.includes(id))) {
    for (const batch of batches({ seed: SEED, schools: SCHOOLS, pupils: 1200, twins: 0 }) ?? []) {
      const index = new MatchIndex({ kind: batch.kind, directory: batch.directory, source: batch.source })
      for (const [directoryId, sourceId] of batch.partners) countLevels(same, index, { directoryId, sourceId })
      countAllLevels(different, strangers(batch))
    }
  }
  return { same, different }
}

/** A third of one side, and of the other a twelfth without their partners. */
function strangers({ directory, source, partners }: Batch): Pick<Batch, 'directory' | 'source'> {
  const ours = directory.filter((_, place) => place % 3 === 0)
  const taken = new Set(ours.map(({ id }) => partners.get(id)))
  return { directory: ours, source: source.filter(({ id }, place) => place % 12 === 0 && !taken.has(id)) }
}

function derived(weights: Weights): Weights {
  return {
    ...weights,
    forename: { exact: { ...weights.forename.exact, m: m('forename', 'exact') }, levels: levels('forename', weights.forename.levels) },
    surname: { exact: { ...weights.surname.exact, m: m('surname', 'exact') }, levels: levels('surname', weights.surname.levels) },
    birthDate: {
      exact: { ...weights.birthDate.exact, m: m('birth_date', 'exact') },
      levels: levels('birth_date', weights.birthDate.levels),
    },
  }
}

function levels<Given extends Readonly<Record<string, { readonly m: number; readonly u: number }>>>(
  area: keyof typeof PUBLISHED,
  given: Given,
): Given {
  const known = Object.keys(PUBLISHED[area])
  const entries = Object.entries(given).map(([level, odds]) => [
    level,
    known.includes(level) ? { m: m(area, level), u: u(area, level) } : odds,
  ])
  return Object.fromEntries(entries)
}

function m(area: keyof typeof PUBLISHED, level: string): number {
  const published: Readonly<Record<string, number>> = PUBLISHED[area]
  return rounded(((published[level] ?? 0) + (sharesOf(counted.same, area).get(level) ?? 0)) / 2)
}

function u(area: string, level: string): number {
  return rounded(Math.max(U_MIN, sharesOf(counted.different, area).get(level) ?? 0))
}

/** About nine in a hundred members of staff change their surname between two collections. */
function withMarriages(surname: Weights['surname']): Weights['surname'] {
  return { exact: { ...surname.exact, m: 0.86 }, levels: { ...surname.levels, different: { ...surname.levels.different, m: 0.09 } } }
}

function rounded(share: number): number {
  return Number(share.toPrecision(share > 0.1 ? 3 : 2))
}

function tell(kind: string, before: Weights, after: Weights): void {
  const flat = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, it]) => flat(it, `${path}.${key}`))
      : [`${path}: ${value}`]
  const old = new Set(flat(before, kind))
  for (const line of flat(after, kind)) if (!old.has(line)) console.log(line)
}

function write(kind: string, weights: Weights): void {
  const file = `src/matching/weights/${kind}.json`
  fs.writeFileSync(file, JSON.stringify(weights))
  spawnSync('npx', ['biome', 'format', '--write', file], { stdio: 'inherit' })
}
