import { beforeAll, describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()

const PUPILS = Array.from({ length: 30 }, (_, at) => ({
  ...{ id: `p${at + 10}`, first: `Ada${at}`, last: `Marsh${at}`, grade: '7' },
  classes: [at % 2 === 0 ? '7A' : '7B', 'Maths'],
}))
const STAFF = [
  { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'd@oak.example.test', classes: ['7A', '7B', 'Maths'] },
  { id: 't2', first: 'Emil', last: 'Rowe', role: 'teacher', email: 'e@oak.example.test', classes: ['Maths'] },
] as const
const WHOLE = oneRoster([...PUPILS, ...STAFF])

type Files = Readonly<Record<string, string>>
const changed = (file: string, change: (text: string) => string): Files => ({ ...WHOLE, [file]: change(WHOLE[file] ?? '') })
const without = (file: string): Files => Object.fromEntries(Object.entries(WHOLE).filter(([name]) => name !== file))
const header = (text: string): string => `${text.split('\n')[0]}\n`
/** The first so many lines, and perhaps a piece of the next. */
const cut =
  (lines: number, characters = 0): ((text: string) => string) =>
  (text) => {
    const all = text.split('\n')
    return `${all.slice(0, lines).join('\n')}\n${all[lines]?.slice(0, characters) ?? ''}`
  }

/** How many links of people, memberships and classes the school has. */
async function state(): Promise<object> {
  const count = (what: string) => `(select count(*)::int from ${what} and it.school_id = school.id)`
  const [counts] = await muster.ask<object>(`
    select ${count(`link it where record_kind = 'person' and end_reason is null`)} as live, ${count('enrolment it where true')} as memberships,
      ${count('class it where not is_archived')} as classes from school where external_id = 'oak'`)
  return counts ?? {}
}

describe('a damaged package after a whole one', () => {
  let before: object = {}

  beforeAll(async () => {
    await muster.sync(writePackage(muster.folder, WHOLE), '--import-staff')
    before = await state()
    expect(before).toMatchObject({ live: 32, memberships: 64, classes: 3 })
  })

  it.each<[string, Files, string, readonly string[]]>([
    ['users cut inside a row', changed('users.csv', cut(20, 9)), 'a row could not be read (users.csv, line 21)', []],
    ['users cut between rows', changed('users.csv', cut(20)), 'class memberships name people that have no row of their own (', []],
    [
      'one unreadable row',
      changed('users.csv', (it) => it.replace(/^p15,.*$/m, 'p15,true')),
      'a row could not be read (users.csv, line 7)',
      [],
    ],
    ['an unclosed quote', changed('users.csv', (it) => it.replace(',Ada5,', ',"Ada5,')), 'a row could not be read (users.csv, line 7)', []],
    ['users without rows', changed('users.csv', header), 'users.csv has no rows', []],
    ['users without rows, declared full', changed('users.csv', header), 'users.csv has no rows', ['--full']],
    ['no file of users', without('users.csv'), 'users.csv is announced by the manifest but missing', []],
    ['no file of users, declared full', without('users.csv'), 'users.csv is announced by the manifest but missing', ['--full']],
    [
      'wrong school ids for some',
      changed('users.csv', (it) => it.replace(/^(p1[0-4],,,true,)oak/gm, '$1oka')),
      'people or classes belong to schools that nothing describes (1)',
      [],
    ],
    ['no school ids for some', changed('users.csv', (it) => it.replace(/^(p1[0-4],,,true,)oak/gm, '$1')), 'proven', []],
  ])('%s: nobody has left', async (_name, files, why, words) => {
    const { school, schools } = await muster.sync(writePackage(muster.folder, files), ...words)
    const oak = schools.find((it) => it.school.externalId === 'oak') ?? school
    expect(oak.absence.replace('not_proven: ', '')).toContain(why)
    expect(oak).toMatchObject({ changes: { desynced: 0 }, holds: [] })
    expect(await state()).toEqual(before)
  })

  it.each<[string, Files, readonly string[]]>([
    ['missing', without('enrollments.csv'), []],
    ['missing, declared full', without('enrollments.csv'), ['--full']],
    ['without rows', changed('enrollments.csv', header), []],
    ['without rows, declared full', changed('enrollments.csv', header), ['--full']],
    ['cut inside a row', changed('enrollments.csv', cut(20, 9)), []],
    ['cut inside a row, declared full', changed('enrollments.csv', cut(20, 9)), ['--full']],
    ['with an unreadable header', changed('enrollments.csv', (it) => it.replace('classSourcedId', 'klass')), []],
    ['with an unreadable header, declared full', changed('enrollments.csv', (it) => it.replace('classSourcedId', 'klass')), ['--full']],
    ['of another school', changed('enrollments.csv', (it) => it.replaceAll(',oak,', ',elm,')), []],
  ])('a file of memberships %s takes no membership away', async (_name, files, words) => {
    await muster.sync(writePackage(muster.folder, files), ...words)
    expect(await state()).toEqual(before)
  })

  it.each<[string, Files]>([
    ['missing', without('classes.csv')],
    ['without rows', changed('classes.csv', header)],
    ['cut inside a row', changed('classes.csv', cut(2, 4))],
    ['cut between rows', changed('classes.csv', cut(3))],
  ])('a file of classes %s ends no class and no membership', async (name, files) => {
    for (const words of name === 'cut between rows' ? [[]] : [[], ['--full']])
      await muster.sync(writePackage(muster.folder, files), ...words)
    expect(await state()).toEqual(before)
  })

  it('and who really has left is found by the next whole one', async () => {
    const { school } = await muster.sync(writePackage(muster.folder, oneRoster([...PUPILS.slice(1), ...STAFF])))
    expect(school).toMatchObject({ absence: 'proven', changes: { desynced: 1 } })
  })
})
