import type { PersonKind } from '../../roster/index.ts'
import { reasonsOf } from '../explain.ts'
import { Dictionary, readRecords, Vocabulary } from '../people/index.ts'
import type { MatchRecord } from '../types.ts'
import type { HeldElsewhere, MoverProposal } from './mover.ts'
import { choiceOf, moverRun, proposeMovers } from './movers-of.ts'

/** People of one school's source who have no pair there, and people whom the other schools of its group hold. */
export interface MoverInput {
  readonly kind: PersonKind
  readonly source: readonly MatchRecord[]
  readonly held: readonly HeldElsewhere[]
  /** People of this kind in all the other schools, where `held` has only those who share something; else left out. */
  readonly candidates?: number
}

/**
 * Who may have come from another school of the group (N-10), each with why: proposals, in the order of the source ids, one to
 * one. Nothing depends on the order of the input.
 */
export function movers({ kind, source, held, candidates = held.length }: MoverInput): readonly MoverProposal[] {
  const vocabulary = new Vocabulary()
  const schools = new Dictionary()
  // ids are unique in a school only
  const records = held.map(({ schoolId, record }) => ({ ...record, id: `${schoolId} ${record.id}` }))
  const directory = { ...readRecords(records, kind, vocabulary), school: Int32Array.from(held, (it) => schools.codeOf(it.schoolId)) }
  const sides = { vocabulary, directory, source: readRecords(source, kind, vocabulary) }
  const rows = ({ length }: readonly unknown[]): Int32Array => Int32Array.from({ length }, (_, row) => row)
  const isPresent = (left: number): boolean => held[left]?.isPresent === true
  const group = { kind, directory: rows(held), source: rows(source), candidates, isPresent }
  const run = moverRun(sides, group)
  const found = proposeMovers(run, choiceOf(group)).flatMap(({ left, right, basis, isIdentified, probability, bits, guards }) => {
    const [person, record] = [held[left], source[right]]
    if (person === undefined || record === undefined) return []
    const reasons = reasonsOf(run.comparer, left, right)
    const ids = { sourceId: record.id, schoolId: person.schoolId, directoryId: person.record.id }
    return [{ ...ids, basis, isIdentified, probability, bits, reasons, guards }]
  })
  return found.sort((one, other) => (one.sourceId < other.sourceId ? -1 : 1))
}
