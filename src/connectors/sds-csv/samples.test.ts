import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSource, openTable } from '../../tables/index.ts'
import type { FileReadRequest } from '../connector.ts'
import { kindsOf, recordRead } from '../support/recording.ts'
import { sdsCsv } from './connector.ts'

const ROSTERS = new URL('../../../../shared/data/rosters/', import.meta.url)

async function open(path: string): Promise<FileReadRequest> {
  const source = await openSource(new URL(path, ROSTERS).pathname)
  if (!source.ok) throw new Error(source.failure.code)
  return { files: source.value.files, openTable, map: null, now: new Date('2026-10-01T08:00:00Z') }
}

const WHOLE = { extent: 'whole' }

// written by others; not part of every checkout
describe.skipIf(!existsSync(ROSTERS))("Microsoft's own samples", () => {
  it.each([
    ['sds-v1/25-Users', 'sds-v1', 22, 2, 2, 44],
    ['sds-uk/25-Users', 'sds-uk', 22, 2, 28, 154],
    ['sds-v1/100-Users', 'sds-v1', 86, 12, null, null],
    ['sds-v1/Min-Required-Attributes', 'sds-v1', 22, 2, 2, 44],
    ['sds-uk/Min-Required-Attributes', 'sds-uk', 22, 2, 28, 154],
  ])('reads %s (S-164)', async (path, format, pupil, staff, classes, memberships) => {
    const request = await open(path)
    expect(await sdsCsv.recognises(request)).toBe(true)
    const read = await recordRead(sdsCsv, request)
    expect(kindsOf(read)).toEqual({ pupil, staff })
    expect([...read.schools]).toEqual([
      ['10001', 'Contoso High School'],
      ['10002', 'Fabrikam High School'],
    ])
    expect(read.summary).toEqual({
      format,
      hasUsGrades: format === 'sds-v1',
      carries: { pupil: WHOLE, staff: WHOLE, class: WHOLE, enrolment: WHOLE },
    })
    if (classes !== null) expect(read.classes.length).toBe(classes)
    if (memberships !== null) expect(read.rows['StudentEnrollment.csv']).toBe(memberships)
    expect([read.rejected, read.otherRejected, read.warnings]).toEqual([[], [], []])
    expect(JSON.stringify(read)).not.toMatch(/P@ssw/)
  })

  it('reads the details of a pupil, with its American birth date', async () => {
    const read = await recordRead(sdsCsv, await open('sds-v1/25-Users'))
    expect(read.people[0]).toMatchObject({
      school: '10001',
      person: {
        kind: 'pupil',
        sourceId: '13001',
        fields: { firstName: 'Ora', lastName: 'Klein', birthDate: '2000-04-02', yearGroup: '9', customId: '13001', status: 'active' },
      },
    })
  })

  it.each(['sis-day1-day2/day1-students.csv', 'oneroster-1.1-base', 'families/users-1999-with-parents.csv'])(
    'leaves %s to another connector',
    async (path) => {
      expect(await sdsCsv.recognises(await open(path))).toBe(false)
    },
  )
})
