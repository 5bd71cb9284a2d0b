import type { YearGroupsAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'

/** A year group of the MIS, and what it means here. */
export type YearRow = YearGroupsAnswer['rows'][number]

/** The value of a select where nobody has said anything. */
export const UNKNOWN = ''
/** What the API calls a year group that is not synced. */
export const NOT_SYNCED = 'not_synced'
/** The value of a select for pupils who are synced without a year group. */
export const NONE = '-'

/** Whether a year group may be set to none: not where synced pupils are in it (S-88). */
export function mayUnset({ here, code, isUnknown }: Pick<YearRow, 'here' | 'code' | 'isUnknown'>): boolean {
  return here === 0 || isUnknown || code === null || code === NOT_SYNCED
}

/** Whether what was chosen moves pupils who are in the year group here. */
export function isMoved(row: Pick<YearRow, 'here' | 'code' | 'isUnknown'>, chosen: string): boolean {
  return row.here > 0 && chosen !== saidOf(row) && chosen !== UNKNOWN
}

/** How many pupils wait for a word about their year group, and the names of those year groups with their pupils. */
export function waiting(
  say: Say,
  rows: readonly YearRow[],
  chosenFor: (row: YearRow) => string,
): { readonly count: number; readonly groups: string } {
  const open = rows.filter((it) => chosenFor(it) === UNKNOWN)
  const names = open.map(({ raw, pupils }) => `${raw} (${say.number(pupils)})`)
  return {
    count: open.reduce((sum, it) => sum + it.pupils, 0),
    groups: new Intl.ListFormat(say.vocabulary, { type: 'conjunction' }).format(names),
  }
}

/** What a row's select shows before it is touched. */
export function saidOf({ isUnknown, code }: Pick<YearRow, 'isUnknown' | 'code'>): string {
  return isUnknown ? UNKNOWN : (code ?? NONE)
}

/** Says which year groups of the MIS become one here: allowed, and never unseen. */
export function wordsForSharing(
  say: Say,
  { rows, choices }: Pick<YearGroupsAnswer, 'rows' | 'choices'>,
  chosenFor: (row: YearRow) => string,
): readonly string[] {
  return choices.flatMap(({ code, name }) => {
    const sharing = rows.filter((it) => chosenFor(it) === code)
    const names = new Intl.ListFormat(say.vocabulary, { type: 'conjunction' }).format(sharing.map((it) => it.raw))
    return sharing.length < 2 ? [] : [say('sync.years.two_for_one', { names, name, count: sharing.length })]
  })
}
