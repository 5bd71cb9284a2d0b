import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testIo } from '../../test/support/io.ts'
import { isUp } from '../db/index.ts'
import { EXIT } from './io.ts'
import { withMuster } from './with-muster.ts'

let data: string

beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'with-muster-'))
})

afterEach(() => fs.rmSync(data, { recursive: true, force: true }))

function isServerRunning(): boolean {
  return fs.existsSync(path.join(data, 'pg18', 'postmaster.pid'))
}

describe('withMuster', () => {
  it('hands over an open database, gives the exit code of the work, and stops the server it started', async () => {
    const code = await withMuster(testIo(), { data, applicationName: 'muster test' }, async ({ database, settings }) => {
      expect(await isUp(database)).toBe(true)
      expect(settings.dataDir).toBe(data)
      return EXIT.held
    })
    expect(code).toBe(3)
    expect(isServerRunning()).toBe(false)
  })

  it('takes the folder of --data although DATABASE_URL is set', async () => {
    const io = testIo({ DATABASE_URL: 'postgres://u@127.0.0.1:1/muster', MUSTER_KEY: 'ab'.repeat(32) })
    expect(await withMuster(io, { data, applicationName: 'muster test' }, async () => EXIT.done)).toBe(0)
  })

  it('leaves the work and stops the server when the process is asked to stop', async () => {
    const io = testIo()
    const code = await withMuster(io, { data, applicationName: 'muster test' }, () => {
      io.stop()
      return new Promise(() => {})
    })
    expect(code).toBe(1)
    expect(isServerRunning()).toBe(false)
  })

  it('stops the server when the work throws', async () => {
    const work = () => Promise.reject(new Error('broken'))
    await expect(withMuster(testIo(), { data, applicationName: 'muster test' }, work)).rejects.toThrow('broken')
    expect(isServerRunning()).toBe(false)
  })
})
