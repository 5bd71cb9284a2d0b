import { namesOfActors } from '../access/index.ts'
import type { Duplicate, DuplicateSide, RouteQuery } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { readNotSame } from '../review/index.ts'
import { type PossibleDuplicate, possibleDuplicates } from '../runs/index.ts'
import { maskedUpn } from '../wording/index.ts'
import { classNamesOf } from './class-names.store.ts'
import { presentPerson } from './list-people.ts'
import { type HeldPerson, readPeople } from './people.store.ts'

type Query = NonNullable<RouteQuery<'duplicates.list'>>

/** Which pairs to list, and which part of them. */
export interface DuplicatesQuery extends Pick<Query, 'kind' | 'show'> {
  readonly offset: number
  readonly limit: number
}

/** A part of the pairs, and how many there are of each sort. */
export interface DuplicatesFound {
  readonly items: readonly Duplicate[]
  readonly total: number
  readonly counts: { open: number; sure: number; not_same: number }
}

type Shown = Pick<PossibleDuplicate, 'one' | 'other' | 'keep' | 'kind' | 'basis' | 'isSure' | 'reasons' | 'doubts'> & {
  readonly answered: Duplicate['answered']
}

/** Pairs of people who may be one person (S-139), or whom somebody has told apart, in the order in which they are best looked at. */
export async function listDuplicates(tx: SchoolTx, { kind, show, offset, limit }: DuplicatesQuery): Promise<DuplicatesFound> {
  const isOfKind = (it: { readonly kind: string }): boolean => kind === undefined || it.kind === kind
  const open = (await possibleDuplicates(tx)).filter(isOfKind)
  const apart = (await toldApart(tx)).filter(isOfKind)
  const chosen: readonly Shown[] = show === 'not_same' ? apart : open.map((it) => ({ ...it, answered: null }))
  const page = chosen.slice(offset, offset + limit)
  const ids = page.flatMap(({ one, other }) => [one, other])
  const people = new Map((await readPeople(tx, { kind: null, ids })).map((it) => [it.id, it]))
  const classes = await classNamesOf(tx, ids)
  return {
    items: page.flatMap((pair) => present(pair, people, classes)),
    total: chosen.length,
    counts: { open: open.length, sure: open.filter((it) => it.isSure).length, not_same: apart.length },
  }
}

/** Those whom somebody has told apart, and who are both still here. */
async function toldApart(tx: SchoolTx): Promise<readonly Shown[]> {
  const pairs = await readNotSame(tx)
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
  const here = new Set((await readPeople(tx, { kind: null, ids })).flatMap((it) => (it.mergedInto === null ? [it.id] : [])))
  const names = await namesOfActors(tx, [...new Set(pairs.map((it) => it.actor))])
  return pairs
    .filter(({ one, other }) => here.has(one) && here.has(other))
    .map(({ kind, one, other, actor, at }) => ({
      ...{ kind, one, other, keep: one, basis: 'names', isSure: false, reasons: [], doubts: [] },
      answered: { by: names.get(actor) ?? actor, at: at.toISOString() },
    }))
}

function present(
  { one, other, keep, kind, basis, isSure, reasons, doubts, answered }: Shown,
  people: ReadonlyMap<string, HeldPerson>,
  classes: ReadonlyMap<string, readonly string[]>,
): readonly Duplicate[] {
  const [kept, second] = [people.get(keep), people.get(keep === one ? other : one)]
  if (kept === undefined || second === undefined) return []
  const sideOf = (it: HeldPerson): DuplicateSide => presentSide(it, classes.get(it.id) ?? [])
  const telling = reasons.filter((it) => it.bits !== 0).sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
  return [
    {
      ...{ kind, basis, isSure, answered },
      keep: sideOf(kept),
      other: sideOf(second),
      evidence: telling.map(({ code, bits }) => ({ code, params: {}, isFor: bits > 0 })),
      doubts: doubts.map((code) => ({ code, params: {} })),
    },
  ]
}

/** A record of a pair, with what tells two records apart. */
function presentSide(it: HeldPerson, classes: readonly string[]): DuplicateSide {
  const knownAs = [it.knownAsFirstName, it.knownAsLastName].filter((name) => name !== null).join(' ')
  return {
    ...presentPerson(it),
    knownAs: knownAs === '' ? null : knownAs,
    upn: it.upn === null ? null : maskedUpn(it.upn),
    customId: it.customId,
    username: it.username,
    classes: [...classes],
  }
}
