import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { testMuster } from '../support/muster.ts'
import { csv, oneRoster, writePackage } from '../support/packages.ts'

const muster = await testMuster()
const CANARY = 'c4nary-Pa55w0rd'

const PEOPLE = [
  { id: 'p1', first: 'Ada', last: 'Marsh', grade: '7' },
  { id: '', first: 'Ben', last: 'Okafor', grade: '7' },
]
const PLAIN = { id: '1', first_name: 'Cleo', last_name: 'Patel', year_group: 'Year 6', role: 'pupil' }

const SOURCES: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  ['OneRoster 1.1', { ...oneRoster(PEOPLE), 'users.csv': (oneRoster(PEOPLE)['users.csv'] ?? '').replace(/,$/gm, `,${CANARY}`) }],
  [
    'Microsoft SDS',
    {
      'School.csv': 'SIS ID,Name\n10,Ash School\n',
      'Section.csv': 'SIS ID,School SIS ID,Section Name\nm,10,Maths\n',
      'Student.csv': `SIS ID,School SIS ID,Username,First Name,Last Name,Password\n1,10,fay,Fay,Rowe,${CANARY}\n,10,gus,Gus,Sato,${CANARY}\n`,
      'Teacher.csv': `SIS ID,School SIS ID,Username,First Name,Last Name,Password\n5,10,jo,Jo,Vance,${CANARY}\n`,
      'StudentEnrollment.csv': 'Section SIS ID,SIS ID\nm,1\n',
      'TeacherRoster.csv': 'Section SIS ID,SIS ID\nm,5\n',
    },
  ],
  [
    'plain CSV',
    {
      'people.csv': csv([
        { ...PLAIN, password: CANARY, 'Initial Password': CANARY },
        { ...PLAIN, id: '', password: CANARY, 'Initial Password': '' },
      ]),
    },
  ],
  [
    'eChalk',
    {
      'users.csv': csv([
        {
          ...{ first_name: 'Kit', middle_name: '', last_name: 'West', email: 'kit@ash.example.test', custom_id: '77', password: CANARY },
          ...{ school_district_external_id: 'echalk', user_type: 'Student', position: '', grade: '6', status: 'Active' },
        },
      ]),
    },
  ],
]

/** Every value of every table, as text; bytes as hexadecimal digits. */
async function everything(): Promise<string> {
  const tables = await muster.ask<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const rows = await muster.ask<{ text: string }>(tables.map(({ name }) => `select it::text as text from ${name} it`).join(' union all '))
  return rows.map((it) => it.text).join('\n')
}

describe('passwords in files', () => {
  it.each(SOURCES)('%s: never reach the database, the output or the report (D9)', async (name, files) => {
    expect(Object.values(files).join()).toContain(CANARY)
    const report = path.join(muster.folder, 'report.csv')
    const words = ['sync', '--source', writePackage(muster.folder, files), '--report', report, '--import-staff', '--school', 'only']
    const ran = await muster.run(...(name === 'plain CSV' ? words : words.slice(0, -2)))
    expect(ran.code).toBe(0)
    const people = await everything()
    expect(people).toMatch(/Marsh|Rowe|Patel|West/)
    expect(`${people}${ran.out}${ran.err}${fs.readFileSync(report, 'utf8')}`).not.toContain(CANARY)
    expect(people).not.toContain(Buffer.from(CANARY).toString('hex'))
  })

  it('are not even in what waits for a worker, once it is opened', async () => {
    const { readUploadItems } = await import('../../src/snapshots/index.ts')
    const { inSchool } = await import('../../src/db/index.ts')
    const { allow, operator } = await import('../../src/permission/index.ts')
    const uploads = await muster.ask<{ school: string; id: string }>('select school_id as school, id from upload')
    expect(uploads.length).toBeGreaterThanOrEqual(SOURCES.length)
    for (const { school, id } of uploads) {
      const scope = allow(operator('test'), 'run.read', school)
      if (!scope.ok) throw new Error(scope.failure)
      const items = await inSchool(muster.database, scope.value, (tx) => readUploadItems(tx, id, muster.server.key))
      expect(items.length).toBeGreaterThan(0)
      expect(JSON.stringify(items)).not.toContain(CANARY)
    }
  })
})
