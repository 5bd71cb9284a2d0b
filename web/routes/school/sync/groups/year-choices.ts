import type { YearGroupsAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'

type YearRow = YearGroupsAnswer['rows'][number]

/** The value of a select where nobody has said anything. */
export const UNKNOWN = ''
/** What the API calls a year group that is not synced. */
export const NOT_SYNCED = 'not_synced'
/** The value of a select for pupils who are synced without a year group. */
export const NONE = '-'

/** What a row's select shows before it is touched. */
export function saidOf({ isUnknown, code }: Pick<YearRow, 'isUnknown' | 'code'>): string {
  return isUnknown ? UNKNOWN : (code ?? NONE)
}

/** Says which year groups of the MIS become one here: allowed, and never unseen. */
export function wordsForSharing(say: Say, { rows, choices }: YearGroupsAnswer, chosenFor: (row: YearRow) => string): readonly string[] {
  return choices.flatMap(({ code, name }) => {
    const sharing = rows.filter((it) => chosenFor(it) === code)
    const names = new Intl.ListFormat(say.vocabulary, { type: 'conjunction' }).format(sharing.map((it) => it.raw))
    return sharing.length < 2 ? [] : [say('sync.years.two_for_one', { names, name, count: sharing.length })]
  })
}
