import path from 'node:path'
import { ANY_NUMBER, type Engine, type MissingEngine } from '../engine.ts'
import { pinnedVersion, pythonPackages } from '../packages.ts'
import { runMeasured } from '../run-measured.ts'

const PEERS = path.resolve(import.meta.dirname, '../peers')
const REQUIREMENTS = 'python-requirements.txt'

/** Left out unless asked for: they bring a Python environment of half a gigabyte. */
export function pythonEngines(): readonly (Engine | MissingEngine)[] {
  const packages = pythonPackages()
  const splink = { name: 'Splink on DuckDB, two threads', script: 'splink', version: `Splink ${pinnedVersion(REQUIREMENTS, 'splink')}` }
  const toolkit = {
    name: 'Python Record Linkage Toolkit',
    script: 'recordlinkage',
    version: `recordlinkage ${pinnedVersion(REQUIREMENTS, 'recordlinkage')}`,
  }
  return [splink, toolkit].map(({ name, script, version }) => {
    if ('reason' in packages) return { name, family: 'python', reason: packages.reason }
    return {
      name,
      family: 'python',
      version,
      pairsFile: `pairs-${script}.csv`,
      statuses: null,
      // without schools, a million were 20 GB to Splink when the birth date alone was a block; the toolkit's pairs grow with the square
      peopleMax: { ...ANY_NUMBER, withoutSchool: 100_000 },
      measure: (folder, hasSchools) => {
        const words = [path.join(PEERS, `${script}_peer.py`), hasSchools ? 'with-school' : 'without-school']
        return runMeasured([path.join(packages.folder, 'bin/python'), ...words], folder)
      },
    }
  })
}
