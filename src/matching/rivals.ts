import { upnKind } from '../roster/index.ts'
import { exactKeys } from './passes.ts'
import type { Person } from './prepare.ts'

/** What the other people of both sides say against a pair. */
export interface Rivals {
  /** Somebody else on either side has exactly the name and birth date of one of the two. */
  hasExactRival(directory: Person, source: Person): boolean
  /** A permanent UPN of one of the two, which the other has not, stands with somebody else on the other side. */
  isUpnElsewhere(directory: Person, source: Person): boolean
}

export function rivalsAmong(directory: readonly Person[], source: readonly Person[], repeatedUpns: ReadonlySet<string>): Rivals {
  const names = [holders(directory, exactKeys), holders(source, exactKeys)] as const
  const upnsOf = ({ upns }: Person) => upns.filter((upn) => !repeatedUpns.has(upn) && upnKind(upn) === 'permanent')
  const upns = [holders(directory, upnsOf), holders(source, upnsOf)] as const
  const stands = (held: Holders, keys: readonly string[], besides: Person) =>
    keys.some((key) => held.get(key)?.some((person) => person !== besides) === true)
  return {
    hasExactRival: (left, right) => stands(names[1], exactKeys(left), right) || stands(names[0], exactKeys(right), left),
    isUpnElsewhere: (left, right) => {
      if (left.upns.some((upn) => right.upns.includes(upn))) return false
      return stands(upns[1], upnsOf(left), right) || stands(upns[0], upnsOf(right), left)
    },
  }
}

type Holders = ReadonlyMap<string, readonly Person[]>

function holders(people: readonly Person[], keysOf: (person: Person) => readonly string[]): Holders {
  const held = new Map<string, Person[]>()
  for (const person of people) {
    for (const key of keysOf(person)) {
      const known = held.get(key)
      if (known) known.push(person)
      else held.set(key, [person])
    }
  }
  return held
}
