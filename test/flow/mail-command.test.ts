import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runMuster } from '../../src/cli/index.ts'
import type { Environment } from '../../src/config/index.ts'
import { testIo } from '../support/io.ts'
import { startMailServer } from '../support/mail-server.ts'
import { PARTS } from '../support/muster.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mail-'))
const server = await startMailServer(folder)
afterAll(async () => {
  await server.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

const TO = 'ada@oak.example.test'

async function sendTest(environment: Environment, to = TO) {
  const io = testIo(environment)
  const code = await runMuster(['mail', '--to', to], io, PARTS)
  return { code, said: io.outText() + io.errText() }
}

describe('muster mail', () => {
  it('sends a test through TLS and with a password, as text and as HTML', async () => {
    expect(await sendTest({ ...server.settings, PUBLIC_URL: 'https://muster.example/' })).toEqual({
      code: 0,
      said: 'The mail server took it.\n',
    })
    const [mail] = await server.wait(1)
    expect(mail).toMatchObject({
      subject: 'Muster can send e-mail',
      from: { value: [{ name: 'Muster', address: 'muster@school.example.test' }] },
      to: { value: [{ address: TO }] },
    })
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@school\.example\.test>$/)
    expect(mail?.text).toContain('https://muster.example')
    expect(String(mail?.html)).toContain('https://muster.example')
  })

  it.each([
    ['a wrong password', { SMTP_PASSWORD: 'wrong' }, 'It was not sent'],
    ['a certificate that nobody vouches for', { SMTP_CA: '' }, 'It was not sent'],
    ['a server that is not there', { SMTP_PORT: '1' }, 'It was not sent'],
  ])('says so where the way is closed: %s', async (_name, wrong, said) => {
    const taken = server.taken.length
    expect(await sendTest({ ...server.settings, ...wrong })).toMatchObject({ code: 1, said: expect.stringContaining(said) })
    expect(server.taken).toHaveLength(taken)
  })

  it('says so where the mail server refuses the address', async () => {
    server.refuse('nobody@oak.example.test', '550 No such user here')
    expect(await sendTest(server.settings, 'nobody@oak.example.test')).toEqual({
      code: 1,
      said: 'The mail server refuses this address. It answered 550.\n',
    })
  })

  it('without a mail server, or with half of one, sends nothing and says what is missing', async () => {
    expect(await sendTest({})).toMatchObject({ code: 1, said: expect.stringContaining('No mail server is set') })
    expect(await sendTest({ ...server.settings, MAIL_FROM: '' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('Set MAIL_FROM too'),
    })
  })
})
