import fs from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, invite, readRefusedPasswords, setUp } from '../../src/access/index.ts'
import { runMuster } from '../../src/cli/index.ts'
import { must, REFUSED_PASSWORDS, type SchoolWithTeam, schoolSetUp, schoolWithTeam, setUpTools, testClock } from '../support/accounts.ts'
import { testDatabase } from '../support/database.ts'
import { testIo } from '../support/io.ts'
import { PARTS, testMuster } from '../support/muster.ts'

const muster = await testMuster()
const { database } = await testDatabase()
const ids = testClock()
const file = `${muster.folder}/refused.txt`
fs.writeFileSync(file, 'short\nOak School Hillview\r\n\n')
const withOwn = must(readRefusedPasswords(file))

/** What comes of setting Muster up with this password. */
async function setUpWith(password: string, refusedPasswords = REFUSED_PASSWORDS): Promise<unknown> {
  const typed = schoolSetUp('oak')
  const made = await setUp(setUpTools(database, ids, { refusedPasswords }), { ...typed, account: { ...typed.account, password } })
  return made.ok ? 'made' : made.failure
}

describe('a password in set-up', () => {
  it.each(['qwerty123456', 'QWERTY123456', ' Qwerty123456', 'ｑwerty123456', '1qaz2wsx3edc'])(
    'is refused where everybody knows it: %s',
    async (it) => {
      expect(await setUpWith(it)).toEqual({
        problem: expect.objectContaining({ code: 'account.password_common' }),
        fields: [{ field: 'account.password', code: 'account.password_common' }],
      })
    },
  )

  it('is refused where the operator named it, however its letters are written', async () => {
    expect(await setUpWith('OAK school hillview', withOwn)).toMatchObject({ problem: { code: 'account.password_common' } })
    expect(await setUpWith('qwerty123456', withOwn)).toMatchObject({ problem: { code: 'account.password_common' } })
  })

  it('is refused where it is the address, or too short', async () => {
    expect(await setUpWith('Dana@oak.example.test')).toMatchObject({ problem: { code: 'account.password_is_email' } })
    expect(await setUpWith('short')).toMatchObject({ problem: { code: 'account.password_short', params: { lengthMin: 12 } } })
  })
})

describe('a password of who is invited', () => {
  let team: SchoolWithTeam
  beforeAll(async () => {
    team = await schoolWithTeam(database, ids)
  })

  it('is refused alike, and the link can still be used', async () => {
    const scope = await team.dana.may('team.manage')
    const { token } = must(await invite(database, ids, { scope, email: 'tom@oak.example.test', role: 'viewer', sendsMail: false }))
    const joinWith = (password: string) =>
      acceptInvitation({ database, ids, key: database.server.key, refusedPasswords: withOwn }, { token, name: 'Tom Reid', password })
    for (const it of ['password1234', 'Oak School Hillview', 'TOM@oak.example.test'])
      expect(await joinWith(it)).toMatchObject({ failure: { fields: [{ field: 'password' }] } })
    expect((await joinWith('three lamps and a heron')).ok).toBe(true)
  })
})

describe('REFUSED_PASSWORDS', () => {
  it('that cannot be read is told when Muster starts', async () => {
    const io = testIo({ ...muster.environment, PORT: '0', REFUSED_PASSWORDS: `${muster.folder}/nothing.txt` })
    expect(await runMuster(['start'], io, PARTS)).not.toBe(0)
    expect(io.errText()).toContain('nothing.txt')
    expect(io.errText()).toContain('REFUSED_PASSWORDS')
  })
})
