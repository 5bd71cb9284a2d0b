import path from 'node:path'
import { ANY_NUMBER, type Engine, type MissingEngine } from '../engine.ts'
import { nodePackages, pinnedVersion } from '../packages.ts'
import { runNode } from '../run-measured.ts'

const PEERS = path.resolve(import.meta.dirname, '../peers')
const DUCKDB = 'DuckDB, tuned SQL'

export function duckdbEngines(): readonly (Engine | MissingEngine)[] {
  const packages = nodePackages()
  if ('reason' in packages) return [{ name: DUCKDB, family: 'duckdb', reason: packages.reason }]
  return [1, 2].map((threads) => ({
    name: `${DUCKDB}, ${threads === 1 ? 'one thread' : 'two threads'}`,
    family: 'duckdb',
    version: `DuckDB (@duckdb/node-api ${pinnedVersion('package.json', '@duckdb/node-api')})`,
    pairsFile: 'pairs-duckdb.csv',
    statuses: null,
    peopleMax: ANY_NUMBER,
    measure: (folder, hasSchools) => {
      const schools = hasSchools ? 'with-school' : 'without-school'
      return runNode([path.join(PEERS, 'duckdb.mjs'), String(threads), schools, packages.folder], folder)
    },
  }))
}

/** Of natural, jaro-winkler-typescript, cmpstr and talisman, talisman's Jaro-Winkler was the fastest (440 ns a pair; the next 660). */
export function allPairsEngine(): Engine | MissingEngine {
  const packages = nodePackages()
  const name = 'all pairs of a school, Jaro-Winkler of the package talisman'
  if ('reason' in packages) return { name, family: 'all-pairs', reason: packages.reason }
  return {
    name,
    family: 'all-pairs',
    version: `talisman ${pinnedVersion('package.json', 'talisman')}`,
    pairsFile: 'pairs-all-pairs.csv',
    statuses: null,
    // a minute and a half for 100,000; without schools, five hours
    peopleMax: { withSchool: 100_000, withoutSchool: 2_000 },
    measure: (folder) => runNode([path.join(PEERS, 'all-pairs.mjs'), packages.folder], folder),
  }
}
