import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandsIn } from './support/commands-in.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const MUSTER = path.join(ROOT, 'bin/muster.mjs')
const USING = fs
  .readdirSync(path.join(ROOT, 'docs/using'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/using/${name}`)
const HOUSE = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'GLOSSARY.md']
const PAGES = ['README.md', 'docs/hosting/README.md', ...USING]

/** Holds one folder for each page, and `npx`, which here knows one program only. */
let folder: string

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'docs-'))
  fs.chmodSync(folder, 0o711) // the database's account walks through it when the tests run as root
  fs.mkdirSync(path.join(folder, 'bin'))
  const npx = `#!/bin/sh\n[ "$1" = muster ] || exit 127\nshift\nexec '${process.execPath}' '${MUSTER}' "$@"\n`
  fs.writeFileSync(path.join(folder, 'bin/npx'), npx, { mode: 0o755 })
})

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Runs one block of a page as its reader would, in the page's folder. */
async function run(script: string, cwd: string): Promise<{ readonly status: number | null; readonly out: string; readonly err: string }> {
  const PATH = `${path.join(folder, 'bin')}${path.delimiter}/usr/bin${path.delimiter}/bin`
  const shell = spawn('sh', ['-eu', '-c', script], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, HOME: cwd } })
  const ended = new Promise<number | null>((resolve) => shell.on('close', resolve))
  const [out, err, status] = await Promise.all([text(shell.stdout), text(shell.stderr), ended])
  return { status, out, err }
}

/** RUN and HASH stand for what the reader has just been shown: the newest run and its plan. */
async function withNewestRun(script: string, { exports, cwd }: { readonly exports: string; readonly cwd: string }): Promise<string> {
  if (!/\b(RUN|HASH)\b/.test(script)) return script
  const newest = JSON.parse((await run(`${exports}npx muster history --json --limit 1`, cwd)).out)
  return script.replace(/\bRUN\b/g, newest.id).replace(/\bHASH\b/g, newest.result.planHash)
}

describe('the pages for strangers', () => {
  // at once, because most of the time is spent waiting for the database to start and stop
  it.concurrent.each(PAGES)('%s holds commands that do what it says', { timeout: 120_000 }, async (page) => {
    const cwd = path.join(folder, page.replaceAll('/', '-'))
    fs.mkdirSync(cwd)
    let exports = ''
    for (const { script, exitCodes, line } of commandsIn(fs.readFileSync(path.join(ROOT, page), 'utf8'))) {
      const { status, out, err } = await run(exports + (await withNewestRun(script, { exports, cwd })), cwd)
      if (status === null || !exitCodes.includes(status)) throw new Error(`${page}:${line} ended with ${status}\n${script}\n${out}\n${err}`)
      exports += (script.match(/^export .*\n/gm) ?? []).join('')
    }
  })

  it.each([...PAGES, ...HOUSE])('%s leads only to files that there are', (page) => {
    const links = [...fs.readFileSync(path.join(ROOT, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !fs.existsSync(path.join(ROOT, path.dirname(page), link)))).toEqual([])
  })
})
