import { foldName } from '../kernel/index.ts'
import { type Sex, upnKind } from '../roster/index.ts'
import { hasNicknames } from './names/index.ts'
import type { MatchRecord } from './types.ts'

export interface BirthDate {
  readonly text: string
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A record made ready for comparison: names folded once, empty evidence null. */
export interface Person {
  readonly id: string
  readonly record: MatchRecord
  /** Legal and known-as, folded, no spaces (so that "Abdul Rahman" is "Abdulrahman"); none, one or two. */
  readonly forenames: readonly Name[]
  readonly surnames: readonly Name[]
  readonly middle: Name | null
  readonly birth: BirthDate | null
  readonly sex: Sex | null
  readonly upns: readonly string[]
  readonly permanentUpn: string | null
  readonly customId: string | null
  readonly email: string | null
  readonly emailLocalPart: string | null
  readonly yearGroup: string | null
  readonly registrationClass: string | null
}

export interface Name {
  /** Folded without spaces: what is compared and counted. */
  readonly text: string
  /** Its words, for double-barrelled and shifted names. */
  readonly words: readonly string[]
  readonly typed: string
  /** One bit for each letter in it; far letters of other scripts share bits. */
  readonly letters: number
  /** The nickname table has it. */
  readonly isNickname: boolean
}

/** Prepares the records of one run; the same spelling is folded once. */
export function preparer(): (record: MatchRecord) => Person {
  const names = new Map<string, Name | null>()
  const nameOf = (typed: string | null): Name | null => {
    if (typed === null) return null
    const known = names.get(typed)
    if (known !== undefined) return known
    const folded = foldName(typed)
    const name = folded === '' ? null : describe(folded, typed)
    names.set(typed, name)
    return name
  }
  const distinct = (...typed: (string | null)[]): Name[] => {
    const found: Name[] = []
    for (const it of typed) {
      const name = nameOf(it)
      if (name && !found.some((other) => other.text === name.text)) found.push(name)
    }
    return found
  }
  return (record) => prepare(record, nameOf, distinct)
}

function describe(folded: string, typed: string): Name {
  const text = folded.replaceAll(' ', '')
  let letters = 0
  for (let i = 0; i < text.length; i += 1) letters |= 1 << (text.charCodeAt(i) & 31)
  return { text, words: folded.split(' '), typed: typed.trim(), letters, isNickname: hasNicknames(text) }
}

function prepare(
  record: MatchRecord,
  nameOf: (typed: string | null) => Name | null,
  distinct: (...typed: (string | null)[]) => Name[],
): Person {
  const email = record.email?.trim().toLowerCase() || null
  const { upn, formerUpn } = record
  return {
    id: record.id,
    record,
    forenames: distinct(record.firstName, record.knownAsFirstName),
    surnames: distinct(record.lastName, record.knownAsLastName),
    middle: nameOf(record.middleName),
    birth: record.birthDate === null ? null : readBirthDate(record.birthDate),
    sex: record.sex === 'female' || record.sex === 'male' ? record.sex : null,
    upns: [...new Set([upn, formerUpn])].filter((it) => it !== null),
    permanentUpn: upn !== null && upnKind(upn) === 'permanent' ? upn : null,
    customId: record.customId?.trim().toUpperCase() || null,
    email,
    emailLocalPart: email?.split('@')[0] || null,
    yearGroup: record.yearGroup,
    registrationClass: record.registrationClass === null ? null : foldName(record.registrationClass).replaceAll(' ', '') || null,
  }
}

/** The parts of `YYYY-MM-DD`. An impossible date (31 February) still is evidence: the same slip may stand on the other side. */
function readBirthDate(text: string): BirthDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts && { text, year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }
}
