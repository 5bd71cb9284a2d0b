// @ts-check
// What a program without a matching engine does: compares everybody with everybody in each school, with the Jaro-Winkler of a package
// from npm on the whole name and points for the birth date, then takes the best pairs first. Words: the folder of the packages.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** @typedef {{ id: string, school: string, name: string, birthDate: string, year: number, month: number, day: number }} Person */

const [packages = '.'] = process.argv.slice(2)
/** @type {(left: string, right: string) => number} */
const jaroWinkler = createRequire(path.join(packages, 'package.json'))('talisman/metrics/jaro-winkler')
const LIKENESS_MIN = 0.85

const directory = bySchool(read('directory.csv'))
const source = bySchool(read('source.csv'))
const output = ['directory_id,source_id']
for (const [school, ours] of directory) output.push(...pairsOf(ours, source.get(school) ?? []))
fs.writeFileSync('pairs-all-pairs.csv', `${output.join('\n')}\n`)

/**
 * @param {Person[]} ours
 * @param {Person[]} theirs
 */
function pairsOf(ours, theirs) {
  /** @type {{ likeness: number, left: string, right: string }[]} */
  const found = []
  for (const left of ours) {
    for (const right of theirs) {
      const likeness = 0.6 * jaroWinkler(left.name, right.name) + 0.4 * dateLikeness(left, right)
      if (likeness >= LIKENESS_MIN) found.push({ likeness, left: left.id, right: right.id })
    }
  }
  const taken = new Set()
  return found
    .sort((one, other) => other.likeness - one.likeness)
    .filter(({ left, right }) => !taken.has(left) && !taken.has(right) && taken.add(left).add(right))
    .map(({ left, right }) => `${left},${right}`)
}

/**
 * @param {Person} left
 * @param {Person} right
 */
function dateLikeness(left, right) {
  if (left.birthDate === right.birthDate) return 1
  if (left.birthDate === '' || right.birthDate === '') return 0.6
  if (left.year === right.year && left.month === right.day && left.day === right.month) return 0.9
  const same = Number(left.year === right.year) + Number(left.month === right.month) + Number(left.day === right.day)
  return same === 2 ? 0.7 : 0
}

/** @param {string} file */
function read(file) {
  const [, ...lines] = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const [id = '', school = '', first = '', last = '', birthDate = ''] = line.split(',')
    const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number)
    return { id, school, name: `${fold(first)} ${fold(last)}`, birthDate, year, month, day }
  })
}

/** @param {string} name */
function fold(name) {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** @param {Person[]} people */
function bySchool(people) {
  /** @type {Map<string, Person[]>} */
  const schools = new Map()
  for (const person of people) {
    const school = schools.get(person.school)
    if (school === undefined) schools.set(person.school, [person])
    else school.push(person)
  }
  return schools
}
