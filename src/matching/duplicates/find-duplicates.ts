import type { Evidence } from '../compare.ts'
import { BIRTH_DATE, CUSTOM_ID, EMAIL, isOtherForename, NAME, UPN } from '../comparisons/index.ts'
import { hasNumber, isExact, isForenameExact } from '../doubts.ts'
import { reasonsOf } from '../explain.ts'
import type { Guard } from '../guards.ts'
import { PairColumns } from '../pair-columns.ts'
import { allRows, type People, readRecords, Vocabulary } from '../people/index.ts'
import { bitsFor, effectiveCandidates, posterior } from '../prior.ts'
import { scoredPairs } from '../residual/index.ts'
import { Run } from '../run.ts'
import { WEIGHTS } from '../weights/index.ts'
import type { DuplicateBasis, DuplicateInput, DuplicatePair } from './duplicate.ts'

/** The share of a list that stands in it twice, before anything is looked at: few, or every second namesake would be offered. */
const TWICE = 0.02
/** A number that more people have names nobody. */
const HOLDERS_MAX = 3

/**
 * Guards that ask who else stands on the other side. Where a list is compared with itself that is the person's own record, so
 * that they would speak against everybody.
 */
const OF_TWO_SIDES: readonly Guard[] = [
  'guard.exact_rival',
  'guard.duplicate',
  'guard.upn_elsewhere',
  'guard.closer_name',
  'guard.same_names',
]

/**
 * Where no number says that they are one, these say that they are two: in one list a brother or sister, a twin of nearly the same
 * name and a namesake are likelier than somebody who was entered twice, each time otherwise.
 */
const OF_TWO_PEOPLE: readonly Guard[] = ['guard.only_forename', 'guard.other_forename', 'guard.lookalike', 'guard.birth_dates_apart']

/**
 * Finds people who stand twice in one list, with the comparisons and guards of matching. Twins, brothers and sisters are not
 * offered: another forename is another person. Strongest first; the order of the records never matters.
 */
export function findDuplicates(input: DuplicateInput): readonly DuplicatePair[] {
  const { kind, records, learned } = input
  const vocabulary = new Vocabulary()
  const people = readRecords(records, kind, vocabulary)
  const { weights, aliases } = learned ?? { weights: WEIGHTS[kind], aliases: [] }
  const self = records.map((_, row) => [row, row] as const)
  const sides = { vocabulary, directory: people, source: people }
  const run = new Run(sides, { isPupil: kind === 'pupil', weights, aliases, vetoed: self, pairs: new PairColumns() })
  const rows = allRows(people)
  run.begin({ directory: rows, source: rows })
  trustPairs(run, people)
  const candidates = effectiveCandidates({ candidates: Math.max(records.length, 1), overlap: TWICE })
  const scored = scoredPairs(run, { left: rows, right: rows }, bitsFor(weights.thresholds.possibleFrom, candidates))
  const found: DuplicatePair[] = []
  for (let place = 0; place < scored.size; place += 1) {
    const [left, right] = [scored.leftAt(place), scored.rightAt(place)]
    const [one, other] = [people.ids.textOf(left), people.ids.textOf(right)]
    // each pair stands in the product twice
    if (one >= other || input.isApart(one, other)) continue
    const pair = pairOf(run, { left, right, candidates, areBothNamed: input.areBothNamed(one, other) })
    if (pair !== null) found.push({ one, other, ...pair })
  }
  return found
}

/** A number that stands twice is what is looked for here, and no reason to believe it less. */
function trustPairs({ model }: Run, people: People): void {
  const trust = (columns: readonly Int32Array[], forget: (value: number) => void): void => {
    const holders = new Map<number, number>()
    for (let row = 0; row < people.size; row += 1)
      for (const value of new Set(columns.map((it) => it[row] ?? -1))) if (value >= 0) holders.set(value, (holders.get(value) ?? 0) + 1)
    for (const [value, count] of holders) if (count <= HOLDERS_MAX) forget(value)
  }
  trust([people.upn, people.formerUpn], (it) => model.upns.forget(it))
  trust([people.customId], (it) => model.customIds.forget(it))
  trust([people.email], (it) => model.emails.forget(it))
}

interface Looked {
  readonly left: number
  readonly right: number
  readonly candidates: number
  readonly areBothNamed: boolean
}

/** The pair with its evidence; null: these are two people. */
function pairOf(run: Run, { left, right, candidates, areBothNamed }: Looked): Omit<DuplicatePair, 'one' | 'other'> | null {
  const evidence = run.comparer.look(left, right)
  if (isSomebodyElse(evidence)) return null
  if (areBothNamed && !isExact(evidence) && basisOf(run, evidence) !== 'upn') return null
  const basis = basisOf(run, evidence)
  const { bits } = evidence
  const probability = posterior(bits, candidates)
  const guards = run.guards.of(evidence).filter((guard) => !OF_TWO_SIDES.includes(guard))
  if (basis === 'names' && (isTwiceOff(evidence) || guards.some((guard) => OF_TWO_PEOPLE.includes(guard)))) return null
  const doubts = [...(areBothNamed ? ['guard.both_named'] : []), ...guards]
  const isSure =
    basis !== 'names' && doubts.length === 0 && isForenameExact(evidence) && probability >= run.model.weights.thresholds.certainFrom
  return { basis, isSure, probability, bits, doubts, reasons: reasonsOf(run.comparer, left, right) }
}

/** Another forename: a twin, a brother, a sister. And two permanent UPNs are two pupils, whatever else is the same. */
function isSomebodyElse(evidence: Evidence): boolean {
  const { forename, areNamesSwapped, twin, upn, pair } = evidence
  if (upn.level === UPN.of.conflict) return true
  const isOther = !areNamesSwapped && isOtherForename(forename, pair.names)
  return twin.level > 0 || (isOther && !hasNumber(evidence))
}

/** Of forename, surname and birth date more than one is not the same: whoever is entered twice is not mistyped twice over. */
function isTwiceOff({ forename, surname, birthDate, areNamesSwapped }: Evidence): boolean {
  const same = [
    areNamesSwapped || forename.level === NAME.of.exact,
    areNamesSwapped || surname.level === NAME.of.exact,
    birthDate.level === BIRTH_DATE.of.exact,
  ]
  return same.filter((it) => !it).length > 1
}

function basisOf({ model }: Run, { upn, customId, email }: Evidence): DuplicateBasis {
  if (upn.level === UPN.of.same || upn.level === UPN.of.former) return 'upn'
  if (customId.level === CUSTOM_ID.of.same) return 'custom_id'
  return email.level === EMAIL.of.same && !model.isPupil ? 'email' : 'names'
}
