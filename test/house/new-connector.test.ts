import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** A copy of the repository as it stands, thrown away afterwards. */
let copy: string

beforeAll(() => {
  copy = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'new-connector-')))
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  const files = stdout.split('\0').filter((file) => file !== '' && fs.existsSync(path.join(ROOT, file)))
  expect(files).toContain('package.json')
  for (const file of files) fs.cpSync(path.join(ROOT, file), path.join(copy, file))
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
})

afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

/** Runs one of the project's programs in the copy and gives how it ended with what it said. */
function run(...words: string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' })
  return { status, said: status === 0 ? '' : `${stdout}${stderr}` }
}

const OK = { status: 0, said: '' }
const newConnector = (name: string) => run('scripts/new-connector.mjs', 'connector', name)

describe('npm run new connector', () => {
  it.each(['', 'Oak', 'oak mis', '../oak', 'oak--mis', '1oak', 'csv', 'reading'])('refuses the name "%s" and makes nothing', (name) => {
    const before = fs.readdirSync(path.join(copy, 'src/connectors'))
    expect(newConnector(name).status).toBe(1)
    expect(fs.readdirSync(path.join(copy, 'src/connectors'))).toEqual(before)
  })

  it('makes a connector that passes its own tests and every check of the house', { timeout: 240_000 }, () => {
    expect(newConnector('oak-mis')).toEqual(OK)
    expect(fs.readFileSync(path.join(copy, 'src/connectors/registry.ts'), 'utf8')).toContain('oakMisConnector, plainCsv]')
    expect(run('node_modules/vitest/vitest.mjs', 'run', 'src/connectors/oak-mis')).toEqual(OK)
    expect(run('scripts/check.mjs', '--static')).toEqual(OK)
    expect(newConnector('oak-mis').status).toBe(1)
  })
})
