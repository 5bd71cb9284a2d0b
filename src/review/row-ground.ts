import type { DirectoryLink } from '../directory/index.ts'
import { isTopYear, latestEndedFirst, type PersonFields, type PersonKind } from '../roster/index.ts'
import { groundOf } from '../wording/index.ts'
import type { ReviewRow } from './review-row.ts'

/** Why a row stands where it does. */
export interface RowGround {
  /** `review.reason.<code>` says it. */
  readonly code: string
  /** The day that belongs to it, `YYYY-MM-DD`. */
  readonly on: string | null
}

/** What the grounds of a school's rows follow from, besides the rows. */
export interface GroundFacts {
  /** It is the time of the year at which a school's top year leaves and its youngest arrives (D19). */
  readonly isYearStart: boolean
  /** The run's own source. */
  readonly connection: string
  /** The school has people who are or were linked: those who come now have joined. */
  readonly hasBegun: boolean
  /** Codes of the year groups that the school has. */
  readonly yearGroups: ReadonlySet<string>
  nextYearGroup(code: string): string | null
  /** The links of a person, live and ended. */
  linksOf(personId: string): readonly DirectoryLink[]
  /** The day on which the source says that somebody of it left, or leaves. */
  leftOn(kind: PersonKind, sourceId: string): string | null
  /** The day of the run by the school's clock. */
  readonly today: string
  /** The day of an instant by the school's clock. */
  dayOf(instant: string): string
}

/** The two records of a row, as far as they are known: ours by our code of the year group, theirs read the same way. */
export interface GroundSides {
  readonly here: Partial<PersonFields> | null
  readonly there: Partial<PersonFields> | null
}

/** Why a row has its status, where that needs saying: how it came to its pair, why it has none, what is odd about it. */
export function rowGround(row: ReviewRow, sides: GroundSides, facts: GroundFacts): RowGround | null {
  if (row.status === 'desynced') return desyncedGround(row, sides, facts)
  if (row.reason !== null) return undated(row.reason)
  if (row.notSeen) return undated('not_seen')
  if (row.status === 'new') return newGround(row, sides, facts)
  if (row.status === 'not_matched') return notMatchedGround(row, facts)
  if (row.status === 'may_match' && lastLink(row, facts)?.endReason === 'by_hand') return undated('by_hand')
  return row.status === 'matched' && row.pass !== null ? undated(groundOf({ pass: row.pass, reasons: row.reasons })) : null
}

/** Whether nobody need look why a person is desynced: the school chose so, the year is over, or it was so before. */
export function isExpected(row: Pick<ReviewRow, 'status'>, ground: RowGround | null): boolean {
  return row.status === 'desynced' && ground !== null && ['out_of_scope', 'top_year', 'left_before', 'left_on'].includes(ground.code)
}

function desyncedGround({ kind, reason, personId, sourceId }: ReviewRow, { here }: GroundSides, facts: GroundFacts): RowGround {
  if (reason === 'out_of_scope') return undated('out_of_scope')
  const links = facts.linksOf(personId ?? '').filter((it) => it.source.connection === facts.connection)
  const [last] = links.filter((it) => it.endReason !== null).sort(latestEndedFirst)
  if (links.every((it) => it.endReason !== null) && last !== undefined && last.endedAt !== null)
    return { code: 'left_before', on: facts.dayOf(last.endedAt) }
  const leftOn = sourceId === null ? null : facts.leftOn(kind, sourceId)
  // who is missing before their last day has left without one
  if (leftOn !== null && leftOn <= facts.today) return { code: 'left_on', on: leftOn }
  return undated(facts.isYearStart && isTopYear(here?.yearGroup ?? null, facts) ? 'top_year' : 'left_without_date')
}

function newGround({ kind }: ReviewRow, { there }: GroundSides, facts: GroundFacts): RowGround | null {
  if (kind === 'pupil' && [there?.upn, there?.customId, there?.birthDate].every((it) => (it ?? null) === null))
    return undated('no_reliable_id')
  if (kind === 'staff' || !facts.hasBegun) return null
  if (!facts.isYearStart) return undated('joined_mid_year')
  return isEntryYear(there?.yearGroup ?? null, facts) ? undated('new_intake') : null
}

function notMatchedGround({ personId }: ReviewRow, facts: GroundFacts): RowGround {
  const links = facts.linksOf(personId ?? '')
  if (lastLink({ personId }, facts)?.endReason === 'by_hand') return undated('by_hand')
  const [last] = links.filter((it) => it.source.connection === facts.connection).sort(latestEndedFirst)
  if (last !== undefined) return undated(last.endReason === 'ids_cleared' ? 'ids_cleared' : 'unmatched')
  return undated(links.length > 0 ? 'other_connection' : 'added_by_hand')
}

/** A person's link that ended last, of whatever connection. */
function lastLink({ personId }: Pick<ReviewRow, 'personId'>, facts: GroundFacts): DirectoryLink | undefined {
  return [...facts.linksOf(personId ?? '')].sort(latestEndedFirst)[0]
}

/** Nobody here comes up into it. */
function isEntryYear(code: string | null, { yearGroups, nextYearGroup }: GroundFacts): boolean {
  return code !== null && [...yearGroups].every((it) => nextYearGroup(it) !== code)
}

function undated(code: string): RowGround {
  return { code, on: null }
}
