import type { Frequency } from '../frequencies.ts'
import { jaroWinkler } from '../jaro-winkler.ts'
import { bitsOf, type Model } from '../model.ts'
import { areNicknames } from '../names/index.ts'
import type { Name, Person } from '../prepare.ts'
import type { BaseRate } from '../weights/index.ts'
import type { Finding } from './finding.ts'
import { SIMILAR_FROM } from './name-level.ts'

export type SameFinding = Finding<'same' | 'different'>
export type MiddleNameFinding = Finding<'same' | 'part' | 'initial' | 'different'>

export function compareSex(model: Model, directory: Person, source: Person): SameFinding | null {
  const { sex: left } = directory
  const { sex: right } = source
  if (left === null || right === null) return null
  const level = left === right ? 'same' : 'different'
  return { level, bits: bitsOf(model.weights.sex[level]), params: { directory: left, source: right } }
}

export function compareMiddleNames(model: Model, directory: Person, source: Person): MiddleNameFinding | null {
  const { middle: left } = directory
  const { middle: right } = source
  if (left === null || right === null) return null
  const { middleName } = model.weights
  const params = { directory: left.typed, source: right.typed }
  if (left.text === right.text)
    return { level: 'same', bits: agreementBits(middleName.exact, model.frequencies.middleName, left.text), params }
  if (isNearly(left, right)) {
    return { level: 'part', bits: middleName.initialBits, params }
  }
  const isInitial = (left.text.length === 1 || right.text.length === 1) && left.text[0] === right.text[0]
  if (isInitial) return { level: 'initial', bits: middleName.initialBits, params }
  return { level: 'different', bits: middleName.differentBits, params }
}

export function compareRegistrationClasses(model: Model, directory: Person, source: Person): SameFinding | null {
  const { registrationClass: left } = directory
  const { registrationClass: right } = source
  if (left === null || right === null) return null
  const { registrationClass } = model.weights
  const params = { directory: directory.record.registrationClass ?? '', source: source.record.registrationClass ?? '' }
  if (left !== right) return { level: 'different', bits: registrationClass.differentBits, params }
  return { level: 'same', bits: agreementBits(registrationClass.exact, model.frequencies.registrationClass, left), params }
}

/** Follows from the birth date and from the class, so it says nothing where one of them was compared and agrees. */
export function compareYearGroups(model: Model, directory: Person, source: Person): SameFinding | null {
  const { yearGroup: left } = directory
  const { yearGroup: right } = source
  if (left === null || right === null) return null
  const { yearGroup } = model.weights
  const params = { directory: left, source: right }
  if (left !== right) return isMoveUp(left, right) ? null : { level: 'different', bits: yearGroup.differentBits, params }
  if (directory.birth !== null && source.birth !== null) return null
  if (directory.registrationClass !== null && directory.registrationClass === source.registrationClass) return null
  return { level: 'same', bits: agreementBits(yearGroup.exact, model.frequencies.yearGroup, left), params }
}

function agreementBits(base: BaseRate, frequency: Frequency, value: string): number {
  return bitsOf({ m: base.m, u: frequency.rateBeside(value, 2) })
}

/** One of several middle names, a short form, or a slip of the pen. */
function isNearly(left: Name, right: Name): boolean {
  if (left.words.some((word) => right.words.includes(word)) || areNicknames(left.text, right.text)) return true
  return jaroWinkler(left.text, right.text) >= SIMILAR_FROM
}

/** One year up or down: September has come to one side only. */
export function isMoveUp(left: string, right: string): boolean {
  const apart = Math.abs(numberOf(left) - numberOf(right))
  return Number.isNaN(apart) || apart === 1
}

function numberOf(code: string): number {
  return code === 'R' || code === 'KG' ? 0 : Number(code)
}
