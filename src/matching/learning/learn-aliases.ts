import { foldName } from '../../kernel/index.ts'
import type { Alias, MatchRecord } from '../types.ts'
import type { LabelledPair, Levels } from './said-pair.ts'

/** An alias that decisions propose, and the Match decisions it was seen in. */
export interface ProposedAlias extends Alias {
  readonly decisionIds: readonly string[]
}

/** In so many decisions, about so many people, two spellings must have stood for one name. */
const SEEN_MIN = 2
/** Names of so many people of one side are two names, whatever was seen of a few. */
const FREQUENT_FROM = 5

type Box = Alias['box']
const BOXES: readonly Box[] = ['forename', 'surname']

/**
 * Spellings that stand for one name, from Match decisions in which that name alone disagreed. Never two names that are both
 * frequent here, and never two that somebody has also called different people by.
 */
export function learnAliases(pairs: readonly LabelledPair[], isFrequent: (box: Box, name: string) => boolean): readonly ProposedAlias[] {
  const seen = new Map<string, { readonly alias: Alias; readonly people: Set<string>; readonly decisions: Set<string> }>()
  const refused = new Set<string>()
  for (const pair of pairs) {
    const alias = aliasIn(pair.levels)
    if (alias === null) continue
    const key = aliasKey(alias)
    if (!pair.isSame) refused.add(key)
    else {
      const known = seen.get(key) ?? { alias, people: new Set(), decisions: new Set() }
      known.people.add(pair.directoryId)
      if (pair.decisionId !== null) known.decisions.add(pair.decisionId)
      seen.set(key, known)
    }
  }
  return [...seen]
    .filter(([key, { alias, people }]) => people.size >= SEEN_MIN && !refused.has(key) && !areTwoNames(alias, isFrequent))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { alias, decisions }]) => ({ ...alias, decisionIds: [...decisions].sort() }))
}

/** An alias as it is kept: folded, the lesser name first. Null where the two are one name already, or one is empty. */
export function aliasOf(box: Box, one: string, other: string): Alias | null {
  const [left = '', right = ''] = [foldName(one), foldName(other)].sort()
  return left === '' || left === right ? null : { box, left, right }
}

function aliasKey({ box, left, right }: Alias): string {
  return JSON.stringify([box, left, right])
}

/** Whether both names are in use so often that they are two names of this school. */
export function areTwoNames({ box, left, right }: Alias, isFrequent: (box: Box, name: string) => boolean): boolean {
  return isFrequent(box, left) && isFrequent(box, right)
}

type Names = Pick<MatchRecord, 'firstName' | 'lastName' | 'knownAsFirstName' | 'knownAsLastName'>

/** Tells of a folded name whether many people of one of the sides bear it. */
export function frequentNames(sides: readonly (readonly Names[])[]): (box: Box, name: string) => boolean {
  const counts = sides.map((side) => {
    const count = new Map<string, number>()
    for (const it of side)
      for (const key of new Set([
        ...[it.firstName, it.knownAsFirstName].map((name) => `forename ${foldName(name ?? '')}`),
        ...[it.lastName, it.knownAsLastName].map((name) => `surname ${foldName(name ?? '')}`),
      ]))
        count.set(key, (count.get(key) ?? 0) + 1)
    return count
  })
  return (box, name) => counts.some((count) => (count.get(`${box} ${name}`) ?? 0) >= FREQUENT_FROM)
}

const DISAGREES = ['different', 'resembling']
/** Of the other comparisons; what is missing disagrees with nothing, but the other name and the birth date must agree. */
const AGAINST = ['different', 'conflict']

/** The two spellings of a pair in which one name disagrees and all else agrees. */
function aliasIn(levels: Levels): Alias | null {
  for (const box of BOXES) {
    const name = levels.get(box)
    const other = levels.get(box === 'forename' ? 'surname' : 'forename')
    if (!DISAGREES.includes(name?.level ?? '') || other?.level !== 'exact' || levels.get('birth_date')?.level !== 'exact') continue
    const areOthersAgainst = [...levels].some(([area, it]) => area !== box && AREAS.includes(area) && AGAINST.includes(it.level))
    return areOthersAgainst ? null : aliasOf(box, name?.directory ?? '', name?.source ?? '')
  }
  return null
}

/** Class, year group and e-mail change by themselves; a different one says nothing about a name. */
const AREAS = ['sex', 'middle_name', 'upn', 'custom_id']
