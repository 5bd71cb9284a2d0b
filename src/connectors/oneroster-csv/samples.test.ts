import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSource, openTable } from '../../tables/index.ts'
import type { FileReadRequest } from '../connector.ts'
import { kindsOf, recordRead } from '../support/recording.ts'
import { oneRosterCsv } from './connector.ts'

const ROSTERS = new URL('../../../../shared/data/rosters/', import.meta.url)
const NOW = new Date('2026-10-01T08:00:00Z')

async function open(path: string): Promise<FileReadRequest> {
  const source = await openSource(new URL(path, ROSTERS).pathname)
  if (!source.ok) throw new Error(source.failure.code)
  return { files: source.value.files, openTable, map: null, now: NOW }
}

// written by others; not part of every checkout
describe.skipIf(!existsSync(ROSTERS))('OneRoster packages nobody here wrote', () => {
  it('reads the district zip: every user, class and membership in its own school, in time (S-164)', async () => {
    const request = await open('oneroster-zips/district-4441-users.zip')
    expect(await oneRosterCsv.recognises(request)).toBe(true)
    const started = performance.now()
    const read = await recordRead(oneRosterCsv, request)
    const seconds = (performance.now() - started) / 1000
    expect(kindsOf(read)).toEqual({ pupil: 4225, staff: 216 })
    expect(new Set(read.people.filter(({ person }) => person.kind === 'pupil').map(({ school }) => school)).size).toBe(20)
    // and the district, where one administrator belongs and no school contains it (D22)
    expect(read.schools.size).toBe(21)
    expect([read.classes.length, read.enrolments.length]).toEqual([1470, 31_045])
    expect(read.classes.filter(({ it }) => it.kind === 'registration').length).toBe(210)
    expect(read.rows).toMatchObject({ 'users.csv': 4441, 'classes.csv': 1470, 'enrollments.csv': 31_045, 'orgs.csv': 21 })
    expect(read.rows).toMatchObject({ 'demographics.csv': 4225, 'courses.csv': 91, 'academicSessions.csv': 2 })
    expect(read.rejected).toEqual([])
    expect(read.warnings.map(({ problem }) => problem.code)).toEqual(['package.bulk_with_status'])
    expect(read.summary).toEqual({
      format: 'oneroster-1.1',
      hasUsGrades: true,
      schoolYears: [{ start: '2026-08-15', end: '2027-06-10' }],
      carries: { pupil: { extent: 'whole' }, staff: { extent: 'whole' }, class: { extent: 'whole' }, enrolment: { extent: 'whole' } },
    })
    expect(seconds).toBeLessThan(5)
  })

  it('reads the 1.1 base sample: old headers, header-only files, dangling terms', async () => {
    const read = await recordRead(oneRosterCsv, await open('oneroster-1.1-base'))
    expect(kindsOf(read)).toEqual({ pupil: 2, staff: 0 })
    expect(read.people.map(({ school, person }) => [school, person.fields.firstName, person.fields.status])).toEqual([
      ['12345', 'ionut', 'active'],
      ['54321', 'ionut2', 'active'],
    ])
    expect(read.classes.map(({ it }) => [it.name, it.yearGroups])).toEqual([
      ['Class 1 title', ['2']],
      ['Class 2 title', []],
      ['Class 3 title', []],
    ])
    expect(read.enrolments.length).toBe(3)
    expect(read.summary.hasUsGrades).toBe(false)
  })

  it('counts people of a department without a school to the department (D22)', async () => {
    const read = await recordRead(oneRosterCsv, await open('oneroster-zips/Test_minimal_data_set.zip'))
    expect(read.schools).toEqual(new Map([['org-sch-222-456', 'History Department']]))
    expect(kindsOf(read)).toEqual({ pupil: 3, staff: 2 })
    expect(read.leftOut.map(({ code, detail }) => [code, detail])).toEqual(Array(read.leftOut.length).fill(['person.other_role', 'parent']))
    expect(read.rows['users.csv']).toBe(kindsOf(read).pupil + kindsOf(read).staff + read.leftOut.length)
    expect(JSON.stringify(read)).not.toContain('Password1-')
  })

  it('reads a 1.2 package of changes: roles from roles.csv, nothing proven absent', async () => {
    const read = await recordRead(oneRosterCsv, await open('oneroster-zips/oneroster_test_data.zip'))
    expect(read.people.map(({ school, person }) => [school, person.kind, person.fields.birthDate])).toEqual([
      ['ORG_1', 'pupil', '2010-04-17'],
    ])
    expect(read.summary.format).toBe('oneroster-1.2')
    expect(read.summary.carries.pupil).toMatchObject({ extent: 'part', why: 'users.csv holds changes only' })
    expect(JSON.stringify(read)).not.toContain('Batman')
  })

  it('reads a file of users alone: pupils used, parents counted and left out', async () => {
    const request = await open('families/users-1999-with-parents.csv')
    expect(await oneRosterCsv.recognises(request)).toBe(true)
    const read = await recordRead(oneRosterCsv, request)
    expect(kindsOf(read)).toEqual({ pupil: 1187, staff: 0 })
    expect(read.leftOut.length).toBe(812)
    expect(read.summary.carries.pupil.extent).toBe('part')
    expect(read.warnings.filter(({ problem }) => problem.code === 'school.not_described').length).toBe(1)
  })

  it.each(['sis-day1-day2/day1-students.csv', 'legal-and-preferred-names.csv', 'sds-v1/25-Users'])(
    'leaves %s to another connector',
    async (path) => {
      expect(await oneRosterCsv.recognises(await open(path))).toBe(false)
    },
  )
})
