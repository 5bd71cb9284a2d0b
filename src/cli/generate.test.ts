import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testIo } from '../../test/support/io.ts'
import type { Parts } from './parts.ts'
import { runMuster } from './program.ts'

const PARTS: Parts = {
  startServer: () => {
    throw new TypeError('generate needs no server')
  },
  startWorker: () => {
    throw new TypeError('generate needs no worker')
  },
}

describe('muster generate', () => {
  let folder = ''
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-generate-'))
  })
  afterEach(() => fs.rmSync(folder, { recursive: true }))

  const generate = (...more: readonly string[]) => {
    const io = testIo()
    const base = ['generate', '--schools', '2', '--pupils', '40', '--seed', 'oak', '--out', path.join(folder, 'made', 'here')]
    return { io, done: runMuster([...base, ...more], io, PARTS) }
  }
  const read = (file: string) => fs.readFileSync(path.join(folder, 'made', 'here', file), 'utf8')

  it('makes the folder, writes the set and replaces it when run again', async () => {
    const first = generate()
    expect(await first.done).toBe(0)
    expect(first.io.outText()).toContain('2 made-up schools of 40 pupils')
    const users = read('users.csv')
    expect(users.split('\n').filter((line) => line.includes(',student,'))).toHaveLength(80)
    expect(await generate('--year', '2').done).toBe(0)
    expect(read('users.csv')).not.toBe(users)
    expect(await generate().done).toBe(0)
    expect(read('users.csv')).toBe(users)
  })

  it.each([
    [['--format', 'csv', '--damage', '20', '--grades', 'us'], 'directory.csv'],
    [['--format', 'sds'], 'Student.csv'],
    [['--format', 'oneroster-1.2', '--academic-year', '2030'], 'roles.csv'],
  ])('takes %j', async (options, file) => {
    expect(await generate(...options).done).toBe(0)
    expect(read(file)).not.toBe('')
    expect(read('truth.csv')).toContain('fact,school,role,')
  })

  it.each([
    [['--schools', '0']],
    [['--pupils', '20001']],
    [['--year', '3']],
    [['--damage', '101']],
    [['--damage', 'some']],
    [['--format', 'xlsx']],
    [['--grades', 'fr']],
  ])('refuses %j as wrong use and writes nothing', async (options) => {
    const { io, done } = generate(...options)
    expect(await done).toBe(2)
    expect(io.errText()).toContain(options[0])
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('says what to do when it cannot write', async () => {
    fs.writeFileSync(path.join(folder, 'made'), 'a file where the folder should be')
    const { io, done } = generate()
    expect(await done).toBe(1)
    expect(io.errText()).toContain('Choose another folder')
  })
})
