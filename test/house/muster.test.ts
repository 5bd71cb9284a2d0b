import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const MUSTER = path.resolve(import.meta.dirname, '../../bin/muster.mjs')

function muster(...words: string[]) {
  return spawnSync(process.execPath, [MUSTER, ...words], { encoding: 'utf8', cwd: '/' })
}

describe('bin/muster.mjs', () => {
  it('shows help from any folder', () => {
    const { status, stdout } = muster('--help')
    expect(status).toBe(0)
    expect(stdout).toContain('Usage: muster')
  })

  it('ends with 2 on wrong use', () => {
    expect(muster('stert').status).toBe(2)
  })
})
