// @ts-check
// Makes src/matching/names/given-names.json: the given names that children have, folded, commonest first.
// Usage: node scripts/make-given-names.mjs FILE   FILE: given names of England and Wales by year (ONS), gzipped CSV year,sex,name,count
import fs from 'node:fs'
import zlib from 'node:zlib'

/** Below this many children in 29 years a spelling may as well be a slip that somebody registered. */
const CHILDREN_MIN = 50

const [file = ''] = process.argv.slice(2)
/** @type {Map<string, number>} */
const counts = new Map()
for (const line of zlib.gunzipSync(fs.readFileSync(file)).toString('utf8').trim().split('\n').slice(1)) {
  const [, , name = '', count = '0'] = line.split(',')
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  counts.set(folded, (counts.get(folded) ?? 0) + Number(count))
}
const names = [...counts]
  .filter(([name, count]) => name.length > 1 && count >= CHILDREN_MIN)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
const source = 'Office for National Statistics, baby names in England and Wales 1996 to 2024, Open Government Licence v3.0'
fs.writeFileSync(
  new URL('../src/matching/names/given-names.json', import.meta.url),
  `${JSON.stringify({ source, names: names.map(([name]) => name).join(' ') }, null, 2)}\n`,
)
