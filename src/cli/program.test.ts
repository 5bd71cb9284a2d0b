import { describe, expect, it } from 'vitest'
import { testIo } from '../../test/support/io.ts'
import { VERSION } from '../config/index.ts'
import type { Parts } from './parts.ts'
import { runMuster } from './program.ts'

const PARTS: Parts = {
  startServer: () => {
    throw new TypeError('broken promise')
  },
  startWorker: () => {
    throw new TypeError('broken promise')
  },
}

describe('runMuster', () => {
  it.each([
    [['--help'], 0],
    [['help', 'start'], 0],
    [['start', '--help'], 0],
    [['--version'], 0],
    [[], 2],
    [['stert'], 2],
    [['start', '--prot', '1'], 2],
    [['start', 'extra'], 2],
  ])('ends muster %j with %i', async (argv, expected) => {
    expect(await runMuster(argv, testIo(), PARTS)).toBe(expected)
  })

  it('shows help that was asked for on standard output, with the exit codes', async () => {
    const io = testIo()
    await runMuster(['--help'], io, PARTS)
    expect(io.outText()).toContain('3 a guard held changes')
    expect(io.errText()).toBe('')
  })

  it('says how to go on after wrong use, on standard error', async () => {
    const io = testIo()
    await runMuster(['stert'], io, PARTS)
    expect(io.errText()).toMatch(/unknown command 'stert'[\s\S]+Did you mean start[\s\S]+muster --help/)
    expect(io.outText()).toBe('')
  })

  it('tells its version', async () => {
    const io = testIo()
    await runMuster(['--version'], io, PARTS)
    expect(io.outText()).toBe(`${VERSION}\n`)
  })

  it('ends with 1 and a cure when a setting cannot be used', async () => {
    const io = testIo({ PORT: 'eighty' })
    expect(await runMuster(['start'], io, PARTS)).toBe(1)
    expect(io.errText()).toContain('PORT must be a whole number from 0 to 65535')
  })

  it('ends with 1 and a cure when the database server does not answer', async () => {
    const io = testIo({ DATABASE_URL: 'postgres://u:hush@127.0.0.1:1/muster', MUSTER_KEY: 'ab'.repeat(32) })
    expect(await runMuster(['start'], io, PARTS)).toBe(1)
    expect(io.errText()).toMatch(/127\.0\.0\.1:1 answers: .*ECONNREFUSED.* Check that it runs/)
    expect(io.errText()).not.toContain('hush')
  })
})
