import type { Comparer, Evidence } from './compare.ts'
import { BIRTH_DATE, EMAIL, MIDDLE_NAME, NAME, UPN } from './comparisons/index.ts'
import { bitsOf } from './model/index.ts'
import type { PairRow } from './pair-columns.ts'
import { bitsFor } from './prior.ts'
import type { Run } from './run.ts'
import type { WhatIf } from './types.ts'

/** Something that a person could find out about a pair, and what the evidence would be then. */
interface Supposition {
  readonly field: string
  /** Whether it is not so already, and can be asked for at all. */
  isOpen(evidence: Evidence): boolean
  /** Changes the evidence as if it were so. */
  suppose(evidence: Evidence, run: Run): void
}

/** What could be confirmed, the easiest to ask for first. */
const CONFIRMED: readonly Supposition[] = [
  {
    field: 'birth_date',
    isOpen: ({ birthDate }) => birthDate.level !== BIRTH_DATE.of.exact,
    suppose: ({ birthDate, pair }, { model }) => {
      const birth = pair.directory.birth[pair.left] || (pair.source.birth[pair.right] ?? 0)
      birthDate.set(BIRTH_DATE.of.exact, model.birth.bitsOfAgreement(birth))
    },
  },
  {
    field: 'forename',
    isOpen: ({ forename, areNamesSwapped }) => !areNamesSwapped && isInexact(forename.level),
    suppose: (it, run) => agree(it, run, 'forename'),
  },
  {
    field: 'surname',
    isOpen: ({ surname, areNamesSwapped }) => !areNamesSwapped && isInexact(surname.level),
    suppose: (it, run) => agree(it, run, 'surname'),
  },
  {
    field: 'middle_name',
    isOpen: ({ middleName }) => middleName.level === MIDDLE_NAME.of.different,
    suppose: ({ middleName }, { model }) =>
      middleName.set(MIDDLE_NAME.of.same, model.weights.middleName.initialBits, middleName.left, middleName.right),
  },
  {
    field: 'upn',
    isOpen: ({ upn, pair }) => pair.model.isPupil && (upn.level === 0 || upn.level === UPN.of.conflict),
    suppose: ({ upn }, { model }) => upn.set(UPN.of.same, model.weights.upnBits.same),
  },
  {
    field: 'email',
    isOpen: ({ email, pair }) => !pair.model.isPupil && email.level !== EMAIL.of.same,
    suppose: ({ email }, { model }) => email.set(EMAIL.of.same, model.weights.emailBits.same),
  },
]

/** Something that could turn out to be wrong. */
interface Doubt {
  readonly field: string
  /** What it says now. */
  bitsOf(evidence: Evidence): number
  /** What it would say then. */
  contradicted(comparer: Comparer): number
}

const CONTRADICTED: readonly Doubt[] = [
  {
    field: 'birth_date',
    bitsOf: ({ birthDate }) => birthDate.bits,
    contradicted: ({ evidence }) => bitsOf(evidence.pair.model.weights.birthDate.levels.different),
  },
  {
    field: 'surname',
    bitsOf: ({ surname, areNamesSwapped }) => (areNamesSwapped ? 0 : surname.bits),
    contradicted: (it) => it.surnames.differentBits,
  },
  {
    field: 'forename',
    bitsOf: ({ forename, areNamesSwapped }) => (areNamesSwapped ? 0 : forename.bits),
    contradicted: (it) => it.forenames.differentBits,
  },
]

/** As few candidates as are ever believed: what is said to be gone is gone, however many others are left then. */
const CANDIDATES_FEW = 7

/** At most so many things to confirm are worth a reader's time. */
const CONFIRMED_MAX = 2

/**
 * What would change the answer about a pair (N-01). Nothing for pairs that people made. The group of the pair must be loaded, and
 * the pair the one that the comparer looked at last.
 */
export function whatIf(run: Run, pair: PairRow): WhatIf[] {
  if (pair.pass === 'decided' || pair.pass === 'standing') return []
  const sure = pair.isCertain ? [] : CONFIRMED.filter((it) => wouldBeCertain(run, pair, it)).slice(0, CONFIRMED_MAX)
  if (!pair.isCertain) run.comparer.look(pair.left, pair.right)
  const gone = CONTRADICTED.find((it) => wouldBeGone(run, pair, it))
  const code = (kind: string, { field }: Pick<Supposition, 'field'>): WhatIf => ({ code: `${kind}.${field}`, params: {} })
  return [...sure.map((it) => code('certain_if', it)), ...(gone === undefined ? [] : [code('not_if', gone)])]
}

function wouldBeCertain(run: Run, pair: PairRow, supposition: Supposition): boolean {
  const bits = bitsWith(run, pair, supposition)
  const { certainFrom, marginBits } = run.model.weights.thresholds
  if (bits === null || chanceOf(pair, bits) < certainFrom) return false
  const isClear = pair.rival.row < 0 || bits - pair.rival.bits >= marginBits
  return isClear && run.guards.of(run.comparer.evidence).length === 0
}

/** By sums alone: what a field would take away, and what it gives now. */
function wouldBeGone({ comparer, model }: Run, pair: PairRow, supposition: Doubt): boolean {
  const now = supposition.bitsOf(comparer.evidence)
  return now > 0 && pair.bits - now + supposition.contradicted(comparer) < bitsFor(model.weights.thresholds.possibleFrom, CANDIDATES_FEW)
}

/** The bits of the pair if it were so, and the evidence of the comparer with them; null where it is so already. */
function bitsWith(run: Run, { left, right }: PairRow, supposition: Supposition): number | null {
  const evidence = run.comparer.look(left, right)
  if (!supposition.isOpen(evidence)) return null
  supposition.suppose(evidence, run)
  if (evidence.forename.level === NAME.of.exact || evidence.birthDate.level !== BIRTH_DATE.of.exact) evidence.twin.clear()
  run.comparer.addUp()
  return evidence.bits
}

/** The chance of the pair with other bits, beside the same rivals and candidates. */
function chanceOf({ bits, probability }: PairRow, otherBits: number): number {
  const [weight, other] = [2 ** bits, 2 ** otherBits]
  return other / (weight / probability - weight + other)
}

function isInexact(level: number): boolean {
  return level !== 0 && level !== NAME.of.exact && level !== NAME.of.middle_as_first
}

function agree(evidence: Evidence, { model }: Run, box: 'forename' | 'surname'): void {
  const { [box]: finding, pair } = evidence
  finding.set(NAME.of.exact, model[box].bitsOfAgreement(pair.names.textOf(finding.left)), finding.left, finding.left)
}
