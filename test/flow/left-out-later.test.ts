import { describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { type MadeUp, oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const PEOPLE: readonly MadeUp[] = [
  { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7', classes: ['7A', 'Maths'] },
  { id: 'p2', first: 'Ben', last: 'Okafor', grade: '7', classes: ['7A', 'Maths'] },
  { id: 'p3', first: 'Cleo', last: 'Patel', grade: '7', classes: ['7A'] },
  { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'd@oak.example.test', classes: ['7A'] },
  { id: 't2', first: 'Emil', last: 'Rowe', role: 'teacher', email: 'e@oak.example.test', classes: ['Maths'] },
]

const people = () => muster.ask(`select first_name, last_name, email, year_group from person order by last_name`)
const links = () => muster.ask(`select source_id, end_reason from link where record_kind = 'person' order by source_id`)
const memberships = () => muster.ask(`select person_id, class_id, role from enrolment order by 1, 2, 3`)

/** The package with one person changed, and with another first name so that a change could be seen. */
const withOne = (id: string, more: Partial<MadeUp>) =>
  writePackage(muster.folder, oneRoster(PEOPLE.map((it) => (it.id === id ? { ...it, first: `${it.first}x`, ...more } : it))))

describe('somebody synced whose row can no longer be used', () => {
  it.each<[string, string, Partial<MadeUp>, string, 'staff' | 'pupils']>([
    ['a member of staff without e-mail', 't1', { email: '' }, 'staff.without_email', 'staff'],
    ['a pupil of a year group nobody knows', 'p1', { grade: 'Kestrels' }, 'pupil.year_group_unmapped', 'pupils'],
    ['a pupil without registration class', 'p2', { classes: ['Maths'] }, 'pupil.without_registration_class', 'pupils'],
  ])('%s stays synced and unchanged, is counted as left out, and never desynced (D21, S-143)', async (_name, id, more, code, kind) => {
    await muster.sync(writePackage(muster.folder, oneRoster(PEOPLE)), '--import-staff')
    const before = [await people(), await links(), await memberships()]
    const { school, ...ran } = await muster.sync(withOne(id, more))
    expect(ran.code).toBe(0)
    expect(school).toMatchObject({
      rows: { read: 5, used: 4, leftOut: 1, rejected: 0 },
      absence: 'proven',
      changes: { created: 0, updated: 0, desynced: 0 },
    })
    expect(school.statuses?.[kind]).toMatchObject({ synced: kind === 'staff' ? 2 : 3, desynced: 0 })
    expect(school.problems.map((it) => it.code)).toContain(code)
    expect([await people(), await links(), await memberships()]).toEqual(before)
    const back = await muster.sync(withOne(id, {}))
    expect(back.school.changes).toMatchObject({ updated: 1, created: 0, linked: 0, desynced: 0 })
  })
})
