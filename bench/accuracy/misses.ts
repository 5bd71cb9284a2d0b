import type { MatchPair, MatchRecord, MatchResult } from '../../src/matching/index.ts'
import type { Batch } from './labelled-set.ts'

export type MissKind = 'wrongly Matched' | 'never offered' | 'wrongly May match' | 'right, but May match'

/** A pair that did not come out as it should, with its records; all of them are invented or public. */
export interface Miss {
  readonly kind: MissKind
  /** What is the matter with the records, and what the engine said: the same words for the same class of misses. */
  readonly cause: string
  readonly directory: MatchRecord
  readonly source: MatchRecord
  readonly pair: MatchPair | null
}

/** Everything in a batch that did not come out as it should. */
export function missesOf(batch: Batch, { pairs }: MatchResult): Miss[] {
  const byDirectory = new Map(pairs.map((pair) => [pair.directoryId, pair]))
  const find = finderOf(batch)
  const offered = pairs.flatMap((pair): Miss[] => {
    const isRight = batch.partners.get(pair.directoryId) === pair.sourceId
    const isCertain = pair.verdict === 'certain'
    if (isRight && isCertain) return []
    const kind = isRight ? 'right, but May match' : isCertain ? 'wrongly Matched' : 'wrongly May match'
    return find(pair.directoryId, pair.sourceId, (damages, differences) => ({
      kind,
      cause: `${isRight ? (damages ?? differences) : differences} — ${pair.guards[0] ?? pair.pass}`,
      pair,
    }))
  })
  const never = [...batch.partners].flatMap(([directoryId, sourceId]): Miss[] => {
    if (byDirectory.get(directoryId)?.sourceId === sourceId) return []
    const other = byDirectory.get(directoryId) ?? pairs.find((it) => it.sourceId === sourceId) ?? null
    return find(directoryId, sourceId, (damages, differences) => ({
      kind: 'never offered',
      cause: `${damages ?? differences} — ${other === null ? 'nobody offered' : `somebody else is ${other.verdict}`}`,
      pair: null,
    }))
  })
  return [...offered, ...never]
}

type Described = Pick<Miss, 'kind' | 'cause' | 'pair'>
type Describe = (damages: string | null, differences: string) => Described

function finderOf({ directory, source, labels }: Batch): (directoryId: string, sourceId: string, describe: Describe) => Miss[] {
  const held = new Map(directory.map((it) => [it.id, it]))
  const arriving = new Map(source.map((it) => [it.id, it]))
  return (directoryId, sourceId, describe) => {
    const [one, other] = [held.get(directoryId), arriving.get(sourceId)]
    if (one === undefined || other === undefined) return []
    const damages = labels.get(directoryId)?.damages ?? []
    const described = describe(damages.length === 0 ? null : [...damages].sort().join(' + '), differencesOf(one, other))
    return [{ ...described, directory: one, source: other }]
  }
}

const COMPARED = [
  'firstName',
  'lastName',
  'middleName',
  'birthDate',
  'sex',
  'yearGroup',
  'registrationClass',
  'upn',
  'email',
  'customId',
] as const

function differencesOf(one: MatchRecord, other: MatchRecord): string {
  const differing = COMPARED.flatMap((field) => {
    const [left, right] = [one[field]?.toLowerCase(), other[field]?.toLowerCase()]
    if (left === right) return []
    return [`${field} ${left === undefined || right === undefined ? 'missing' : 'differs'}`]
  })
  return differing.length === 0 ? 'nothing differs' : differing.join(' + ')
}
