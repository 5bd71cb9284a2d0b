import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { systemIds } from '../../src/cli/actor.ts'
import { runMuster } from '../../src/cli/index.ts'
import { withMuster } from '../../src/cli/with-muster.ts'
import { inSchool } from '../../src/db/index.ts'
import { deletePeople, erasePerson } from '../../src/runs/index.ts'
import { asAdmin } from '../support/database.ts'
import { testIo } from '../support/io.ts'
import { PARTS } from '../support/muster.ts'
import { oneRoster, writePackage } from '../support/packages.ts'
import { scopeOf } from '../support/two-schools.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-compact-'))
// where root runs the test, the database's account has to reach its own folder
fs.chmodSync(folder, 0o711)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const data = path.join(folder, 'muster')
const STAY = Array.from({ length: 12 }, (_, n) => ({ id: `p${n}`, first: `Kit${n}`, last: `Newcombe${n}`, grade: '7', classes: ['7A'] }))
const GOES = { id: 'sis-zq-7781', first: 'Zebedee', last: 'Quillfeather', grade: '7', classes: ['7A'], birthDate: '2013-03-09' }

async function muster(...words: readonly string[]): Promise<void> {
  const io = testIo({})
  const code = await runMuster([...words, '--data', data], io, PARTS)
  if (code !== 0) throw new Error(`${words[0]} ended with ${code}: ${io.errText()}`)
}

/** The files of the data folder that have these bytes, but for the write-ahead log. */
function filesWith(text: string): readonly string[] {
  const files = fs.readdirSync(data, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
  const names = files.map((it) => path.join(it.parentPath, it.name)).filter((it) => !it.includes(`${path.sep}pg_wal${path.sep}`))
  return names.filter((it) => fs.readFileSync(it).includes(text)).map((it) => path.relative(data, it))
}

it('S-197 after an erasure and muster compact no file of the data folder has a byte of who is gone, but for the write-ahead log', async () => {
  await muster('sync', '--source', writePackage(folder, oneRoster([...STAY, GOES])))
  await muster('sync', '--source', writePackage(folder, oneRoster(STAY)))
  expect(filesWith('Quillfeather').length).toBeGreaterThan(3)
  const opened = await withMuster(testIo({}), { data, applicationName: 'test' }, async ({ database }) => {
    const { schoolId, personId } = await asAdmin(database.server, async (client) => {
      const found = 'select school_id as "schoolId", id as "personId" from muster.person where last_name = \'Quillfeather\''
      return (await client.query<{ schoolId: string; personId: string }>(found)).rows[0] ?? { schoolId: '', personId: '' }
    })
    const receipt = await inSchool(database, scopeOf(schoolId, 'people.delete'), async (tx) => {
      expect((await deletePeople(tx, systemIds, [personId])).deleted).toEqual([personId])
      return erasePerson(tx, systemIds, { personId, reference: 'SAR 2026-14' })
    })
    expect(receipt.ok).toBe(true)
    return 0
  })
  expect(opened).toBe(0)
  expect(filesWith('Quillfeather')).not.toEqual([])
  await muster('compact')
  for (const text of ['Zebedee', 'zebedee', 'Quillfeather', 'quillfeather', 'sis-zq-7781']) expect(filesWith(text), text).toEqual([])
  expect(filesWith('Newcombe7')).not.toEqual([])
})
