import { type Gate, gatesOf } from './gates.ts'
import { addedGroups } from './groups.ts'
import { type MeasuredSet, measureSet } from './measure-set.ts'
import { newMissReport } from './miss-report.ts'
import { type AccuracyOptions, readOptions, USAGE } from './options.ts'
import { figuresOf } from './score.ts'
import { SETS } from './sets.ts'
import { gateTable, groupTable, setHead, setRow } from './table.ts'

/** `npm run accuracy`: prints how accurate the engine is, set by set, and ends with 1 when a gate is not met. */
try {
  const options = readOptions(process.argv.slice(2))
  const gates = report(options)
  process.exitCode = gates.some((it) => it.isMet === false) ? 1 : 0
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  process.exitCode = 2
}

function report(options: AccuracyOptions): Gate[] {
  const { sizes, only, isJson, errors } = options
  const say = (text: string): void => {
    if (!isJson && text !== '') console.log(text)
  }
  const { seed, schools, pupils, twins } = sizes
  say(`Seed ${seed}, ${schools} schools of ${pupils} pupils, ${twins} twins, Node ${process.version}\n`)
  say(setHead())
  const measured: MeasuredSet[] = []
  const reports: string[] = []
  for (const set of SETS.filter((it) => only.includes(it.id))) {
    const misses = newMissReport(errors ?? 0)
    const it = measureSet(set, sizes, misses.add)
    say(it === null ? `| ${set.title} (\`${set.id}\`) | not there |` : setRow(it))
    if (it !== null) measured.push(it)
    if (it !== null && errors !== null) reports.push(`## ${set.id}\n\n${misses.text()}`)
  }
  const gates = gatesOf(measured)
  say(`\n${groupTable(measured)}\n\n${gateTable(gates)}`)
  for (const text of reports) say(`\n${text}`)
  if (isJson) console.log(JSON.stringify({ sizes, sets: measured.map(plain), groups: plainGroups(measured), gates }, null, 2))
  return gates
}

function plain({ set, score, groups, isOrderFree, seconds }: MeasuredSet) {
  const byGroup = Object.fromEntries([...groups].map(([group, its]) => [group, { ...its, ...figuresOf(its) }]))
  return { id: set.id, title: set.title, ...score, ...figuresOf(score), isOrderFree, seconds, groups: byGroup }
}

function plainGroups(measured: readonly MeasuredSet[]) {
  const groups = addedGroups(measured.filter(({ set }) => set.hasGroups).map((it) => it.groups))
  return Object.fromEntries([...groups].map(([group, score]) => [group, { ...score, ...figuresOf(score) }]))
}
