import { describe, expect, it } from 'vitest'
import { mergeGroups } from './merge-groups.ts'

const pair = (keep: string, other: string) => ({ keep: { id: keep }, other: { id: other } })

describe('mergeGroups', () => {
  it.each<[string, ReturnType<typeof pair>[], ReturnType<typeof mergeGroups>]>([
    ['no pairs are no merges', [], []],
    ['a pair is one merge', [pair('a', 'b')], [{ keep: 'a', others: ['b'] }]],
    [
      'pairs that share nobody are merged apart',
      [pair('a', 'b'), pair('c', 'd')],
      [
        { keep: 'a', others: ['b'] },
        { keep: 'c', others: ['d'] },
      ],
    ],
    ['three records of one person are one merge', [pair('a', 'b'), pair('a', 'c'), pair('b', 'c')], [{ keep: 'a', others: ['b', 'c'] }]],
    [
      'two groups that a later pair joins become one',
      [pair('a', 'b'), pair('c', 'd'), pair('d', 'b')],
      [{ keep: 'a', others: ['b', 'd', 'c'] }],
    ],
  ])('S-78 %s', (_, pairs, expected) => {
    expect(mergeGroups(pairs)).toEqual(expected)
  })
})
