import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { RouteAnswer } from '../../src/contract/index.ts'
import { fileTooLarge } from '../../src/http/form.ts'
import { describeProblem } from '../../src/wording/index.ts'
import { csv, oneRoster, zipped } from '../support/packages.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const viewer = await server.join(agent, school, { role: 'viewer', name: 'Vera Viewer' })

const PEOPLE = [
  { id: 'p1', first: 'Nadia', last: 'Fernbank', grade: '7', classes: ['7A'] },
  { id: 'p2', first: 'Tomas', last: 'Hollow', grade: '7', classes: ['7A'] },
  { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'd@oak.example.test', classes: ['7A'] },
] as const

/** Sends one file as the page does. */
async function send(
  bytes: Buffer | string,
  name: string,
  { by = agent, fields = {} }: { readonly by?: typeof agent; readonly fields?: Record<string, string> } = {},
): Promise<RouteAnswer<'uploads.add'>> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name)
  return by.call('uploads.add', { params: { school }, form })
}

const uploads = async () => Number((await server.ask<{ count: string }>('select count(*) from upload'))[0]?.count)
const left = () => fs.readdirSync(os.tmpdir()).filter((it) => it.startsWith('muster-upload-'))
const before = left()
// what another process left may be swept meanwhile
afterAll(() => expect(left().filter((it) => !before.includes(it))).toEqual([]))

beforeEach(async () => {
  await server.ask("delete from school_setting where name = 'sourceSchool'")
})

describe('an uploaded roster', () => {
  it('is read, counted and kept encrypted for this school', async () => {
    const answer = await send(await zipped(oneRoster(PEOPLE)), 'oak.zip')
    expect(answer).toMatchObject({ outcome: 'read', format: 'oneroster-1.1', pupils: 2, staff: 1, classes: 1, absenceUnproven: null })
    const [chunk] = await server.ask<{ body: Buffer }>('select body from upload_chunk')
    expect(chunk?.body.includes('Fernbank')).toBe(false)
  })

  it.each([
    ['people.csv', (text: string) => text],
    ['people.csv.gz', (text: string) => gzipSync(text)],
    ['people.tsv', (text: string) => text.replaceAll(',', '\t')],
  ])('may be %s, and a file that names no school is about this one (D22)', async (name, pack) => {
    const text = csv([
      { id: 'p1', 'First name': 'Nadia', 'Last name': 'Fernbank', 'Year group': '7', Role: 'pupil' },
      { id: 'p2', 'First name': 'Tomas', 'Last name': 'Hollow', 'Year group': '8', Role: 'pupil' },
    ])
    expect(await send(pack(text), name)).toMatchObject({ outcome: 'read', pupils: 2, staff: 0 })
  })

  it('of other schools only asks which of them this is, and remembers the answer', async () => {
    const file = await zipped(oneRoster(PEOPLE, { id: 'S-77', name: 'Oak (MIS name)' }))
    const kept = await uploads()
    expect(await send(file, 'trust.zip')).toEqual({
      outcome: 'which_school',
      schools: [{ externalId: 'S-77', name: 'Oak (MIS name)', people: 3 }],
    })
    expect(await uploads()).toBe(kept)
    expect(await send(file, 'trust.zip', { fields: { sourceSchool: 'S-77' } })).toMatchObject({ outcome: 'read', pupils: 2 })
    expect(await send(file, 'trust.zip')).toMatchObject({ outcome: 'read', pupils: 2 })
    await expect(send(file, 'trust.zip', { fields: { sourceSchool: 'S-78' } })).rejects.toMatchObject({
      problem: { code: 'school.not_in_file' },
    })
  })

  it('proves nothing about who has left where the person says so (D24)', async () => {
    const answer = await send(await zipped(oneRoster(PEOPLE)), 'oak.zip', { fields: { declared: 'partial' } })
    expect(answer).toMatchObject({ absenceUnproven: 'declared partial' })
  })

  it.each([
    ['list.pdf', '%PDF-1.7 whatever', 'file.not_a_roster', 422],
    ['photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file.not_a_roster', 422],
    ['roster.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'file.is_spreadsheet', 422],
    ['export.csv', '<!doctype html><title>Sign in</title>', 'file.not_a_roster', 422],
    ['empty.csv', '', 'file.empty', 422],
    ['letter.csv', 'Dear all,\nplease find the list below.\n', 'file.columns_unknown', 422],
    ['header.csv', 'First name,Last name,Date of birth\n', 'file.without_rows', 422],
    ['broken.zip', Buffer.from('PK\u0003\u0004 and nothing more'), 'file.archive_broken', 422],
  ])('is refused where it is none: %s', async (name, bytes, code, status) => {
    const kept = await uploads()
    const refused = await send(bytes, name).then(
      () => null,
      (error: { problem: { code: string; status: number; cure: string } }) => error.problem,
    )
    expect(refused).toMatchObject({ status })
    expect(refused?.code).toBe(code)
    expect(refused?.cure).not.toContain('{')
    expect(await uploads()).toBe(kept)
  })

  it('that is larger than it may be is refused with the size it may have', () => {
    const { cure } = describeProblem(fileTooLarge(64 * 1024 * 1024), 'en-GB')
    expect(cure).toContain('At most 64 MB')
  })

  it('that is a spreadsheet in a zip is refused', async () => {
    const book = await zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })
    await expect(send(book, 'roster.csv')).rejects.toMatchObject({ problem: { code: 'file.is_spreadsheet' } })
  })

  it('is sent once, however often the request is repeated', async () => {
    const file = await zipped(oneRoster(PEOPLE))
    const kept = await uploads()
    const form = () => {
      const it = new FormData()
      it.set('file', new Blob([new Uint8Array(file)]), 'oak.zip')
      return it
    }
    const idempotencyKey = randomUUID()
    const first = await agent.call('uploads.add', { params: { school }, form: form(), idempotencyKey })
    const again = await agent.call('uploads.add', { params: { school }, form: form(), idempotencyKey })
    expect(again).toEqual(first)
    expect(await uploads()).toBe(kept + 1)
  })

  it.each([
    ['another file of the same name and length', 'Nadja', 'as_read'],
    ['the same file with another answer beside it', 'Nadia', 'partial'],
  ])('is never taken for another: %s under the same key is refused', async (_what, first, declared) => {
    const idempotencyKey = randomUUID()
    const form = (name: string, said: string) => {
      const it = new FormData()
      it.set('declared', said)
      it.set('file', new Blob([csv([{ id: 'p1', 'First name': name, 'Last name': 'Fernbank', 'Year group': '7' }])]), 'people.csv')
      return it
    }
    await agent.call('uploads.add', { params: { school }, form: form('Nadia', 'as_read'), idempotencyKey })
    const kept = await uploads()
    await expect(agent.call('uploads.add', { params: { school }, form: form(first, declared), idempotencyKey })).rejects.toMatchObject({
      problem: { status: 409, code: 'idempotency.other_request' },
    })
    expect(await uploads()).toBe(kept)
  })

  it('is nothing for a viewer (S-21), who is told before the file is read', async () => {
    await expect(send('%PDF-', 'x.pdf', { by: viewer })).rejects.toMatchObject({ problem: { status: 403, code: 'permission.needed' } })
  })

  it('without a file, or as something else than a form, is refused', async () => {
    const headers = { 'x-csrf-token': agent.csrfToken() ?? '', 'idempotency-key': randomUUID() }
    const path = `/v1/schools/${school}/uploads`
    const none = await agent.fetch(path, { method: 'POST', headers, body: new FormData() })
    expect(await none.json()).toMatchObject({ status: 422, code: 'request.fields_wrong' })
    const json = await agent.fetch(path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{}' })
    expect(await json.json()).toMatchObject({ status: 415, code: 'request.wrong_type' })
  })
})

describe('S-151 a page that is closed', () => {
  const begin = (): http.ClientRequest => {
    const headers = {
      cookie: agent.cookie(),
      'x-csrf-token': agent.csrfToken() ?? '',
      'idempotency-key': randomUUID(),
      'content-type': 'multipart/form-data; boundary=edge',
    }
    const { port } = new URL(server.url)
    const request = http.request({ port, path: `/v1/schools/${school}/uploads`, method: 'POST', headers })
    request.on('error', () => {}) // nobody waits for the answer
    request.write('--edge\r\ncontent-disposition: form-data; name="file"; filename="closed.zip"\r\n\r\n')
    return request
  }
  const closed = async () => (await agent.call('uploads.list', { params: { school } })).items.filter((it) => it.fileName === 'closed.zip')

  it('before all of the file has arrived leaves nothing behind', async () => {
    const [before, folders] = [await uploads(), left()]
    const zip = await zipped(oneRoster(PEOPLE))
    const request = begin()
    await new Promise<void>((resolve) => request.write(zip.subarray(0, zip.length / 2), () => resolve()))
    request.destroy()
    // whatever was being received is gone before the answer to the next call is looked at
    await expect.poll(left).toEqual(folders)
    expect(await closed()).toEqual([])
    expect(await uploads()).toBe(before)
  })

  it('once the file has arrived stops nothing: it is read and kept', async () => {
    const before = left()
    const many = Array.from({ length: 3_000 }, (_, at) => ({
      id: `p${at}`,
      first: 'Nadia',
      last: `Fern${at}`,
      grade: '7',
      classes: ['7A'],
    }))
    const zip = await zipped(oneRoster(many))
    const request = begin()
    request.write(zip)
    request.end('\r\n--edge--\r\n')
    const arrived = (): number => {
      const [folder] = left().filter((it) => !before.includes(it))
      const file = folder === undefined ? '' : path.join(os.tmpdir(), folder, 'closed.zip')
      return fs.existsSync(file) ? fs.statSync(file).size : 0
    }
    await expect.poll(arrived, { interval: 2 }).toBe(zip.length)
    request.destroy()
    await expect.poll(closed, { timeout: 10_000 }).toMatchObject([{ rows: { used: 3_000 }, isKept: true }])
  })
})

describe('a file of the wrong kind', () => {
  it('is answered by its first bytes, while the rest is still on its way, and the connection goes on', async () => {
    const keepAlive = new http.Agent({ keepAlive: true, maxSockets: 1 })
    const { port } = new URL(server.url)
    const path = `/v1/schools/${school}/uploads`
    const headers = {
      cookie: agent.cookie(),
      'x-csrf-token': agent.csrfToken() ?? '',
      'idempotency-key': randomUUID(),
      'content-type': 'multipart/form-data; boundary=edge',
    }
    const request = http.request({ port, path, method: 'POST', headers, agent: keepAlive })
    const answered = new Promise<http.IncomingMessage>((resolve) => request.once('response', resolve))
    request.write('--edge\r\ncontent-disposition: form-data; name="file"; filename="roster.csv"\r\n\r\n%PDF-1.7 ')
    request.write('x'.repeat(300))
    const response = await answered
    expect(response.statusCode).toBe(422)
    let text = ''
    for await (const chunk of response.setEncoding('utf8')) text += chunk
    expect(JSON.parse(text)).toMatchObject({ code: 'file.not_a_roster', params: { what: 'a PDF' } })
    request.end(`${'y'.repeat(500_000)}\r\n--edge--\r\n`)
    await new Promise<void>((resolve) => request.once('close', resolve))
    keepAlive.destroy()
  })

  it('that is too large is refused before it is read', async () => {
    const { port } = new URL(server.url)
    const headers = {
      cookie: agent.cookie(),
      'x-csrf-token': agent.csrfToken() ?? '',
      'idempotency-key': randomUUID(),
      'content-type': 'multipart/form-data; boundary=edge',
      'content-length': 200 * 1024 * 1024,
    }
    const request = http.request({ port, path: `/v1/schools/${school}/uploads`, method: 'POST', headers })
    request.on('error', () => {}) // the rest is never sent
    const answered = new Promise<http.IncomingMessage>((resolve) => request.once('response', resolve))
    request.write('--edge\r\n')
    const response = await answered
    expect(response.statusCode).toBe(413)
    request.destroy()
  })
})
