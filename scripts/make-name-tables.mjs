// Makes the compact name tables of fixtures/names/ from their sources (see fixtures/names/LICENCES.md).
// Usage: node scripts/make-name-tables.mjs FOLDER   FOLDER holds the three source files named below.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'

const GIVEN_NAMES = 'given-names-england-wales-1996-2024.csv.gz'
const SURNAMES = 'surnames-uk-frequency.csv'
const NICKNAMES = 'nicknames-en.csv'
/** Names kept for each sex: the 1,500 commonest of today's pupils and the 500 commonest of young staff. */
const PUPIL_NAMES = 1500
const STAFF_NAMES = 500
const PUPILS_BORN = [2008, 2022]
const STAFF_BORN = [1996, 2000]
/** Irish names whose apostrophe the source has lost. */
const IRISH =
  /^o(boyle|brien|callaghan|connell|connor|dea|doherty|donnell|donoghue|dowd|driscoll|dwyer|farrell|flynn|gorman|grady|hagan|halloran|hanlon|hara|hare|kane|keefe|keeffe|kelly|leary|loughlin|mahoney|mahony|malley|meara|neal|neil|neill|reilly|rourke|ryan|shea|sullivan|toole)$/
/** Nicknames that do not share the first letter and yet are heard in schools; all others that do not are dropped. */
const KEPT_NICKNAMES = [
  'bill',
  'billy',
  'bob',
  'bobby',
  'ned',
  'ted',
  'teddy',
  'beth',
  'betty',
  'libby',
  'liz',
  'lizzie',
  'tilly',
  'sandy',
  'tony',
  'bella',
  'lottie',
  'lola',
  'drew',
  'xander',
  'becca',
  'becky',
  'trish',
  'kit',
]

const from = process.argv[2]
if (from === undefined) {
  console.error('Usage: node scripts/make-name-tables.mjs FOLDER')
  process.exit(2)
}
const to = fileURLToPath(new URL('../fixtures/names/', import.meta.url))

const given = { female: givenNames('F'), male: givenNames('M') }
write('given-names.json', given)
write('surnames.json', { all: surnames() })
write('nicknames.json', { all: nicknames() })

/** Lines of `name pupils staff`: how many were born in the years of each. */
function givenNames(sex) {
  const counts = new Map()
  const text = zlib.gunzipSync(fs.readFileSync(path.join(from, GIVEN_NAMES))).toString('utf8')
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [year, itsSex, name, count] = line.split(',')
    if (itsSex !== sex) continue
    const held = counts.get(name) ?? { pupils: 0, staff: 0 }
    if (isBetween(Number(year), PUPILS_BORN)) held.pupils += Number(count)
    if (isBetween(Number(year), STAFF_BORN)) held.staff += Number(count)
    counts.set(name, held)
  }
  const top = (column, size) => [...counts].sort((a, b) => b[1][column] - a[1][column] || (a[0] < b[0] ? -1 : 1)).slice(0, size)
  const kept = new Map([...top('pupils', PUPIL_NAMES), ...top('staff', STAFF_NAMES)])
  return [...kept].map(([name, { pupils, staff }]) => `${titled(name)} ${pupils} ${staff}`)
}

/** Lines of `name weight`; the weight is the share of the population in 1/100,000. */
function surnames() {
  const weights = new Map()
  for (const line of fs.readFileSync(path.join(from, SURNAMES), 'utf8').split(/\r?\n/).slice(1)) {
    const [quoted, share] = line.split(',')
    const bare = quoted.replaceAll('"', '')
    if (bare.length < 3) continue
    const name = IRISH.test(bare) ? `O'${titled(bare.slice(1))}` : titled(bare)
    weights.set(name, (weights.get(name) ?? 0) + Math.max(1, Math.round(Number(share) * 1e5)))
  }
  return [...weights].map(([name, weight]) => `${name} ${weight}`)
}

/** Lines of `name nickname nickname ...` for the given names that we keep. */
function nicknames() {
  const known = new Set([...given.female, ...given.male].map((line) => line.split(' ')[0].toLowerCase()))
  const found = new Map()
  for (const line of fs.readFileSync(path.join(from, NICKNAMES), 'utf8').split(/\r?\n/).slice(1)) {
    const [name, , nickname] = line.split(',')
    if (!known.has(name) || !nickname || nickname.length < 2) continue
    if (name[0] !== nickname[0] && !KEPT_NICKNAMES.includes(nickname)) continue
    found.set(name, [...(found.get(name) ?? []), titled(nickname)])
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, names]) => `${titled(name)} ${names.join(' ')}`)
}

function titled(name) {
  const lower = name.toLowerCase().replace(/(^|[-' ])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
  return lower.replace(/^Mc(\p{L})/u, (_, letter) => `Mc${letter.toUpperCase()}`)
}

function isBetween(value, [first, last]) {
  return value >= first && value <= last
}

/** Entries are joined into lines of about 120 characters: small, and readable in a difference. */
function write(name, tables) {
  const packed = Object.fromEntries(Object.entries(tables).map(([key, entries]) => [key, packedLines(entries)]))
  fs.writeFileSync(path.join(to, name), `${JSON.stringify(packed, null, 2)}\n`)
  console.log(`${name}: ${Object.values(tables).flat().length} entries`)
}

function packedLines(entries) {
  const lines = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + entry.length < 120) lines[lines.length - 1] = `${last},${entry}`
    else lines.push(entry)
  }
  return lines
}
