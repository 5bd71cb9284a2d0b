import fs from 'node:fs'
import path from 'node:path'
import { type Figure, temporaryFolder } from '../measure.ts'
import type { CaseResult } from './case-result.ts'
import { tableHead, tableRow } from './case-table.ts'
import { casesAt } from './cases.ts'
import { type Engine, FAMILIES, type Family, type MissingEngine } from './engine.ts'
import { musterEngines } from './engines/muster.ts'
import { allPairsEngine, duckdbEngines } from './engines/node-peers.ts'
import { postgresEngine } from './engines/postgres.ts'
import { pythonEngines } from './engines/python-peers.ts'
import { gateFigures } from './gates.ts'
import { runCase } from './run-case.ts'
import { benchWarmMatch } from './warm-match.ts'

/** Words of `npm run bench -- matching`, for `parseArgs`. */
export const MATCHING_OPTIONS = {
  scale: { type: 'string', default: '1' },
  only: { type: 'string', default: '' },
  data: { type: 'string', default: '' },
  peers: { type: 'string', default: '' },
} as const

export interface MatchingOptions {
  readonly scale: string
  readonly only: string
  readonly data: string
  readonly peers: string
}

/** Muster and other engines on the same made-up files: prints one table a case, and gives the figures something is asked of. */
export async function benchMatching(options: MatchingOptions): Promise<readonly Figure[]> {
  const scale = Number(options.scale)
  if (!(scale > 0 && scale <= 1)) throw new Error('--scale takes a number above 0, up to 1')
  const wanted = familiesOf(options)
  const root = options.data === '' ? temporaryFolder('matching') : path.resolve(options.data)
  fs.mkdirSync(root, { recursive: true })
  const warm = wanted.includes('muster') ? benchWarmMatch(root) : []
  const { engines, stop } = enginesOf(wanted)
  console.log([...new Set(engines.map((it) => ('version' in it ? it.version : '')))].filter((it) => it !== '').join(' · '))
  const results: CaseResult[] = []
  const tell = (row: Parameters<typeof tableRow>[0]): void => console.log(tableRow(row))
  try {
    for (const it of casesAt(scale)) {
      console.log(tableHead(it.title))
      results.push(await runCase(it, { root, engines, earlier: results, tell }))
    }
  } finally {
    stop()
  }
  return [...warm, ...gateFigures(results, scale === 1)]
}

function familiesOf({ only, peers }: MatchingOptions): readonly Family[] {
  const words = only === '' ? FAMILIES.filter((it) => it !== 'python' || peers === 'python') : only.split(',')
  const unknown = words.find((word) => !FAMILIES.some((it) => it === word))
  if (unknown !== undefined) throw new Error(`--only knows ${FAMILIES.join(', ')}, and not ${unknown}`)
  return FAMILIES.filter((it) => words.includes(it) || (it === 'python' && peers === 'python'))
}

function enginesOf(wanted: readonly Family[]): { readonly engines: readonly (Engine | MissingEngine)[]; readonly stop: () => void } {
  const postgres = wanted.includes('postgres') ? postgresEngine() : null
  const engines = wanted.flatMap((family) => {
    if (family === 'muster') return musterEngines()
    if (family === 'duckdb') return duckdbEngines()
    if (family === 'all-pairs') return [allPairsEngine()]
    if (family === 'python') return pythonEngines()
    return postgres === null ? [] : [postgres.engine]
  })
  return { engines, stop: () => postgres?.stop() }
}
