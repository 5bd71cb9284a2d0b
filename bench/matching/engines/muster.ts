import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ANY_NUMBER, type Engine, type MissingEngine } from '../engine.ts'
import { runNode } from '../run-measured.ts'

const MAIN = path.resolve('dist/server/main.js')

/** The product as its users run it: `muster match` of the built server, with one thread and with two. */
export function musterEngines(): readonly (Engine | MissingEngine)[] {
  const help = spawnSync(process.execPath, [MAIN, 'match', '--help'], { encoding: 'utf8' }).stdout
  const hasThreads = help.includes('--threads')
  const one = musterEngine(musterName(1), 1, hasThreads)
  const name = musterName(2)
  return [one, hasThreads ? musterEngine(name, 2, true) : { name, family: 'muster', reason: 'this version has no --threads' }]
}

export function musterName(threads: 1 | 2): string {
  return threads === 1 ? 'Muster, one thread' : 'Muster, two workers'
}

function musterEngine(name: string, threads: 1 | 2, hasThreads: boolean): Engine {
  const pairsFile = `pairs-muster-${threads}.csv`
  const files = ['--directory', 'directory.csv', '--source', 'source.csv', '--out', pairsFile]
  const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string } // our own
  return {
    name,
    family: 'muster',
    version: `Muster ${version}`,
    pairsFile,
    statuses: ['matched'],
    peopleMax: ANY_NUMBER,
    measure: (folder, hasSchools) => {
      const school = hasSchools ? ['--school-column', 'school'] : []
      return runNode([MAIN, 'match', ...files, ...school, ...(hasThreads ? ['--threads', String(threads)] : [])], folder)
    },
  }
}
