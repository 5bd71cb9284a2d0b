import type { YearGroupsAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'

type YearRow = YearGroupsAnswer['rows'][number]

/** The value of a select where nobody has said anything. */
export const UNKNOWN = ''
/** The value that says that a year group is not synced; no code is written so. */
export const NOT_SYNCED = '-'

/** What a row's select shows before it is touched. */
export function saidOf({ isUnknown, code }: Pick<YearRow, 'isUnknown' | 'code'>): string {
  return isUnknown ? UNKNOWN : (code ?? NOT_SYNCED)
}

/** Says which year groups of the MIS become one here: allowed, and never unseen. */
export function wordsForSharing(say: Say, { rows, choices }: YearGroupsAnswer, valueOf: (row: YearRow) => string): readonly string[] {
  return choices.flatMap(({ code, name }) => {
    const sharing = rows.filter((it) => valueOf(it) === code)
    const names = new Intl.ListFormat(say.vocabulary, { type: 'conjunction' }).format(sharing.map((it) => it.raw))
    return sharing.length < 2 ? [] : [say('sync.years.two_for_one', { names, name, count: sharing.length })]
  })
}
