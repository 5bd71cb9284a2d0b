import { foldedWords } from '../kernel/index.ts'
import type { PersonKind } from '../roster/index.ts'
import { posterior } from './assign.ts'
import { compare, type Evidence } from './compare.ts'
import { guardsFor } from './guards.ts'
import { buildModel } from './model.ts'
import { type Person, preparer } from './prepare.ts'
import type { MatchReason, MatchRecord } from './types.ts'

/** Who is looked for, among whom, and what a person typed to help. */
export interface RankRequest {
  readonly kind: PersonKind
  readonly record: MatchRecord
  /** The side that `record` stands on; the others stand on the other side. */
  readonly side: 'directory' | 'source'
  readonly others: readonly MatchRecord[]
  /** Names or parts of names, in any order; empty: none. */
  readonly typed: string
  /** How many are wanted, best first. */
  readonly limit: number
  /** Who comes after everybody else, however well they fit. */
  comesLast(id: string, probability: number): boolean
}

/** One of those whom the record could be, with the evidence for and against. */
export interface Candidate {
  readonly id: string
  /** 0 to 1. */
  readonly probability: number
  readonly bits: number
  readonly reasons: readonly MatchReason[]
  readonly guards: readonly string[]
}

/** What was typed counts so many times as much as the record's own evidence: a person who types a name means it. */
const TYPED_WEIGHT = 4
/** Bits for the beginning of a name that is still being typed. */
const PREFIX_BITS = 6

/**
 * Ranks everybody on the other side by the same evidence that matches them (S-59). Typed text re-ranks and never filters:
 * whoever fits it best stands first, and nobody is missing.
 */
export function rankCandidates({ kind, record, side, others, typed, limit, comesLast }: RankRequest): readonly Candidate[] {
  const prepare = preparer()
  const person = prepare(record)
  const people = others.map(prepare)
  const [directory, source] = side === 'directory' ? [[person], people] : [people, [person]]
  const model = buildModel(kind, directory, source)
  const guardsOf = guardsFor(model, directory, source)
  const pair = (one: Person, other: Person): Evidence => (side === 'directory' ? compare(model, one, other) : compare(model, other, one))
  const words = foldedWords(typed)
  const spellings = words.length === 0 ? [] : typedNames(typed).map((names) => prepare({ ...blank(record), ...names }))
  const probabilityOf = (evidence: Evidence): number => posterior(evidence.bits, Math.max(others.length, 1))
  return people
    .map((other) => ({ other, evidence: pair(person, other) }))
    .map(({ other, evidence }) => ({
      ...{ id: other.id, evidence, isLast: comesLast(other.id, probabilityOf(evidence)) },
      rank: evidence.bits + TYPED_WEIGHT * typedBits(other, { words, spellings, pair }),
    }))
    .sort((a, b) => Number(a.isLast) - Number(b.isLast) || b.rank - a.rank || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, evidence }) => ({
      ...{ id, probability: probabilityOf(evidence), bits: evidence.bits, reasons: evidence.reasons, guards: guardsOf(evidence) },
    }))
}

interface Typed {
  readonly words: readonly string[]
  readonly spellings: readonly Person[]
  readonly pair: (one: Person, other: Person) => Evidence
}

function typedBits(other: Person, { words, spellings, pair }: Typed): number {
  if (words.length === 0) return 0
  const names = [...other.forenames, ...other.surnames, ...(other.middle === null ? [] : [other.middle])].flatMap((it) => [
    it.text,
    ...it.words,
  ])
  const begun = words.filter((word) => names.some((name) => name.startsWith(word))).length
  return PREFIX_BITS * begun + Math.max(...spellings.map((it) => pair(it, other).nameBits))
}

/** Every way in which the words could be forename and surname. */
function typedNames(typed: string): readonly Pick<MatchRecord, 'firstName' | 'lastName'>[] {
  const words = typed.trim().split(/[\s,]+/)
  if (words.length === 1)
    return [
      { firstName: typed, lastName: null },
      { firstName: null, lastName: typed },
    ]
  return words.slice(1).flatMap((_, at) => {
    const [left, right] = [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]
    return [
      { firstName: left, lastName: right },
      { firstName: right, lastName: left },
    ]
  })
}

function blank({ id }: MatchRecord): MatchRecord {
  const nothing = { firstName: null, middleName: null, lastName: null, knownAsFirstName: null, knownAsLastName: null, birthDate: null }
  const none = { sex: null, upn: null, formerUpn: null, customId: null, email: null, yearGroup: null, registrationClass: null }
  return { id, ...nothing, ...none }
}
