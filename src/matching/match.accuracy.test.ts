import { describe, expect, it } from 'vitest'
import { dice, inventedPupils, twoSystems } from '../../test/support/invented-school.ts'
import { type MatchPair, type MatchRecord, match } from './index.ts'

interface Tally {
  partners: number
  certain: number
  wrong: number
  found: number
}

/** Schools of 1,200 in two systems; partners have the same number in their ids. */
function tally(
  schools: number,
  of: { readonly twinShare: number; readonly damage: number; readonly overlap: number },
  bare = false,
): Tally {
  const sum: Tally = { partners: 0, certain: 0, wrong: 0, found: 0 }
  for (let school = 1; school <= schools; school += 1) {
    const roll = dice(school * 104_729)
    const people = inventedPupils(1200, { roll, twinShare: of.twinShare }).map((it) => (bare ? namesAndBirthDateOf(it) : it))
    const { directory, source } = twoSystems(people, { roll, ...of })
    const arriving = new Set(source.map((it) => it.id.slice(2)))
    const { pairs } = match({ kind: 'pupil', directory, source, standing: [], decided: [], vetoed: [] })
    sum.partners += directory.filter((it) => arriving.has(it.id.slice(2))).length
    sum.certain += pairs.filter((pair) => pair.verdict === 'certain').length
    sum.wrong += pairs.filter((pair) => pair.verdict === 'certain' && !isRight(pair)).length
    sum.found += pairs.filter(isRight).length
  }
  return sum
}

const isRight = (pair: MatchPair): boolean => pair.directoryId.slice(2) === pair.sourceId.slice(2)

function namesAndBirthDateOf(it: MatchRecord): MatchRecord {
  return { ...it, sex: null, yearGroup: null, registrationClass: null }
}

describe('accuracy on invented schools', () => {
  it.each([
    [0.05, 0.98],
    [0.2, 0.95],
    [0.3, 0.92],
  ])('finds all but a few partners at %f damage, and takes nobody wrong for certain', (damage, certainMin) => {
    const { partners, certain, wrong, found } = tally(3, { twinShare: 0.015, damage, overlap: 0.9 })
    expect(wrong).toBe(0)
    expect(found / partners).toBeGreaterThanOrEqual(0.9995)
    expect(certain / partners).toBeGreaterThanOrEqual(certainMin)
  })

  it.each([false, true])('takes no twin for the other, where everybody is one and many stand on one side only (bare: %s)', (bare) => {
    const { wrong, certain } = tally(12, { twinShare: 1, damage: 0.2, overlap: 0.8 }, bare)
    expect(wrong).toBe(0)
    expect(certain).toBeGreaterThan(8_000)
  })

  it('takes nobody for certain in two schools that have nobody in common', () => {
    const { certain } = tally(3, { twinShare: 0.015, damage: 0, overlap: 0 })
    expect(certain).toBe(0)
  })
})
