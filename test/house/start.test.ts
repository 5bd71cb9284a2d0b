import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runMuster } from '../../src/cli/index.ts'
import { startServer } from '../../src/http/index.ts'
import { workOnRuns as startWorker } from '../../src/runs/index.ts'
import { type TestIo, testIo } from '../support/io.ts'

let dataDir: string

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'start-'))
})

afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }))

/** A world that tells when Muster listens. */
function listeningIo(): { readonly io: TestIo; readonly links: Promise<readonly string[]> } {
  const io = testIo({ DATA_DIR: dataDir, PORT: '0' })
  let found: (links: readonly string[]) => void
  const links = new Promise<readonly string[]>((resolve) => {
    found = resolve
  })
  const out = (text: string) => {
    io.out(text)
    const said = io.outText().match(/http:\S+/g) ?? []
    if (said.length === 2) found(said)
  }
  return { io: { ...io, out }, links }
}

describe('muster start', () => {
  it('serves until it is stopped, and leaves no database server behind', async () => {
    const { io, links } = listeningIo()
    const ended = runMuster(['start'], io, { startServer, startWorker })
    const [home, setUp] = await links
    expect(await (await fetch(`${home}/health`)).json()).toMatchObject({ status: 'ok', database: 'ok' })
    expect((await fetch(String(setUp))).status).toBe(200)
    expect(fs.existsSync(path.join(dataDir, 'secret.key'))).toBe(true)
    io.stop()
    expect(await ended).toBe(0)
    expect(io.outText()).toContain('stopped')
    expect(fs.existsSync(path.join(dataDir, 'pg18', 'postmaster.pid'))).toBe(false)
  })

  it('serves twice on one data folder, and the first to stop leaves the database to the other', async () => {
    const [first, second] = [listeningIo(), listeningIo()]
    const ended = [first, second].map(({ io }) => runMuster(['start'], io, { startServer, startWorker }))
    const [[, firstSetUp], [home]] = await Promise.all([first.links, second.links])
    first.io.stop()
    expect(await ended[0]).toBe(0)
    await expect(fetch(String(firstSetUp))).rejects.toThrow()
    expect((await fetch(`${home}/health`)).status).toBe(200)
    second.io.stop()
    expect(await ended[1]).toBe(0)
  })

  it('names another port when its own is taken', async () => {
    const other = net.createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const io = testIo({ DATA_DIR: dataDir })
    expect(await runMuster(['start', '--port', String(port)], io, { startServer, startWorker })).toBe(1)
    expect(io.errText()).toContain(`listens on 127.0.0.1:${port}. Stop it, or choose another port: PORT=${port + 1} npm start`)
    other.close()
  })
})
