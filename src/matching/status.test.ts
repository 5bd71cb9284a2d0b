import { describe, expect, it } from 'vitest'
import { type DirectoryFacts, directoryStatus, type SourceFacts, sourceStatus } from './status.ts'

const BOTH = [false, true]
const PAIRS = ['decided', 'certain', 'possible', null] as const
const ENDS = ['left', 'out_of_scope', 'unmatched', 'ids_cleared', 'merged', null] as const

const EVERY_FACTS: DirectoryFacts[] = BOTH.flatMap((hasLiveLink) =>
  BOTH.flatMap((isSeen) =>
    BOTH.flatMap((isAbsenceProven) =>
      BOTH.flatMap((isInScope) =>
        BOTH.flatMap((isContradicted) =>
          PAIRS.flatMap((pair) =>
            ENDS.map((endedLink) => ({ hasLiveLink, isSeen, isAbsenceProven, isInScope, isContradicted, pair, endedLink })),
          ),
        ),
      ),
    ),
  ),
)

/** MATCHING.md, "Status, in this order", written down a second time as data: a pattern of facts and the words it leads to. */
const PRECEDENCE: readonly (readonly [pattern: Partial<DirectoryFacts>, words: string])[] = [
  [{ hasLiveLink: true, isSeen: true, isContradicted: true }, 'synced, id may have been reused'],
  [{ hasLiveLink: true, isSeen: true }, 'synced'],
  [{ hasLiveLink: true, isAbsenceProven: true }, 'desynced left'],
  [{ hasLiveLink: true, isInScope: false }, 'desynced out_of_scope'],
  [{ hasLiveLink: true }, 'synced, not seen'],
  [{ pair: 'decided' }, 'matched'],
  [{ pair: 'certain' }, 'matched'],
  [{ pair: 'possible' }, 'may_match'],
  [{ endedLink: 'left' }, 'desynced left'],
  [{ endedLink: 'out_of_scope' }, 'desynced out_of_scope'],
  [{}, 'not_matched'],
]

const fits = (facts: DirectoryFacts, pattern: Partial<DirectoryFacts>) =>
  Object.entries(pattern).every(([name, value]) => Object.entries(facts).some(([other, actual]) => other === name && actual === value))

const inWords = (facts: DirectoryFacts) => {
  const { status, reason, notSeen, idReused } = directoryStatus(facts)
  return `${status}${reason ? ` ${reason}` : ''}${notSeen ? ', not seen' : ''}${idReused ? ', id may have been reused' : ''}`
}

describe('directoryStatus', () => {
  it('S-52 S-54 S-55 S-56 S-57 S-69 D12 follows the precedence list for every combination of facts', () => {
    expect(EVERY_FACTS).toHaveLength(2 ** 5 * PAIRS.length * ENDS.length)
    for (const facts of EVERY_FACTS) {
      const expected = PRECEDENCE.find(([pattern]) => fits(facts, pattern))?.[1]
      expect(inWords(facts), JSON.stringify(facts)).toBe(expected)
    }
  })

  it('D12 desyncs nobody because of a read that proves nothing', () => {
    const desynced = EVERY_FACTS.filter((it) => it.hasLiveLink && it.isInScope && !it.isAbsenceProven).map(
      (it) => directoryStatus(it).status,
    )
    expect(new Set(desynced)).toEqual(new Set(['synced']))
  })

  it('S-60 calls a person not matched once unmatched', () => {
    const unmatched = EVERY_FACTS.filter((it) => !it.hasLiveLink && it.pair === null && it.endedLink === 'unmatched')
    expect(new Set(unmatched.map((it) => directoryStatus(it).status))).toEqual(new Set(['not_matched']))
  })
})

describe('sourceStatus', () => {
  it.each<[SourceFacts, string]>([
    ...PAIRS.map((pair): [SourceFacts, string] => [{ hasLiveLink: true, pair }, 'synced']),
    [{ hasLiveLink: false, pair: 'decided' }, 'matched'],
    [{ hasLiveLink: false, pair: 'certain' }, 'matched'],
    [{ hasLiveLink: false, pair: 'possible' }, 'may_match'],
    [{ hasLiveLink: false, pair: null }, 'new'],
  ])('S-53 says of %j: %s', (facts, status) => {
    expect(sourceStatus(facts)).toBe(status)
  })
})
