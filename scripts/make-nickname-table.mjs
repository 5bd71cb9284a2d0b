// Makes src/matching/names/nicknames.json: families of forms of one given name (see LICENCES.md beside it).
// Usage: node scripts/make-nickname-table.mjs FOLDER   FOLDER holds the two source files named below.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'

const GIVEN_NAMES = 'given-names-england-wales-1996-2024.csv.gz'
const NICKNAMES = 'nicknames-en.csv'
/** Births of today's pupils, and of those who join them in the years to come. */
const BORN_FROM = 2005
/** From so many children on, a name is a name of its own: some 1,700 names. Amy is not believed to be Amelia. */
const COMMON_FROM = 500
/** Of so few children the share of each sex says nothing. */
const SEX_KNOWN_FROM = 50

const from = process.argv[2]
if (from === undefined) {
  console.error('Usage: node scripts/make-nickname-table.mjs FOLDER')
  process.exit(2)
}

const children = countChildren()
const isCommon = (name) => (children.get(name)?.all ?? 0) >= COMMON_FROM
const families = withUpstream(ownFamilies())
const entries = families.filter(({ heads, forms }) => heads.length + forms.size > 1).map(asEntry)
const file = fileURLToPath(new URL('../src/matching/names/nicknames.json', import.meta.url))
fs.writeFileSync(file, `${JSON.stringify({ families: packedLines(entries) }, null, 2)}\n`)
console.log(`${entries.length} families, ${fs.statSync(file).size} bytes`)

/** How many children were given a name, and how many of them were girls. */
function countChildren() {
  const counts = new Map()
  const text = zlib.gunzipSync(fs.readFileSync(path.join(from, GIVEN_NAMES))).toString('utf8')
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [year, sex, typed, count] = line.split(',')
    if (Number(year) < BORN_FROM || typed === undefined) continue
    const name = typed.toLowerCase().replace(/[^a-z]/g, '')
    const held = counts.get(name) ?? { all: 0, girls: 0 }
    held.all += Number(count)
    if (sex === 'F') held.girls += Number(count)
    counts.set(name, held)
  }
  return counts
}

/** Our own families, in their order; what stands in them has been looked at, so no rule takes anything out. */
function ownFamilies() {
  return linesOf('added.txt').map((line) => {
    const [heads = '', forms = ''] = line.split(':')
    return { heads: heads.split('/'), forms: new Set(forms.trim().split(/\s+/).filter(Boolean)) }
  })
}

/** Upstream forms join the first family that has their head, or make a family. */
function withUpstream(families) {
  const byHead = new Map()
  for (const family of families) for (const head of family.heads) if (!byHead.has(head)) byHead.set(head, family)
  const all = [...families]
  for (const [head, form] of upstreamPairs()) {
    const family = byHead.get(head) ?? { heads: [head], forms: new Set() }
    if (!byHead.has(head)) all.push(family)
    byHead.set(head, family)
    if (!family.heads.includes(form)) family.forms.add(form)
  }
  return all
}

function upstreamPairs() {
  const excluded = new Map(linesOf('excluded.txt').map((line) => line.split(':')))
  const isExcluded = (head, form) => {
    const forms = excluded.get(head)
    return forms !== undefined && (forms === '' || forms.trim().split(' ').includes(form))
  }
  const lines = fs.readFileSync(path.join(from, NICKNAMES), 'utf8').split(/\r?\n/).slice(1)
  return lines
    .map((line) => line.split(','))
    .filter(([head, , form]) => form !== undefined && /^[a-z]{2,}$/.test(head) && /^[a-z]{2,}$/.test(form))
    .map(([head, , form]) => [head, form])
    .filter(([head, form]) => children.has(head) && !isExcluded(head, form))
    .filter(([head, form]) => !(isCommon(head) && isCommon(form)) && !areOfDifferentSex(head, form))
}

function areOfDifferentSex(left, right) {
  const [a, b] = [girlsShare(left), girlsShare(right)]
  return a !== null && b !== null && ((a > 0.95 && b < 0.05) || (a < 0.05 && b > 0.95))
}

function girlsShare(name) {
  const held = children.get(name)
  return held === undefined || held.all < SEX_KNOWN_FROM ? null : held.girls / held.all
}

function linesOf(name) {
  const text = fs.readFileSync(new URL(`nickname-table/${name}`, import.meta.url), 'utf8')
  return text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
}

/** `head/head:form form`, where + marks a form that is a name of its own. */
function asEntry({ heads, forms }) {
  const marked = [...forms].filter((form) => !heads.includes(form)).map((form) => (isCommon(form) ? `+${form}` : form))
  return `${heads.join('/')}:${marked.join(' ')}`
}

/** Joined into lines of about 120 characters: small, and readable in a difference. */
function packedLines(entries) {
  const lines = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + entry.length < 120) lines[lines.length - 1] = `${last},${entry}`
    else lines.push(entry)
  }
  return lines
}
