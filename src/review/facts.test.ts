import { describe, expect, it } from 'vitest'
import { aSyncedSchool, decided, heldByHand, look, said, statuses, sync, UNDECIDED } from '../../test/support/school-in-memory.ts'
import { aPupil, pupils } from '../../test/support/stories.ts'

const ADA = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }

describe('a person’s word', () => {
  it('S-59 Match: pairs any two records of a kind, whatever they look like', () => {
    const school = decided(heldByHand([aPupil('p1')], { source: [aPupil('p99')] }), said('match', 'p99', 'our-p1'))
    expect(statuses(school)).toEqual(['our-p1=p99 matched'])
    expect(sync(school).school.directory.people.get('our-p1')?.fields.lastName).toBe(aPupil('p99').body.fields.lastName)
  })

  it('S-59 Match beats a standing link on either side; the link ends as unmatched', () => {
    const linked = aSyncedSchool({ source: pupils(2) })
    const school = decided(linked, said('match', 'p1', 'our-p2'))
    expect(statuses(school)).toEqual(['?=p2 new', 'our-p1=? not_matched', 'our-p2=p1 matched'])
    const { directory } = sync(school).school
    const links = directory.links.filter((it) => it.recordKind === 'person').map((it) => `${it.recordId}=${it.source.id} ${it.endReason}`)
    expect(links.sort()).toEqual(['our-p1=p1 unmatched', 'our-p2-2=p2 null', 'our-p2=p1 null', 'our-p2=p2 unmatched'])
  })

  it('S-59 Match takes somebody who left under one id up under another', () => {
    const school = aSyncedSchool({ source: pupils(1) })
    const rekeyed = { ...school, source: [aPupil('x1', aPupil('p1').body.fields)] }
    expect(statuses(rekeyed)).toEqual(['?=x1 new', 'our-p1=p1 desynced left'])
    expect(statuses(decided(rekeyed, said('match', 'x1', 'our-p1')))).toEqual(['our-p1=x1 matched'])
  })

  it('S-59 of two that contradict each other, the later holds', () => {
    const school = heldByHand(pupils(2), { source: [aPupil('x')] })
    expect(statuses(decided(school, said('match', 'x', 'our-p1'), said('match', 'x', 'our-p2')))).toEqual([
      'our-p1=? not_matched',
      'our-p2=x matched',
    ])
  })

  it('S-60, D2 Unmatch splits a Synced pair into Not matched and New, which may be imported as somebody else', () => {
    const linked = aSyncedSchool({ source: pupils(1) })
    const school = decided(linked, said('unmatch', 'p1', 'our-p1'))
    expect(statuses(school)).toEqual(['?=p1 new', 'our-p1=? not_matched'])
    const after = sync(school).school
    expect(statuses(after)).toEqual(['our-p1-2=p1 synced', 'our-p1=? not_matched'])
    expect(after.directory.people.get('our-p1')).toEqual(linked.directory.people.get('our-p1'))
  })

  it('S-60 Unmatch says Not matched even of somebody who had left once before', () => {
    const first = aSyncedSchool({ source: pupils(1) })
    const left = sync({ ...first, source: [] }).school
    const again = sync(decided({ ...left, source: [aPupil('p99')] }, said('match', 'p99', 'our-p1'))).school
    expect(statuses(decided(again, said('unmatch', 'p99', 'our-p1')))).toEqual(['?=p99 new', 'our-p1=? not_matched'])
  })
})

describe('D3 a record managed by hand', () => {
  const synced = aSyncedSchool({ source: [aPupil('p1', ADA)] })
  const ended = { recordKind: 'person', recordId: 'our-p1', endedAt: '2025-09-01T00:00:00.000Z' } as const
  const earlier = { ...ended, endedAt: '2025-01-07T00:00:00.000Z' }
  const byHand = (...more: readonly (readonly [id: string, endReason: 'left' | 'merged'])[]) => {
    const links = synced.directory.links.flatMap((it) => {
      if (it.recordKind !== 'person') return [it]
      const others = more.map(([id, endReason]) => ({ ...earlier, source: { ...it.source, id }, endReason }))
      return [{ ...ended, source: it.source, endReason: 'by_hand' as const }, ...others]
    })
    return { ...synced, directory: { ...synced.directory, links } }
  }

  it('is nobody’s: neither taken back nor set up a second time, and no earlier word or link brings it back', () => {
    const school = byHand(['p0', 'left'], ['p2', 'merged'])
    const source = ['p0', 'p1', 'p2'].map((it) => aPupil(it, ADA))
    expect(statuses({ ...school, source: source.slice(1) })).toEqual(['our-p1=? not_matched'])
    expect(statuses(decided({ ...school, source: source.slice(1) }, said('match', 'p1', 'our-p1')))).toEqual(['our-p1=? not_matched'])
    expect(statuses({ ...school, source })).toEqual(['our-p1=p0 may_match'])
  })

  it('is asked about under another id, and paired by a person’s word alone', () => {
    const school = { ...byHand(), source: [aPupil('x1', ADA)] }
    expect(statuses(school)).toEqual(['our-p1=x1 may_match'])
    expect(look(school).changes).toEqual([])
    expect(statuses(decided(school, said('match', 'x1', 'our-p1')))).toEqual(['our-p1=x1 matched'])
  })
})

describe('links', () => {
  it('S-68 hold by the MIS ID when everything else changes but who it is', () => {
    const school = aSyncedSchool({ source: [aPupil('p1', ADA)] })
    expect(statuses({ ...school, source: [aPupil('p1', { ...ADA, lastName: 'Okafor', yearGroup: 'Year 9' })] })).toEqual([
      'our-p1=p1 synced',
    ])
  })

  it('an id that now stands for somebody else is Synced, marked, and left alone until a person decides', () => {
    const school = aSyncedSchool({ source: [aPupil('p1', ADA), ...pupils(9, {}, 11)] })
    const reused = {
      ...school,
      source: [aPupil('p1', { firstName: 'Kofi', lastName: 'Owusu', birthDate: '2009-11-30' }), ...pupils(9, {}, 11)],
    }
    expect(statuses(reused)).toContain('our-p1=p1 synced id_reused')
    expect(look(reused).changes).toEqual([])
  })

  it.each([
    ['left', true],
    ['out_of_scope', true],
    ['unmatched', false],
    ['ids_cleared', false],
    ['merged', false],
  ] as const)('S-69, D29 ended as %s: seen again under the same id is Synced again: %s', (endReason, revives) => {
    const school = aSyncedSchool({ source: [aPupil('p1', ADA)] })
    const links = school.directory.links.map((it) => ({ ...it, endReason, endedAt: '2025-07-01T00:00:00.000Z' }))
    const stranger = aPupil('p1', { firstName: 'Kofi', lastName: 'Owusu', birthDate: '2013-05-04' })
    const again = { ...school, directory: { ...school.directory, links }, source: [stranger] }
    expect(statuses(again)).toEqual(revives ? ['our-p1=p1 synced came_back'] : ['?=p1 new', 'our-p1=? not_matched'])
  })

  it('D29 the one who held the id last comes back under it', () => {
    const school = aSyncedSchool({ source: pupils(2, { birthDate: '2013-05-04' }) })
    const links = school.directory.links.flatMap((it) =>
      it.recordKind !== 'person'
        ? []
        : [
            {
              ...it,
              source: { ...it.source, id: 'p1' },
              endReason: 'left' as const,
              endedAt: `${it.recordId === 'our-p2' ? 2025 : 2024}-07-01`,
            },
          ],
    )
    for (const order of [links, links.toReversed()]) {
      const again = {
        ...school,
        directory: { ...school.directory, links: order },
        source: [aPupil('p1', { firstName: 'Kofi', lastName: 'Owusu', birthDate: '2013-05-04' })],
      }
      expect(statuses(again)).toEqual(['our-p1=? desynced left', 'our-p2=p1 synced came_back'])
    }
  })

  it('D23 another connection is another MIS: people are matched anew', () => {
    const school = aSyncedSchool({ source: pupils(3) })
    const other = { ...school, connection: 'other', source: pupils(3).map((it) => ({ ...it, sourceId: `x${it.sourceId}` })) }
    expect(statuses(other)).toEqual(['our-p1=xp1 matched', 'our-p2=xp2 matched', 'our-p3=xp3 matched'])
    expect(statuses({ ...other, source: [], decisions: UNDECIDED })).toEqual([
      'our-p1=? not_matched',
      'our-p2=? not_matched',
      'our-p3=? not_matched',
    ])
  })
})
