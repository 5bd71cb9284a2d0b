import { describe, expect, it } from 'vitest'
import {
  aSchool,
  aSyncedSchool,
  decided,
  heldByHand,
  look,
  type SchoolInMemory,
  said,
  statuses,
  sync,
} from '../../test/support/school-in-memory.ts'
import { aClass, aPupil, aTeacher, pupils } from '../../test/support/stories.ts'
import { schoolSettingsSchema } from '../schools/index.ts'

const ADA = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }
const DEFAULTS = schoolSettingsSchema.parse({})

const willImport = (school: SchoolInMemory) =>
  look(school)
    .rows.filter((it) => it.willImport)
    .map((it) => it.sourceId)
    .sort()

describe('the six statuses', () => {
  it('S-52 Not matched: we hold somebody whom the MIS does not know', () => {
    expect(statuses(heldByHand([aPupil('p1')]))).toEqual(['our-p1=? not_matched'])
  })

  it('S-53 New: the MIS knows somebody whom we do not hold', () => {
    expect(statuses(aSchool({ source: [aPupil('p1')] }))).toEqual(['?=p1 new'])
  })

  it('S-54 Matched: the same person on both sides', () => {
    expect(
      statuses(heldByHand([aPupil('p1'), ...pupils(9, {}, 11)], { source: [aPupil('x', { ...aPupil('p1').body.fields })] })),
    ).toContain('our-p1=x matched')
  })

  it('S-55 May match: somebody similar, whom a person must look at', () => {
    const school = heldByHand([aPupil('p1', ADA)], { source: [aPupil('x', { ...ADA, birthDate: '2012-11-30' })] })
    expect(statuses(school)).toEqual(['our-p1=x may_match'])
  })

  it('S-56 Synced: linked, and named by the read', () => {
    expect(statuses(aSyncedSchool({ source: [aPupil('p1')] }))).toEqual(['our-p1=p1 synced'])
  })

  it('S-57, D8 Desynced, left: linked, and no longer named by a complete read; the record stays as it was', () => {
    const school = { ...aSyncedSchool({ source: pupils(2) }), source: pupils(1) }
    expect(statuses(school)).toEqual(['our-p1=p1 synced', 'our-p2=p2 desynced left'])
    const after = sync(school).school
    expect(after.directory.people.get('our-p2')).toEqual(school.directory.people.get('our-p2'))
    expect(statuses(after)).toEqual(['our-p1=p1 synced', 'our-p2=? desynced left'])
  })
})

describe('absence', () => {
  it.each(['declared partial', 'a row could not be read', 'none left, and an empty answer is not believed'])(
    'D12, N-05 desyncs nobody when the read is incomplete: %s',
    (why) => {
      const school = aSyncedSchool({ source: pupils(2) })
      const read = { ...school, incomplete: { ...school.incomplete, pupil: why }, notNamed: ['pupil/p2'] }
      expect(statuses(read)).toEqual(['our-p1=p1 synced', 'our-p2=p2 synced'])
      expect(look(read).rows.map((it) => it.notSeen)).toEqual([false, true])
      expect(look(read).changes).toEqual([])
    },
  )

  it('N-05 counts within the kinds that the source carries: no staff file, no leavers among staff', () => {
    const school = aSyncedSchool({ source: [aPupil('p1'), aTeacher('t1')] })
    const read = { ...school, incomplete: { ...school.incomplete, staff: 'not in the source' }, notNamed: ['staff/t1'] }
    expect(statuses({ ...read, source: [aTeacher('t1')] })).toEqual(['our-p1=p1 desynced left', 'our-t1=t1 synced'])
  })

  it('N-05 counts where the source says itself that somebody has ended, however little else it holds', () => {
    const school = aSyncedSchool({ source: pupils(2) })
    const read = { ...school, incomplete: { ...school.incomplete, pupil: 'declared partial' }, gone: ['pupil/p2'], source: pupils(1) }
    expect(statuses(read)).toEqual(['our-p1=p1 synced', 'our-p2=p2 desynced left'])
  })
})

describe('the scope', () => {
  const seven = pupils(2, { classes: ['7A'] })
  const eight = pupils(2, { yearGroup: 'Year 8', classes: ['8A'] }, 11)
  const source = [aClass('7A'), aClass('8A'), ...seven, ...eight]
  const chosen = (yearGroups: readonly string[], registrationClasses: readonly string[] = []) => ({
    ...DEFAULTS,
    cohort: { yearGroups: [...yearGroups], registrationClasses: [...registrationClasses] },
  })

  it.each([
    ['all', DEFAULTS, ['p1', 'p11', 'p12', 'p2']],
    ['a year group', chosen(['8']), ['p11', 'p12']],
    ['a registration class', chosen([], ['7A']), ['p1', 'p2']],
    ['a year group or a registration class', chosen(['8'], ['7A']), ['p1', 'p11', 'p12', 'p2']],
    ['nothing, which restricts nobody', chosen([]), ['p1', 'p11', 'p12', 'p2']],
  ])('S-82 is %s', (_what, settings, imported) => {
    expect(willImport(aSchool({ source, settings }))).toEqual(imported)
  })

  it('S-83 hides people of the MIS only: ours stay and can be matched', () => {
    const school = heldByHand([aPupil('p1', { yearGroup: 'Year 8' }), aPupil('p11', { yearGroup: 'Year 8' })], {
      source,
      settings: chosen(['7']),
    })
    expect(statuses(school)).toEqual(['?=p2 new', 'our-p11=? not_matched', 'our-p1=p1 matched'].sort())
  })

  it('S-84, D25, D29 may grow later: who was out of scope is Synced again, under the same record', () => {
    const all = aSyncedSchool({ source })
    const narrow = { ...all, settings: { ...all.settings, cohort: { yearGroups: ['7'], registrationClasses: [] } } }
    expect(statuses(narrow).filter((it) => it.includes('out_of_scope'))).toEqual([
      'our-p11=p11 desynced out_of_scope',
      'our-p12=p12 desynced out_of_scope',
    ])
    const wide = { ...sync(narrow).school, settings: all.settings }
    expect(statuses(wide).filter((it) => it.includes('came_back'))).toEqual([
      'our-p11=p11 synced came_back',
      'our-p12=p12 synced came_back',
    ])
    expect(sync(wide).school.directory.people).toEqual(all.directory.people)
  })

  it('D12 tells out of scope from left, even where a read is incomplete', () => {
    const all = aSyncedSchool({ source })
    const settings = { ...all.settings, cohort: { yearGroups: ['7'], registrationClasses: [] } }
    const read = { ...all, settings, incomplete: { ...all.incomplete, pupil: 'declared partial' }, notNamed: ['pupil/p11'] }
    expect(statuses(read)).toContain('our-p11=p11 desynced out_of_scope')
  })
})

describe('what is ticked', () => {
  it('D6, S-61 New pupils at first, New staff not; the school may change both', () => {
    const source = [aPupil('p1'), aTeacher('t1')]
    expect(willImport(aSchool({ source, settings: DEFAULTS }))).toEqual(['p1'])
    const settings = { ...DEFAULTS, importNewStaff: true, importNewPupils: false }
    expect(willImport(aSchool({ source, settings }))).toEqual(['t1'])
  })

  it('S-61, S-53 the coordinator ticks and unticks one by one', () => {
    const school = aSchool({ source: pupils(3), settings: { ...DEFAULTS, importNewPupils: false } })
    expect(willImport(decided(school, said('import', 'p2')))).toEqual(['p2'])
    const ticked = { ...school, settings: DEFAULTS }
    expect(willImport(decided(ticked, said('leave_out', 'p1'), said('never_import', 'p2')))).toEqual(['p3'])
  })

  it('S-54 Matched rows without a tick, unless they are left out', () => {
    const school = heldByHand(pupils(5), { source: pupils(5) })
    expect(willImport(school)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
    expect(willImport(decided(school, said('leave_out', 'p1')))).toEqual(['p2', 'p3', 'p4', 'p5'])
  })

  it('D11 May match rows only where the school says so, and never once they are unmatched (S-55)', () => {
    const school = heldByHand([aPupil('p1', ADA)], { source: [aPupil('x', { ...ADA, birthDate: '2012-11-30' })] })
    expect(look(school).changes).toEqual([])
    const accepting = { ...school, settings: { ...school.settings, applyUnreviewedMayMatch: true } }
    expect(look(accepting).changes.map((it) => it.key)).toContain('person link our-p1')
    const split = decided(accepting, said('unmatch', 'x', 'our-p1'))
    expect(statuses(split)).toEqual(['?=x new', 'our-p1=? not_matched'])
  })

  it('S-140 never who has an error', () => {
    const source = [aClass('7A'), aPupil('p1', { classes: ['7A'] }), aPupil('p2', { classes: [] })]
    expect(look(aSchool({ source })).rows.map((it) => [it.sourceId, it.willImport, it.leftOut])).toEqual([
      ['p1', true, null],
      ['p2', false, 'pupil.without_registration_class'],
    ])
  })
})

describe('an id that now stands for somebody else', () => {
  const others = pupils(9, {}, 11)
  const another = aPupil('p1', { firstName: 'Bela', lastName: 'Quill', birthDate: '2011-12-30' })

  it('N-12 leaves its person as they were, and out of the sync', () => {
    const school = aSyncedSchool({ source: [aPupil('p1', ADA), ...others] })
    const { rows, changes } = look({ ...school, source: [another, ...others] })
    expect(rows.find((it) => it.sourceId === 'p1')).toMatchObject({ status: 'synced', reason: 'id_reused', leftOut: 'person.id_reused' })
    expect(changes).toEqual([])
  })

  it('N-12 revives nobody who had left, and sets up nobody in their place', () => {
    const school = aSyncedSchool({ source: [aPupil('p1', ADA), ...others] })
    const left = sync({ ...school, source: others }).school
    const { rows, changes } = look({ ...left, source: [another, ...others] })
    expect(rows.find((it) => it.personId === 'our-p1')).toMatchObject({ status: 'desynced', reason: 'left' })
    expect(rows.find((it) => it.sourceId === 'p1')).toMatchObject({ status: 'new', willImport: false, leftOut: 'person.id_reused' })
    expect(changes).toEqual([])
  })
})
