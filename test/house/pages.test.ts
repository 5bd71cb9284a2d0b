import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runMuster } from '../../src/cli/index.ts'
import { startServer } from '../../src/http/index.ts'
import { workOnRuns as startWorker } from '../../src/runs/index.ts'
import { testIo } from '../support/io.ts'
import { columnsPage } from './support/columns-page.ts'
import { problemsPage } from './support/problems-page.ts'

const DOCS = path.resolve(import.meta.dirname, '../../docs')

async function help(...words: string[]): Promise<string> {
  const io = testIo({})
  expect(await runMuster([...words, '--help'], io, { startServer, startWorker })).toBe(0)
  return io.outText()
}

/** The names of the commands, as the program lists them. */
async function commandNames(): Promise<readonly string[]> {
  const [, list = ''] = (await help()).split('Commands:\n')
  return [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help')
}

describe('the pages for users', () => {
  it('name every column that is recognised, as the code has it', async () => {
    await expect(columnsPage()).toMatchFileSnapshot(path.join(DOCS, 'using/columns.md'))
  })

  it('name every problem and its cure, as the code has it', async () => {
    await expect(problemsPage()).toMatchFileSnapshot(path.join(DOCS, 'using/problems.md'))
  })

  it('explain every command with every option it has, and none that it has not', async () => {
    const page = fs.readFileSync(path.join(DOCS, 'using/command-line.md'), 'utf8')
    const sections = new Map(page.split(/^## muster /m).map((text) => [/^\w+/.exec(text)?.[0] ?? '', text]))
    for (const name of await commandNames()) {
      const offered = [...(await help(name)).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option)
      const explained = [...(sections.get(name) ?? '').matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option]) => option)
      expect([name, ...explained].sort()).toEqual([name, ...offered.filter((option) => option !== '--help')].sort())
    }
  })
})
