import { describe, expect, it } from 'vitest'
import { openTable } from '../../tables/index.ts'
import type { FileReadRequest } from '../connector.ts'
import { filesOf, type Recorded, recording, recordRead } from '../support/recording.ts'
import { oneRosterCsv } from './connector.ts'

const request = (texts: Readonly<Record<string, string>>): FileReadRequest => ({
  ...{ files: filesOf(texts), openTable, map: null, now: new Date('2026-10-01T08:00:00Z') },
})
const read = (texts: Readonly<Record<string, string>>): Promise<Recorded> => recordRead(oneRosterCsv, request(texts))
const manifest = (modes: Readonly<Record<string, string>>) =>
  ['propertyName,value', 'oneroster.version,1.1', ...Object.entries(modes).map(([file, mode]) => `file.${file},${mode}`)].join('\n')

const PACKAGE = {
  'orgs.csv': 'sourcedId,name,type\ns1,Oak Primary,school\n',
  'users.csv': 'sourcedId,status,dateLastModified,orgSourcedIds,role,givenName,familyName,grades\nu1,,,s1,student,Ava,Tindall,4\n',
  'classes.csv': 'sourcedId,title,classType,schoolSourcedId\nc1,4H,homeroom,s1\n',
  'enrollments.csv': 'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\ne1,c1,s1,u1,student\n',
}
const BULK = { orgs: 'bulk', users: 'bulk', classes: 'bulk', enrollments: 'bulk', results: 'absent' }
const WHOLE = { extent: 'whole' }
const STAMPED = PACKAGE['users.csv'].replace('u1,,,', 'u1,active,2026-09-01T00:00:00.000Z,')
const DELETED = PACKAGE['users.csv'].replace('u1,,,', 'u1,tobedeleted,2026-09-01T00:00:00.000Z,')

const codes = ({ warnings }: Recorded) => warnings.map(({ problem }) => problem.code)

describe('what a OneRoster package claims to hold (D24)', () => {
  it('is everything when the manifest says bulk', async () => {
    const all = await read({ 'manifest.csv': manifest(BULK), ...PACKAGE })
    expect(all.summary).toEqual({
      format: 'oneroster-1.1',
      hasUsGrades: false,
      carries: { pupil: WHOLE, staff: WHOLE, class: WHOLE, enrolment: WHOLE },
    })
    expect(all.warnings).toEqual([])
  })

  it('is everything although rows carry a status, and says so', async () => {
    const all = await read({ 'manifest.csv': manifest(BULK), ...PACKAGE, 'users.csv': STAMPED })
    expect([all.summary.carries.pupil, codes(all)]).toEqual([WHOLE, ['package.bulk_with_status']])
  })

  it('is only changes when a row of a bulk file is marked as deleted, and says so', async () => {
    const all = await read({ 'manifest.csv': manifest(BULK), ...PACKAGE, 'users.csv': DELETED })
    expect(all.gone).toEqual([{ school: 's1', kind: 'pupil', sourceId: 'u1' }])
    expect(all.summary.carries).toMatchObject({ pupil: { extent: 'part' }, class: WHOLE })
    expect(codes(all)).toEqual(['package.bulk_with_deletions'])
  })

  it('is only changes when the manifest says delta, file by file', async () => {
    const all = await read({ 'manifest.csv': manifest({ ...BULK, users: 'delta' }), ...PACKAGE, 'users.csv': STAMPED })
    expect(all.summary.carries).toMatchObject({ pupil: { extent: 'part', why: 'users.csv holds changes only' }, enrolment: WHOLE })
    expect(codes(all)).toEqual(['package.delta'])
    expect(all.warnings[0]?.problem.params).toEqual({ files: 'users.csv' })
  })

  it('is not whole in a kind whose announced file is missing', async () => {
    const { 'classes.csv': _missing, ...rest } = PACKAGE
    const all = await read({ 'manifest.csv': manifest(BULK), ...rest })
    expect(all.summary.carries.class).toMatchObject({ extent: 'part', why: 'classes.csv is announced by the manifest but missing' })
    expect(all.warnings).toMatchObject([{ problem: { code: 'package.file_missing', file: 'classes.csv' } }])
  })

  it('is not whole in a kind whose file the manifest does not announce', async () => {
    const all = await read({ 'manifest.csv': manifest({ ...BULK, classes: 'absent' }), ...PACKAGE })
    expect(all.summary.carries.class.extent).toBe('part')
    expect(codes(all)).toEqual(['package.file_not_announced'])
  })

  it('does not prove anybody absent by a file without rows', async () => {
    const all = await read({ 'manifest.csv': manifest(BULK), ...PACKAGE, 'users.csv': `${PACKAGE['users.csv'].split('\n')[0]}\n` })
    expect(all.summary.carries.pupil).toEqual({ extent: 'part', why: 'users.csv has no rows', isCertain: true })
    expect(codes(all)).toEqual(['file.without_rows'])
  })

  it('is no change at all when there is only a manifest', async () => {
    const all = await read({ 'manifest.csv': manifest({ users: 'absent' }) })
    expect(all.summary.carries.pupil).toEqual({ extent: 'absent' })
    expect([all.rows, codes(all)]).toEqual([{ 'manifest.csv': 2 }, ['package.no_changes']])
    const missing = await read({ 'manifest.csv': manifest({ users: 'bulk' }) })
    expect(codes(missing)).toEqual(['package.file_missing'])
  })

  it('is everything in OneRoster 1.0, which has no manifest, when its seven files are there', async () => {
    const three = {
      'Courses.csv': 'sourcedId,title\n',
      'academicSessions.csv': 'sourcedId,title\nt1,Autumn\n',
      'demographics.csv': 'sourcedId\n',
    }
    const all = await read({ ...PACKAGE, ...three })
    expect(all.summary).toMatchObject({ format: 'oneroster-1.0', carries: { pupil: WHOLE, class: WHOLE } })
    expect((await read(PACKAGE)).summary.carries.pupil.extent).toBe('part')
  })
})

describe('the files of a OneRoster package', () => {
  it('are found in any case, and others are named once and not counted', async () => {
    const all = await read({ 'Users.CSV': PACKAGE['users.csv'], 'ORGS.csv': PACKAGE['orgs.csv'], 'dinner-money.csv': 'a,b\n1,2\n' })
    expect(all.people.length).toBe(1)
    expect(all.warnings).toMatchObject([{ problem: { code: 'package.unknown_file', file: 'dinner-money.csv' } }])
    expect(all.rows).toEqual({ 'Users.CSV': 1, 'ORGS.csv': 1 })
  })

  it('with records we do not keep are counted and left out', async () => {
    const all = await read({ ...PACKAGE, 'lineItems.csv': 'sourcedId,title\nl1,Test\nl2,Test\n' })
    expect(all.otherRows).toMatchObject({ 'lineItems.csv leftOut': 2 })
  })

  it('cannot be read at all when people have no sourcedId', async () => {
    const { sink } = recording()
    const failed = await oneRosterCsv.read(request({ ...PACKAGE, 'users.csv': 'status,role\n,student\n' }), sink)
    expect(failed).toMatchObject({ ok: false, failure: { code: 'file.column_missing', file: 'users.csv', column: 'sourcedId' } })
  })

  it('are read without a file that lacks its id, which is then not whole', async () => {
    const all = await read({ 'manifest.csv': manifest(BULK), ...PACKAGE, 'classes.csv': 'title\n4H\n' })
    expect(all.summary.carries).toMatchObject({ pupil: WHOLE, class: { extent: 'part', why: 'classes.csv cannot be read' } })
    expect(codes(all)).toEqual(['file.column_missing'])
    expect(all.rows['classes.csv']).toBe(1)
  })

  it('are read with a warning when another column of the format is missing', async () => {
    const all = await read({ ...PACKAGE, 'users.csv': 'sourcedId,status,orgSourcedIds,role,givenName\nu1,,s1,student,Ava\n' })
    expect(all.warnings).toMatchObject([{ problem: { code: 'file.column_expected', file: 'users.csv', column: 'familyName' } }])
    expect(all.people.length).toBe(1)
  })

  it.each([
    ['KG', true],
    ['03', true],
    ['PK', true],
    ['4', false],
    ['Year 4', false],
    ['R', false],
    ['12', false],
  ])('mean US grades when they say %s: %s (D33)', async (grade, isUs) => {
    const all = await read({ ...PACKAGE, 'users.csv': PACKAGE['users.csv'].replace('Tindall,4', `Tindall,${grade}`) })
    expect(all.summary.hasUsGrades).toBe(isUs)
  })
})

describe('recognising OneRoster', () => {
  it.each([
    ['a manifest', { 'manifest.csv': manifest(BULK) }, true],
    ['users with OneRoster columns', { 'users.csv': PACKAGE['users.csv'] }, true],
    ['changes of memberships alone', { 'enrollments.csv': 'sourcedId,status,dateLastModified,classSourcedId\n' }, true],
    ['one file of users with another name', { 'export-2026.csv': PACKAGE['users.csv'] }, true],
    [
      "Microsoft's v2.1",
      { 'users.csv': 'sourcedId,username,givenName,familyName\n', 'roles.csv': 'userSourcedId,orgSourcedId,role\n' },
      false,
    ],
    ['a student extract', { 'students.csv': 'SIS ID,School SIS ID,Username\n' }, false],
  ])('by %s', async (_name, texts, expected) => {
    expect(await oneRosterCsv.recognises(request(texts))).toBe(expected)
  })

  it('leaves a file alone with a map of columns to the plain CSV connector', async () => {
    expect(await oneRosterCsv.recognises({ ...request({ 'people.csv': PACKAGE['users.csv'] }), map: { firstName: 'givenName' } })).toBe(
      false,
    )
  })
})
