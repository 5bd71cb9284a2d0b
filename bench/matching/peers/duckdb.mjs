// @ts-check
// Matches directory.csv and source.csv of the working folder in DuckDB. Words: threads, with-school or without-school, the folder of the packages.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const [threads = '1', schools = 'with-school', packages = '.'] = process.argv.slice(2)
const { DuckDBInstance } = createRequire(path.join(packages, 'package.json'))('@duckdb/node-api')
const instance = await DuckDBInstance.create(':memory:', { threads })
const connection = await instance.connect()
// neither the order of the rows nor a progress bar is wanted, and both cost time
await connection.run('SET preserve_insertion_order = false; SET enable_progress_bar = false')
const isTelling = process.argv.includes('--times')
for (const step of ['read', schools, 'decide']) {
  const since = performance.now()
  for (const statement of statementsOf(`duckdb-${step}.sql`)) {
    const before = performance.now()
    await connection.run(statement)
    if (isTelling) console.log(Math.round(performance.now() - before), statement.replace(/^(--.*\n|\s)+/, '').slice(0, 60))
  }
  if (isTelling) console.log(`${step}: ${Math.round(performance.now() - since)} ms`)
}

/** @param {string} file */
function statementsOf(file) {
  return fs
    .readFileSync(path.join(import.meta.dirname, file), 'utf8')
    .split(/;\s*\n/)
    .filter((it) => it.trim() !== '')
}
