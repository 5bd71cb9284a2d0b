import type { LimitRulesDetails } from '../../../../../src/contract/index.ts'

/** Limits that are a number and a share. */
export const PAIRS = ['leavers', 'leaversOfSmallKind', 'joiners', 'identityChanges'] as const
export type Pair = (typeof PAIRS)[number]
/** Limits that have a share, in the order in which a person cares. */
const SHARES = [...PAIRS, 'otherUpdatesShare'] as const
export type Shared = (typeof SHARES)[number]

/** What stands in the fields: texts by the name of the field, such as `leavers.count`. */
export type Typed = Readonly<Record<string, string>>

/** What is wrong with a field: which words say so, and of which limit. */
export interface Wrong {
  readonly field: string
  readonly words: 'limits.count_wrong' | 'limits.share_wrong' | 'limits.small_wrong' | 'limits.day_wrong'
  readonly of: Shared | null
}

/** The limits as a person types them: shares in percent. */
export function typedOf({ limits, yearStartWindow }: LimitRulesDetails): Typed {
  const pairs = PAIRS.flatMap((it) => [
    [`${it}.count`, String(limits[it].count)],
    [`${it}.share`, percent(limits[it].share)],
  ])
  return {
    ...Object.fromEntries(pairs),
    smallKind: String(limits.smallKind),
    'otherUpdatesShare.share': percent(limits.otherUpdatesShare),
    from: yearStartWindow.from,
    to: yearStartWindow.to,
  }
}

/** What is wrong with what was typed, in the order of the fields. */
export function faultsOf(typed: Typed): readonly Wrong[] {
  const isWhole = (field: string, min: number): boolean => /^\d{1,6}$/.test(textAt(typed, field)) && Number(textAt(typed, field)) >= min
  const isShare = (field: string): boolean => /^\d{1,3}([.,]\d+)?$/.test(textAt(typed, field)) && shareAt(typed, field) <= 1
  const pairs = PAIRS.flatMap((of): readonly Wrong[] => [
    ...(isWhole(`${of}.count`, 1) ? [] : [{ field: `${of}.count`, words: 'limits.count_wrong' as const, of }]),
    ...(isShare(`${of}.share`) ? [] : [{ field: `${of}.share`, words: 'limits.share_wrong' as const, of }]),
  ])
  const days = ['from', 'to'].filter((it) => !/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.test(textAt(typed, it)))
  return [
    ...pairs,
    ...(isWhole('smallKind', 0) ? [] : [{ field: 'smallKind', words: 'limits.small_wrong' as const, of: null }]),
    ...(isShare('otherUpdatesShare.share')
      ? []
      : [{ field: 'otherUpdatesShare.share', words: 'limits.share_wrong' as const, of: 'otherUpdatesShare' as const }]),
    ...days.map((field) => ({ field, words: 'limits.day_wrong' as const, of: null })),
  ]
}

/** The limits that were typed, where nothing is wrong with them. */
export function rulesOf(typed: Typed): LimitRulesDetails {
  const pair = (it: Pair) => ({ count: Number(textAt(typed, `${it}.count`)), share: shareAt(typed, `${it}.share`) })
  return {
    limits: {
      leavers: pair('leavers'),
      leaversOfSmallKind: pair('leaversOfSmallKind'),
      smallKind: Number(textAt(typed, 'smallKind')),
      joiners: pair('joiners'),
      identityChanges: pair('identityChanges'),
      otherUpdatesShare: shareAt(typed, 'otherUpdatesShare.share'),
    },
    yearStartWindow: { from: textAt(typed, 'from'), to: textAt(typed, 'to') },
  }
}

/** The limits that let more pass than before: a person is asked about them. */
export function raisedOf(before: LimitRulesDetails, after: LimitRulesDetails): readonly Shared[] {
  return SHARES.filter((it) => {
    if (it === 'otherUpdatesShare') return after.limits[it] > before.limits[it]
    return after.limits[it].count > before.limits[it].count || after.limits[it].share > before.limits[it].share
  })
}

/** The share of a limit as people read it: in percent, without a percent sign. */
export function percentOf({ limits }: LimitRulesDetails, it: Shared): string {
  return percent(it === 'otherUpdatesShare' ? limits[it] : limits[it].share)
}

function percent(share: number): string {
  return String(Math.round(share * 10_000) / 100)
}

function textAt(typed: Typed, field: string): string {
  return (typed[field] ?? '').trim()
}

function shareAt(typed: Typed, field: string): number {
  return Number(textAt(typed, field).replace(',', '.')) / 100
}
