import { describe, expect, it } from 'vitest'
import { pupil } from '../../../test/support/invented-school.ts'
import { type Alias, type MatchRecord, match, WEIGHTS } from '../index.ts'
import { calibrationCurve, type DecidedChance, learnThresholds } from './calibrate.ts'
import { learn } from './learn.ts'
import { frequentNames, learnAliases } from './learn-aliases.ts'
import { learnWeights } from './learn-weights.ts'
import { replay } from './replay.ts'
import { type LabelledPair, type Levels, labelledPairs, type SchoolAsDecided } from './said-pair.ts'

const SHIPPED = WEIGHTS.pupil
const NOTHING = { weights: SHIPPED, aliases: [] }

const levels = (all: Readonly<Record<string, string>>): Levels =>
  new Map(Object.entries(all).map(([area, level]) => [area, { level, directory: null, source: null }]))
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)

describe('N-06 learnt weights', () => {
  it('are the shipped ones where nobody decided anything', () => {
    expect(learnWeights(SHIPPED, [])).toEqual(SHIPPED)
  })

  it('count 200 shipped pairs beside those that were decided', () => {
    const learnt = learnWeights(SHIPPED, times(50, levels({ sex: 'same', birth_date: 'exact' })))
    expect(learnt.sex.same.m).toBeCloseTo((200 * 0.985 + 50) / 250, 10)
    expect(learnt.sex.different.m).toBeCloseTo((200 * 0.015) / 250, 10)
    const shares = Object.values(SHIPPED.birthDate.levels).reduce((sum, it) => sum + it.m, SHIPPED.birthDate.exact.m)
    expect(learnt.birthDate.levels.one_digit.m).toBeCloseTo((200 * SHIPPED.birthDate.levels.one_digit.m) / 250, 10)
    expect(learnt.birthDate.exact.m).toBeCloseTo((200 * SHIPPED.birthDate.exact.m + 50 * shares) / 250, 10)
  })

  it('stay within a factor of two however many decisions say the same', () => {
    const learnt = learnWeights(SHIPPED, times(5_000, levels({ forename: 'similar', surname: 'exact' })))
    expect(learnt.forename.levels.similar.m).toBe(SHIPPED.forename.levels.similar.m * 2)
    expect(learnt.forename.exact.m).toBe(SHIPPED.forename.exact.m / 2)
    expect(learnt.forename.levels.similar.u).toBe(SHIPPED.forename.levels.similar.u)
    expect(learnt.middleAsFirst).toBe(SHIPPED.middleAsFirst / 2)
  })

  it('leave identifiers, what is common by chance, and levels that say nothing as they are', () => {
    const { upnBits, customIdBits, emailBits, twinBits, surname } = learnWeights(
      SHIPPED,
      times(99, levels({ upn: 'conflict', surname: 'part' })),
    )
    expect({ upnBits, customIdBits, emailBits, twinBits }).toEqual({
      ...{ upnBits: SHIPPED.upnBits, customIdBits: SHIPPED.customIdBits, emailBits: SHIPPED.emailBits, twinBits: SHIPPED.twinBits },
    })
    expect(surname.levels.nickname).toEqual(SHIPPED.surname.levels.nickname)
  })
})

describe('N-06 thresholds', () => {
  const chances = (count: number, probability: number, isSame: boolean, isGuarded = false): DecidedChance[] =>
    times(count, { probability, isSame, isGuarded })
  const now = SHIPPED.thresholds

  it.each([
    ['stay with fewer than 50 decisions', chances(49, 0.9985, false), { certainFrom: 0.998, possibleFrom: 0.3 }],
    [
      'rise above a pair that was called different',
      [...chances(1, 0.9985, false), ...chances(49, 0.9, true)],
      { certainFrom: 0.999, possibleFrom: 0.3 },
    ],
    [
      'do not rise for a pair that a guard held',
      [...chances(1, 0.9985, false, true), ...chances(49, 0.9, true)],
      { certainFrom: 0.998, possibleFrom: 0.3 },
    ],
    [
      'do not rise for a pair above every bound',
      [...chances(1, 0.99999, false), ...chances(49, 0.9, true)],
      { certainFrom: 0.998, possibleFrom: 0.3 },
    ],
    ['fall no lower than .995', chances(60, 0.9955, true), { certainFrom: 0.995, possibleFrom: 0.3 }],
    [
      'do not fall to a pair called different',
      [...chances(60, 0.9965, true), ...chances(1, 0.9965, false)],
      { certainFrom: 0.998, possibleFrom: 0.3 },
    ],
    [
      'hide what was always called different',
      [...chances(20, 0.35, false), ...chances(30, 0.9, true)],
      { certainFrom: 0.998, possibleFrom: 0.5 },
    ],
    [
      'show what people found by themselves',
      [...chances(10, 0.22, true), ...chances(40, 0.9, true)],
      { certainFrom: 0.998, possibleFrom: 0.1 },
    ],
  ])('%s', (_name, said, expected) => {
    expect(learnThresholds(now, said)).toEqual({ ...expected, marginBits: 3 })
  })

  it('the curve pools neighbours until the share never falls', () => {
    const curve = calibrationCurve([...chances(1, 0.5, true), ...chances(1, 0.6, false), ...chances(2, 0.9, true)])
    expect(curve).toEqual([
      { from: 0.5, to: 0.6, pairs: 2, same: 1 },
      { from: 0.9, to: 0.9, pairs: 2, same: 2 },
    ])
  })
})

describe('N-06 aliases', () => {
  const pair = (
    id: string,
    isSame: boolean,
    names: readonly [string, string],
    others: Readonly<Record<string, string>> = {},
  ): LabelledPair => ({
    ...{ directoryId: `d${id}`, sourceId: `s${id}`, isSame, decisionId: isSame ? `m${id}` : null },
    levels: new Map([
      ['forename', { level: 'different', directory: names[0], source: names[1] }],
      ...levels({ surname: 'exact', birth_date: 'exact', sex: 'same', ...others }),
    ]),
  })
  const nobody = () => false

  it('come of two decisions about two people, whichever side has which spelling', () => {
    const pairs = [pair('1', true, ['Oleksandr', 'Wolf']), pair('2', true, ['WOLF', 'Oleksandr'])]
    expect(learnAliases(pairs, nobody)).toEqual([{ box: 'forename', left: 'oleksandr', right: 'wolf', decisionIds: ['m1', 'm2'] }])
  })

  it.each([
    ['one decision', [pair('1', true, ['Oleksandr', 'Wolf'])]],
    ['two decisions about one person', [pair('1', true, ['Oleksandr', 'Wolf']), pair('1', true, ['Oleksandr', 'Wolf'])]],
    [
      'a pair with these names that somebody called different',
      [...['1', '2'].map((id) => pair(id, true, ['Oleksandr', 'Wolf'])), pair('3', false, ['Wolf', 'Oleksandr'])],
    ],
    ['pairs in which more than the name disagrees', ['1', '2'].map((id) => pair(id, true, ['Oleksandr', 'Wolf'], { sex: 'different' }))],
    ['pairs with another birth date', ['1', '2'].map((id) => pair(id, true, ['Oleksandr', 'Wolf'], { birth_date: 'one_digit' }))],
  ])('do not come of %s', (_name, pairs) => {
    expect(learnAliases(pairs, nobody)).toEqual([])
  })

  it('never join two names that are both frequent, and may join a rare one to a frequent one', () => {
    const many = (firstName: string) => Array.from({ length: 5 }, (_, at) => pupil(`${firstName}${at}`, { firstName }))
    const pairs = ['1', '2'].map((id) => pair(id, true, ['Zofia', 'Amara']))
    expect(learnAliases(pairs, frequentNames([[...many('Zofia'), ...many('Amara')]]))).toEqual([])
    expect(learnAliases(pairs, frequentNames([[...many('Zofia'), pupil('x', { firstName: 'Amara' })]]))).toHaveLength(1)
  })
})

describe('N-06 what was learnt', () => {
  it('never makes two spellings of an alias say less for a pair', () => {
    const born = { lastName: 'Quarrendon', birthDate: '2013-05-04', sex: 'male' as const }
    const directory = [pupil('d1', { firstName: 'Oleksandr', ...born })]
    const source = [pupil('s1', { firstName: 'Wolf', ...born })]
    const alias: Alias = { box: 'forename', left: 'oleksandr', right: 'wolf' }
    const bitsWith = (aliases: readonly Alias[]): number => {
      const learned = { weights: SHIPPED, aliases }
      const decided = [{ directoryId: 'd1', sourceId: 's1' }]
      return match({ kind: 'pupil', directory, source, standing: [], decided, vetoed: [], learned }).pairs[0]?.bits ?? 0
    }
    expect(bitsWith([alias])).toBeGreaterThan(bitsWith([]))
  })
})

describe('N-06 replay', () => {
  const held = (id: string, fields: Partial<MatchRecord>): MatchRecord => pupil(`d${id}`, fields)
  const read = (id: string, fields: Partial<MatchRecord>): MatchRecord => pupil(`s${id}`, fields)
  const ada = { firstName: 'Ada', lastName: 'Harlock', birthDate: '2015-03-04' }

  function schoolOf(said: SchoolAsDecided['said'], people: readonly (readonly [MatchRecord, MatchRecord])[]): SchoolAsDecided {
    return { kind: 'pupil', directory: people.map(([it]) => it), source: people.map(([, it]) => it), standing: [], said }
  }
  const same = (id: string) => ({ directoryId: `d${id}`, sourceId: `s${id}`, isSame: true, decisionId: `m${id}` })
  const different = (id: string) => ({ ...same(id), isSame: false, decisionId: null })
  const replayOf = (school: SchoolAsDecided, seed = 'muster') => {
    const schools = [{ school, pairs: labelledPairs(school) }]
    return replay({ shipped: SHIPPED, schools, before: NOTHING, after: learn(SHIPPED, schools), seed, added: [] })
  }

  it('says of each decision what the engine alone says, by ids alone', () => {
    const report = replayOf(
      schoolOf(
        [same('1'), different('2')],
        [
          [held('1', ada), read('1', ada)],
          [
            held('2', { firstName: 'Zofia', lastName: 'Penwick', birthDate: '2014-01-09' }),
            read('2', { firstName: 'Kofi', lastName: 'Oakley', birthDate: '2011-11-30' }),
          ],
        ],
      ),
    )
    const expected = { matchedRight: 1, matchedWrong: 0, mayMatch: 0, missed: 0, apart: 1 }
    expect(report).toMatchObject({ decisions: 2, before: expected, after: expected, heldOut: expected, isAdoptable: true, because: [] })
    expect(JSON.stringify(report)).not.toMatch(/Ada|Harlock|Zofia|2015/)
  })

  it('is not adoptable where a pair that was called different would be Matched', () => {
    const report = replayOf(schoolOf([different('1')], [[held('1', ada), read('1', ada)]]))
    expect(report).toMatchObject({ isAdoptable: false, because: ['contradicts'] })
    expect(report.contradictions).toEqual([{ directoryId: 'd1', sourceId: 's1', said: 'different', before: 'matched', after: 'matched' }])
  })

  it('is not adoptable where nobody has decided anything', () => {
    expect(replayOf(schoolOf([], [[held('1', ada), read('1', ada)]]))).toMatchObject({ isAdoptable: false, because: ['nothing_said'] })
  })

  it('leaves decisions out whose records are not known', () => {
    expect(replayOf(schoolOf([same('1'), same('gone')], [[held('1', ada), read('1', ada)]]))).toMatchObject({ decisions: 1 })
  })
})
