import { spawnSync } from 'node:child_process'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { benchDistrict, benchHundredSchools } from './many-schools.ts'
import { benchMatching, MATCHING_OPTIONS } from './matching/bench-matching.ts'
import type { Figure } from './measure.ts'
import { benchOneSchool } from './one-school.ts'
import { benchStart } from './start.ts'
import { benchWeb } from './web.ts'

const BENCHES = { start: benchStart, school: benchOneSchool, district: benchDistrict, hundred: benchHundredSchools, web: benchWeb }

/** `npm run bench [start|school|district|hundred|web|matching …]`: prints a table; ends with 1 when a figure that was asked for is missed. */
const { values, positionals: wanted } = parseArgs({ allowPositionals: true, options: MATCHING_OPTIONS })
spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
const [cpu] = os.cpus()
console.log(
  `\n${os.cpus().length} x ${cpu?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}\n`,
)
// only when it is named: it takes minutes, and installs the engines it compares with
const matching = wanted.includes('matching') ? await benchMatching(values) : []
console.log(`${wanted.includes('matching') ? '\n' : ''}| what | measured | asked | |\n|---|---|---|---|`)
let isMet = true
for (const it of matching) tell(it)
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const it of await bench()) tell(it)
}
process.exit(isMet ? 0 : 1)

function tell(it: Figure): void {
  isMet &&= it.isMet
  console.log(`| ${it.what} | ${it.measured} | ${it.asked} | ${it.isMet ? '' : 'MISSED'} |`)
}
