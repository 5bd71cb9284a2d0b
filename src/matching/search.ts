import { foldedWords } from '../kernel/index.ts'
import type { PersonKind } from '../roster/index.ts'
import { Finding, type NameScale } from './comparisons/index.ts'
import { reasonsOf } from './explain.ts'
import { PairColumns } from './pair-columns.ts'
import { allRows, bitCount, type NameTable, type People, readRecords, Vocabulary } from './people/index.ts'
import { posterior } from './prior.ts'
import { forenamesOf, type Spellings, surnamesOf } from './residual/index.ts'
import { Run } from './run.ts'
import type { Learned, MatchReason, MatchRecord } from './types.ts'
import { WEIGHTS } from './weights/index.ts'

/** Who is looked for, and what a person typed to help. */
export interface SearchRequest {
  readonly id: string
  /** The side that this record stands on; those found stand on the other side. */
  readonly side: 'directory' | 'source'
  /** Names or parts of names, in any order; empty: none. */
  readonly typed: string
  /** How many are wanted, best first, and how many before them are not. */
  readonly limit: number
  readonly offset: number
  /** Who is offered at all. */
  isOffered(id: string): boolean
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

/** A part of everybody who is offered. */
export interface Ranked {
  readonly found: readonly Candidate[]
  /** How many are offered in all. */
  readonly total: number
  /** The two of them for whom the evidence speaks most, whatever was typed. */
  readonly best: readonly { readonly id: string; readonly bits: number }[]
}

/** What was typed counts so many times as much as the record's own evidence: a person who types a name means it. */
const TYPED_WEIGHT = 4
/** Bits for the beginning of a name that is still being typed. */
const PREFIX_BITS = 6

/** Both sides of a school, one kind of people, ready to be searched again and again (the Match dialog). */
export class MatchIndex {
  private readonly run: Run

  constructor(of: {
    readonly kind: PersonKind
    readonly directory: readonly MatchRecord[]
    readonly source: readonly MatchRecord[]
    readonly learned?: Learned | undefined
  }) {
    const vocabulary = new Vocabulary()
    const directory = readRecords(of.directory, of.kind, vocabulary)
    const source = readRecords(of.source, of.kind, vocabulary)
    const { weights, aliases } = of.learned ?? { weights: WEIGHTS[of.kind], aliases: [] }
    const sides = { vocabulary, directory, source }
    this.run = new Run(sides, { isPupil: of.kind === 'pupil', weights, aliases, vetoed: [], pairs: new PairColumns() })
    this.run.begin({ directory: allRows(directory), source: allRows(source) })
  }

  /**
   * Ranks everybody on the other side by the same evidence that matches them (S-59). Typed text re-ranks and never filters:
   * whoever fits it best stands first, and nobody is missing. Empty where the id is not in the index.
   */
  rank(request: SearchRequest): Ranked {
    const { id, side, typed, limit, offset } = request
    const { comparer, guards, sides } = this.run
    const [own, others] = side === 'directory' ? [sides.directory, sides.source] : [sides.source, sides.directory]
    const row = own.ids.find(id)
    if (row < 0) return { found: [], total: 0, best: [] }
    const look = (other: number) => (side === 'directory' ? comparer.look(row, other) : comparer.look(other, row))
    const names = new TypedNames(typed, sides.vocabulary.names, { forename: comparer.forenames, surname: comparer.surnames })
    const ranked: { id: string; row: number; bits: number; rank: number; isLast: boolean }[] = []
    for (let other = 0; other < others.size; other += 1) {
      const otherId = others.ids.textOf(other)
      if (!request.isOffered(otherId)) continue
      const { bits } = look(other)
      const isLast = request.comesLast(otherId, posterior(bits, others.size))
      ranked.push({ id: otherId, row: other, bits, rank: bits + TYPED_WEIGHT * names.bitsOf(others, other), isLast })
    }
    ranked.sort((a, b) => Number(a.isLast) - Number(b.isLast) || b.rank - a.rank || (a.id < b.id ? -1 : 1))
    const best = ranked.toSorted((a, b) => b.bits - a.bits).slice(0, 2)
    const found = ranked.slice(offset, offset + limit).map((it) => {
      const [left, right] = side === 'directory' ? [row, it.row] : [it.row, row]
      const reasons = reasonsOf(comparer, left, right)
      return { id: it.id, probability: posterior(it.bits, others.size), bits: it.bits, reasons, guards: guards.of(look(it.row)) }
    })
    return { found, total: ranked.length, best: best.map((it) => ({ id: it.id, bits: it.bits })) }
  }
}

/** What a person typed, as every forename and surname that it could be. */
class TypedNames {
  private readonly words: readonly string[]
  private readonly splits: readonly (readonly [forename: Spellings, surname: Spellings])[]
  private readonly names: NameTable
  private readonly scales: { readonly forename: NameScale; readonly surname: NameScale }
  private readonly finding = new Finding()
  private readonly begun = new Map<number, number>()

  constructor(typed: string, names: NameTable, scales: TypedNames['scales']) {
    this.names = names
    this.scales = scales
    this.words = foldedWords(typed)
    const spelt = (text: string | null): Spellings => [text === null ? -1 : names.add(text), -1]
    this.splits = this.words.length === 0 ? [] : splitsOf(typed).map(([first, last]) => [spelt(first), spelt(last)])
  }

  bitsOf(people: People, row: number): number {
    if (this.words.length === 0) return 0
    const [forenames, surnames] = [forenamesOf(people, row), surnamesOf(people, row)]
    let begun = 0
    for (const it of [...forenames, ...surnames, people.middleName[row] ?? -1]) if (it >= 0) begun |= this.begunBy(it)
    let best = Number.NEGATIVE_INFINITY
    for (const [first, last] of this.splits)
      best = Math.max(best, this.bits('forename', first, forenames) + this.bits('surname', last, surnames))
    return PREFIX_BITS * bitCount(begun) + best
  }

  /** One bit for each word that begins this name or a part of it. */
  private begunBy(spelling: number): number {
    const known = this.begun.get(spelling)
    if (known !== undefined) return known
    const { text, words } = this.names.nameOf(spelling)
    let begun = 0
    for (const [at, word] of this.words.entries()) if ([text, ...words].some((it) => it.startsWith(word))) begun |= 1 << at
    this.begun.set(spelling, begun)
    return begun
  }

  private bits(box: 'forename' | 'surname', typed: Spellings, own: Spellings): number {
    this.scales[box].compare([...typed, ...own], this.finding)
    return this.finding.bits
  }
}

/** Every way in which the words could be forename and surname. */
function splitsOf(typed: string): readonly (readonly [first: string | null, last: string | null])[] {
  const words = typed.trim().split(/[\s,]+/)
  if (words.length === 1) return [[typed, null] as const, [null, typed] as const]
  return words.slice(1).flatMap((_, at) => {
    const [left, right] = [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]
    return [[left, right] as const, [right, left] as const]
  })
}
