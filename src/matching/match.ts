import { reasonsOf } from './explain.ts'
import { matchGroup } from './match-group.ts'
import { PairColumns, type PairRow } from './pair-columns.ts'
import { allRows, readRecords, Vocabulary } from './people/index.ts'
import { Run } from './run.ts'
import type { MatchInput, MatchPair, MatchReason, MatchResult, PairKey } from './types.ts'
import { WEIGHTS } from './weights/index.ts'
import { whatIf } from './what-if.ts'

/**
 * Pairs the people of a source with the people we hold, one to one, every pass over everybody before a weaker pass:
 * decisions and standing links, identifiers, exact names with birth date, then a score for whoever is left.
 *
 * The order of the rows never matters. Nobody is certain who has an equal rival. Pairs that name a record outside the
 * input are passed over: whoever is missing from a read is for `directoryStatus`.
 */
export function match(input: MatchInput): MatchResult {
  const vocabulary = new Vocabulary()
  const directory = readRecords(input.directory, input.kind, vocabulary)
  const source = readRecords(input.source, input.kind, vocabulary)
  const rows = rowFinder(input)
  const pairs = new PairColumns()
  const { weights, aliases } = input.learned ?? { weights: WEIGHTS[input.kind], aliases: [] }
  const run = new Run(
    { vocabulary, directory, source },
    { isPupil: input.kind === 'pupil', weights, aliases, vetoed: rows(input.vetoed), pairs },
  )
  const group = { directory: allRows(directory), source: allRows(source) }
  const contradicted = matchGroup(run, group, { decided: rows(input.decided), standing: rows(input.standing) })
  run.begin(group)
  const explained = Array.from({ length: pairs.size }, (_, place) => explain(run, pairs.at(place)))
  const keys = contradicted.map(([left, right]) => ({ directoryId: directory.ids.textOf(left), sourceId: source.ids.textOf(right) }))
  return { pairs: explained.sort((left, right) => byId(left.directoryId, right.directoryId)), contradicted: keys }
}

/** Known couples of a list of keys, in an order that does not depend on the caller's. */
function rowFinder({ directory, source }: MatchInput): (keys: readonly PairKey[]) => (readonly [left: number, right: number])[] {
  const lefts = new Map(directory.map(({ id }, row) => [id, row]))
  const rights = new Map(source.map(({ id }, row) => [id, row]))
  return (keys) =>
    [...keys]
      .sort((one, other) => byId(one.directoryId, other.directoryId) || byId(one.sourceId, other.sourceId))
      .flatMap(({ directoryId, sourceId }) => {
        const [left, right] = [lefts.get(directoryId), rights.get(sourceId)]
        return left === undefined || right === undefined ? [] : [[left, right] as const]
      })
}

/** The pair as the caller gets it. Its group must be loaded. */
export function explain(run: Run, pair: PairRow): MatchPair {
  const { sides, model, comparer } = run
  const { left, right, isCertain, pass, probability, bits, guards, rival } = pair
  const reasons = [...firstReason(pass, model.weights.standingLinkBits), ...reasonsOf(comparer, left, right)]
  const rivals = rival.side === 'directory' ? sides.directory : sides.source
  return {
    directoryId: sides.directory.ids.textOf(left),
    sourceId: sides.source.ids.textOf(right),
    verdict: isCertain ? 'certain' : 'possible',
    pass,
    probability,
    bits,
    reasons,
    guards,
    rival: rival.row < 0 ? null : { side: rival.side, id: rivals.ids.textOf(rival.row), bits: rival.bits },
    whatIf: whatIf(run, pair),
  }
}

/** What settled a pair before its evidence was looked at. */
function firstReason(pass: PairRow['pass'], standingLinkBits: number): readonly MatchReason[] {
  if (pass === 'decided') return [{ code: 'decided.by_person', params: {}, bits: 0 }]
  return pass === 'standing' ? [{ code: 'standing.linked', params: {}, bits: standingLinkBits }] : []
}

/** By code unit, the same in every language setting. */
function byId(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
