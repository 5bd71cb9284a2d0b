import { beforeAll, describe, expect, it } from 'vitest'
import { changeSchoolDetails, readSchoolDetails } from '../../src/access/index.ts'
import { inInstallation, inSchool } from '../../src/db/index.ts'
import { readEvents } from '../../src/events/index.ts'
import { insertSchool, newId, type SchoolChange } from '../../src/schools/index.ts'
import { must, type SchoolWithTeam, schoolWithTeam, testClock } from '../support/accounts.ts'
import { asAdmin, testDatabase } from '../support/database.ts'

const { database, server } = await testDatabase()
const ids = testClock()
let oak: SchoolWithTeam

beforeAll(async () => {
  oak = await schoolWithTeam(database, ids)
  const elm = { id: newId(ids), externalId: 'elm', name: 'Elm School', vocabulary: 'en-GB' as const, isMadeUp: false }
  await inInstallation(database, (tx) => insertSchool(tx, ids, elm))
})

const read = async () => readSchoolDetails(database, await oak.dana.may('school.read'))
const change = async (it: SchoolChange, seenVersion?: number) =>
  changeSchoolDetails(database, ids, {
    ...{ scope: await oak.dana.may('school.configure'), change: it, seenVersion: seenVersion ?? (await read()).version },
  })

describe('the details of a school', () => {
  it('are changed one by one, and the rest stays', async () => {
    const before = await read()
    expect(before).toMatchObject({
      name: 'School oak',
      externalId: 'oak',
      vocabulary: 'en-GB',
      timeZone: 'Europe/London',
      group: null,
      version: 1,
    })
    expect(must(await change({ name: 'Great Oak School' }))).toEqual({ ...before, name: 'Great Oak School', version: 2 })
    expect(must(await change({ timeZone: 'Africa/Nairobi' }))).toMatchObject({
      timeZone: 'Africa/Nairobi',
      name: 'Great Oak School',
      version: 3,
    })
    expect(await read()).toEqual({ ...before, name: 'Great Oak School', timeZone: 'Africa/Nairobi', version: 3 })
  })

  it('S-154 have an external ID that no other school has', async () => {
    const { version } = await read()
    const code = 'school.external_id_taken'
    expect(await change({ externalId: 'elm', name: 'Elm Too' })).toMatchObject({
      failure: { problem: { code }, fields: [{ field: 'externalId', code }] },
    })
    expect(await read()).toMatchObject({ externalId: 'oak', name: 'Great Oak School', version })
    expect(must(await change({ externalId: 'oak-2' }))).toMatchObject({ externalId: 'oak-2' })
    expect(must(await change({ externalId: 'oak-2' }))).toMatchObject({ externalId: 'oak-2' })
  })

  it('bring country and the start of the year along with the vocabulary', async () => {
    const stored = () =>
      asAdmin(server, (client) => client.query("select country, year_start from muster.school where external_id = 'oak-2'")).then(
        (it) => it.rows[0],
      )
    must(await change({ vocabulary: 'en-US' }))
    expect(await stored()).toEqual({ country: 'US', year_start: '08-01' })
    must(await change({ vocabulary: 'en-GB' }))
    expect(await stored()).toEqual({ country: 'GB', year_start: '09-01' })
  })

  it.each(['Europe/Nowhere', '+01:00', 'GMT+1', '', 'Europe/London; drop table school', '../etc/localtime'])(
    'refuse the time zone %j',
    async (timeZone) => {
      expect(await change({ timeZone })).toMatchObject({
        failure: { problem: { code: 'school.time_zone_unknown' }, fields: [{ field: 'timeZone' }] },
      })
    },
  )

  it('are not changed over what somebody else has changed since; who and when is said', async () => {
    const ada = await oak.join('access_coordinator', 'ada@oak.example.test', 'Ada Quill')
    ids.pass(1)
    const { version } = await read()
    const request = { scope: await ada.may('school.configure'), seenVersion: version, change: { name: "Ada's Oak" } }
    must(await changeSchoolDetails(database, ids, request))
    expect(await change({ name: "Dana's Oak" }, version)).toMatchObject({
      failure: { problem: { code: 'version.changed' }, changedBy: { name: 'Ada Quill', at: ids.clock().toISOString(), rows: [] } },
    })
    expect(await read()).toMatchObject({ name: "Ada's Oak", version: version + 1 })
  })

  it('tell everybody who looks at the school, with the version', async () => {
    const { version } = must(await change({ name: 'Oak' }))
    const scope = await oak.dana.may('school.read')
    const { events } = await inSchool(database, scope, (tx) => readEvents(tx, 1))
    expect(events.at(-1)).toMatchObject({ type: 'school', run: null, version })
  })

  it('are changed only with the right to', async () => {
    const scope = await oak.dana.may('school.read')
    await expect(changeSchoolDetails(database, ids, { scope, seenVersion: 1, change: {} })).rejects.toThrow('school.read')
  })
})
