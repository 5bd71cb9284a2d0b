import { describe, expect, it } from 'vitest'
import { pupil } from '../../test/support/invented-school.ts'
import type { MatchInput, MatchPair, MatchRecord } from './index.ts'
import { match } from './index.ts'

const ADA = { firstName: 'Ada', lastName: 'Okonkwo', birthDate: '2015-03-04' }
const UPN = 'H801200001001'
const OTHER_UPN = 'R674123101121'

const crowd = (side: string): MatchRecord[] =>
  Array.from({ length: 40 }, (_, number) =>
    pupil(`${side}-crowd-${number}`, {
      firstName: `Fore${'abcdefghijklmnopqrstuvwxyz'.charAt(number % 26)}${number}`,
      lastName: `Sur${'qwertyuiopasdfghjklzxcvbnm'.charAt(number % 26)}${number}x`,
      birthDate: `2014-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
    }),
  )

function run(directory: readonly MatchRecord[], source: readonly MatchRecord[], more: Partial<MatchInput> = {}) {
  return match({
    kind: 'pupil',
    directory: [...directory, ...crowd('d')],
    source: [...source, ...crowd('s')],
    standing: [],
    decided: [],
    vetoed: [],
    ...more,
  })
}

/** Pairs of the people of a story, without the crowd around them. */
function story(...given: Parameters<typeof run>): string[] {
  return run(...given)
    .pairs.filter((pair) => !pair.directoryId.includes('crowd'))
    .map(inWords)
}

function inWords({ directoryId, sourceId, verdict, pass, guards }: MatchPair): string {
  return `${directoryId}=${sourceId} ${verdict} ${pass}${guards.map((guard) => ` ${guard.replace('guard.', '')}`).join('')}`
}

describe('passes', () => {
  it('S-72 pairs on a UPN even when the surname has changed', () => {
    expect(story([pupil('d', { ...ADA, upn: UPN })], [pupil('s', { ...ADA, lastName: 'Whitfield', upn: UPN })])).toEqual([
      'd=s certain identifier',
    ])
  })

  it('S-75 pairs on a former UPN', () => {
    const source = pupil('s', { ...ADA, lastName: 'Whitfield', upn: OTHER_UPN, formerUpn: UPN })
    expect(story([pupil('d', { ...ADA, upn: UPN })], [source])).toEqual(['d=s certain identifier'])
  })

  it('S-72 never pairs on a temporary UPN alone', () => {
    const temporary = 'V87320002100A'
    expect(story([pupil('d', { upn: temporary })], [pupil('s', { upn: temporary })])).not.toContainEqual(expect.stringContaining('certain'))
  })

  it('S-74 pairs on a student ID when nothing contradicts it', () => {
    const source = pupil('s', { ...ADA, firstName: 'Adaeze', customId: '0417' })
    expect(story([pupil('d', { ...ADA, customId: '0417' })], [source])).toEqual(['d=s certain identifier'])
  })

  it('leaves an equal ID with another name and another birth date alone', () => {
    const stranger = pupil('s', { firstName: 'Kofi', lastName: 'Whitfield', birthDate: '2011-11-29', customId: '0417' })
    expect(story([pupil('d', { ...ADA, customId: '0417' })], [stranger])).toEqual([])
  })

  it('S-54 D1 pairs equal names and birth dates, whatever their spelling of accents, case and hyphens', () => {
    const source = pupil('s', { ...ADA, lastName: 'OKONKWO', firstName: 'Áda' })
    expect(story([pupil('d', ADA)], [source])).toEqual(['d=s certain exact'])
  })

  it('finds the name by which a pupil is known', () => {
    const source = pupil('s', { ...ADA, firstName: 'Adaobi', knownAsFirstName: 'Ada' })
    expect(story([pupil('d', ADA)], [source])).toEqual(['d=s certain exact'])
  })

  it.each<[string, Partial<MatchRecord>]>([
    ['a slip in the surname', { lastName: 'Okonwko' }],
    ['swapped names', { firstName: 'Okonkwo', lastName: 'Ada' }],
    ['a name in one box', { firstName: 'Ada Okonkwo', lastName: null }],
    ['swapped day and month', { birthDate: '2015-04-03' }],
    ['one wrong digit', { birthDate: '2015-03-05' }],
    ['a surname with a second part', { lastName: 'Okonkwo-Whitfield' }],
  ])('S-54 pairs across %s', (_name, change) => {
    expect(story([pupil('d', ADA)], [pupil('s', { ...ADA, ...change })])).toEqual(['d=s certain scored'])
  })
})

describe('guards turn what scores as certain into May match', () => {
  it.each<[string, Partial<MatchRecord>, Partial<MatchRecord>, string]>([
    ['two permanent UPNs', { upn: UPN }, { upn: OTHER_UPN }, 'upn_conflict'],
    ['another middle name', { middleName: 'Grace' }, { middleName: 'Blossom' }, 'middle_names_differ'],
    ['only forename and birth date', {}, { lastName: 'Whitfield' }, 'only_forename'],
  ])('S-55 D1 for %s', (_name, held, arriving, guard) => {
    const [found] = story([pupil('d', { ...ADA, ...held })], [pupil('s', { ...ADA, ...arriving })])
    expect(found).toContain('possible scored')
    expect(found).toContain(guard)
  })

  it('for a twin whose own record is missing on one side', () => {
    const found = story([pupil('d', { ...ADA, firstName: 'Zainab' })], [pupil('s', { ...ADA, firstName: 'Ada' })])
    expect(found.join()).not.toContain('certain')
  })

  it('but not for a forename with a slip where the twin is called otherwise', () => {
    const twins = [pupil('d1', { ...ADA, firstName: 'Jayden' }), pupil('d2', { ...ADA, firstName: 'Kofi' })]
    expect(story(twins, [pupil('s1', { ...ADA, firstName: 'Jaydne' }), pupil('s2', { ...ADA, firstName: 'Kofi' })])).toEqual([
      'd1=s1 certain scored',
      'd2=s2 certain exact',
    ])
  })

  it('for a twin who is called otherwise, whether the other is there or not', () => {
    const twins = [pupil('d1', { ...ADA, firstName: 'Jayden' }), pupil('d2', { ...ADA, firstName: 'Kofi' })]
    expect(story(twins, [pupil('s1', { ...ADA, firstName: 'Kwame' }), pupil('s2', { ...ADA, firstName: 'Kofi' })]).join()).not.toContain(
      'd1=s1 certain',
    )
  })

  it('for forenames that are alike but both in use', () => {
    const others = (side: string) => [
      pupil(`${side}-crowd-a`, { firstName: 'Rahima', lastName: 'Whitfield', birthDate: '2013-01-02' }),
      pupil(`${side}-crowd-b`, { firstName: 'Rahina', lastName: 'Harlock', birthDate: '2013-05-06' }),
    ]
    const directory = [pupil('d', { ...ADA, firstName: 'Rahima' }), ...others('d')]
    expect(story(directory, [pupil('s', { ...ADA, firstName: 'Rahina' }), ...others('s')])).toEqual(['d=s possible scored lookalike'])
  })

  it('when names are all there is', () => {
    const held = pupil('d', { ...ADA, birthDate: null })
    expect(story([held], [pupil('s', { ...ADA, birthDate: null })])).toEqual(['d=s possible scored only_names'])
  })

  it('makes nobody certain who has an equal rival', () => {
    expect(story([pupil('d1', ADA), pupil('d2', ADA)], [pupil('s', ADA)])).toEqual(['d1=s possible scored duplicate rival'])
  })
})

describe('standing links and decisions', () => {
  const held = pupil('d', ADA)
  const same = pupil('s', ADA)
  const key = { directoryId: 'd', sourceId: 's' }

  it('S-56 keeps a link when only the surname has changed', () => {
    expect(story([held], [pupil('s', { ...ADA, lastName: 'Whitfield' })], { standing: [key] })).toEqual(['d=s certain standing'])
  })

  it('sets a link aside whose name and birth date both contradict, and both people with it', () => {
    const stranger = pupil('s', { firstName: 'Kofi', lastName: 'Whitfield', birthDate: '2011-11-29' })
    const result = run([held], [stranger, pupil('s2', ADA)], { standing: [key] })
    expect(result.contradicted).toEqual([key])
    expect(result.pairs.filter((pair) => pair.directoryId === 'd')).toEqual([])
  })

  it('sets a link aside that now names a brother or sister', () => {
    const sibling = pupil('s', { ...ADA, firstName: 'Chidi', birthDate: '2012-09-17' })
    expect(run([held], [sibling], { standing: [key] }).contradicted).toEqual([key])
  })

  it('S-59 keeps what a person decided, against all evidence', () => {
    const stranger = pupil('s2', { firstName: 'Kofi', lastName: 'Whitfield', birthDate: '2011-11-29' })
    const decided = [{ directoryId: 'd', sourceId: 's2' }]
    expect(story([held], [same, stranger], { standing: [key], decided })).toEqual(['d=s2 certain decided'])
  })

  it('S-60 never pairs what a person has parted', () => {
    expect(story([held], [same], { vetoed: [key] })).toEqual([])
  })

  it('passes over pairs of people who are not in the input', () => {
    expect(story([held], [same], { standing: [{ directoryId: 'd', sourceId: 'gone' }] })).toEqual(['d=s certain exact'])
  })
})

describe('staff', () => {
  const asStaff = { kind: 'staff' } as const
  const anna = { firstName: 'Anna', lastName: 'Harlock', email: 'a.harlock@oak.example.test' }

  it('S-73 pairs on the work e-mail across a marriage', () => {
    const source = pupil('s', { ...anna, lastName: 'Whitfield' })
    expect(story([pupil('d', anna)], [source], asStaff)).toEqual(['d=s certain identifier'])
  })

  it('S-73 takes an address that several share for nobody', () => {
    const office = { email: 'office@oak.example.test' }
    const directory = [pupil('d1', { ...anna, ...office }), pupil('d2', { firstName: 'Kofi', lastName: 'Mensah', ...office })]
    expect(story(directory, [pupil('s', { firstName: 'Zofia', lastName: 'Nowak', ...office })], asStaff)).toEqual([])
  })

  it('never takes an equal name alone for certain', () => {
    const source = pupil('s', { ...anna, email: null })
    expect(story([pupil('d', anna)], [source], asStaff)).toEqual(['d=s possible scored only_names'])
  })

  it('takes an equal name with an equal local part for certain', () => {
    const source = pupil('s', { ...anna, email: 'a.harlock@trust.example.test' })
    expect(story([pupil('d', anna)], [source], asStaff)).toEqual(['d=s certain scored'])
  })
})

describe('an empty side', () => {
  it.each([
    [[], []],
    [[pupil('d', ADA)], []],
    [[], [pupil('s', ADA)]],
  ])('pairs nobody', (directory, source) => {
    expect(match({ kind: 'pupil', directory, source, standing: [], decided: [], vetoed: [] })).toEqual({ pairs: [], contradicted: [] })
  })
})
