import { describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { writePackage } from '../support/packages.ts'

const muster = await testMuster()

async function sync(files: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const ran = await muster.run('sync', '--source', writePackage(muster.folder, files), '--json', ...words)
  return { ...ran, lines: ran.out.split('\n').flatMap((it) => (it === '' ? [] : [JSON.parse(it) as object])) }
}

describe('a source that cannot be read at all', () => {
  it.each<[string, Readonly<Record<string, string>>, object, string]>([
    [
      'an eChalk file without a column',
      { 'users.csv': 'first_name,last_name,custom_id,school_district_external_id,user_type\nA,B,1,S,Student\n' },
      { code: 'file.column_missing', file: 'users.csv', line: 1, column: 'middle_name, email, position, grade, status' },
      'users.csv, line 1, column "middle_name, email, position, grade, status": A column is missing.',
    ],
    [
      'a quotation mark that is never closed in the header',
      { 'pupils.csv': 'UPN,"Forename,Surname,Reg\nZ873200011001,Ava,Moss,3W\nN873200011002,Jo,Lee,3W\n' },
      { code: 'file.unclosed_quote_in_header', file: 'pupils.csv', line: 1 },
      'pupils.csv, line 1: A quotation mark in the header row is never closed.',
    ],
    [
      'nothing but a header',
      { 'pupils.csv': 'UPN,Forename,Surname,Reg\n' },
      { code: 'file.without_rows', file: 'pupils.csv' },
      'pupils.csv: ',
    ],
    ['an empty file', { 'pupils.csv': '' }, { code: 'file.empty', file: 'pupils.csv' }, 'pupils.csv: The file is empty.'],
    [
      'users without ids',
      { 'manifest.csv': 'propertyName,value\nfile.users,bulk\n', 'users.csv': 'status,role\n,student\n' },
      { code: 'file.column_missing', file: 'users.csv', line: 1, column: 'sourcedId' },
      'users.csv, line 1, column "sourcedId": A column is missing.',
    ],
  ])('%s: says file, place and cure, creates nothing, and ends with 1', async (_name, files, problem, said) => {
    const { code, lines, err } = await sync(files)
    expect([code, lines]).toMatchObject([
      1,
      [{ school: null, rows: { read: 0 }, problems: [{ ...problem, cure: expect.stringMatching(/\w/) }] }],
    ])
    expect(err).toContain(said)
    expect(await muster.ask('select 1 from school')).toEqual([])
  })

  it('is none where the package says that nothing has changed', async () => {
    for (const words of [[], ['--school', 'oak']]) {
      const { code, lines } = await sync({ 'manifest.csv': 'propertyName,value\noneroster.version,1.2\nfile.users,absent\n' }, ...words)
      expect([code, lines]).toMatchObject([0, [{ school: null, problems: [{ code: 'package.no_changes' }] }]])
    }
  })
})
