import { spawnSync } from 'node:child_process'
import os from 'node:os'
import { benchDistrict, benchHundredSchools } from './many-schools.ts'
import type { Figure } from './measure.ts'
import { benchOneSchool } from './one-school.ts'
import { benchStart } from './start.ts'
import { benchWeb } from './web.ts'

const BENCHES = { start: benchStart, school: benchOneSchool, district: benchDistrict, hundred: benchHundredSchools, web: benchWeb }

/** `npm run bench [start|school|district|hundred|web …]`: prints a table; ends with 1 when a figure that was asked for is missed. */
const wanted = process.argv.slice(2)
spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
const [cpu] = os.cpus()
console.log(`\n${os.cpus().length} x ${cpu?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`)
console.log('| what | measured | asked | |\n|---|---|---|---|')
let isMet = true
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const it of await bench()) tell(it)
}
process.exit(isMet ? 0 : 1)

function tell(it: Figure): void {
  isMet &&= it.isMet
  console.log(`| ${it.what} | ${it.measured} | ${it.asked} | ${it.isMet ? '' : 'MISSED'} |`)
}
