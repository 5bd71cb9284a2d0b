import type { Duplicate, RouteBody } from '../../../../../src/contract/index.ts'

type Merges = RouteBody<'people.merge'>['merges']
type Pair = { readonly keep: Pick<Duplicate['keep'], 'id'>; readonly other: Pick<Duplicate['keep'], 'id'> }

/**
 * The merges that these pairs come to: records that hang together become one person, with the record that the first of their
 * pairs keeps. No record stands in two merges.
 */
export function mergeGroups(pairs: readonly Pair[]): Merges {
  const groups: { readonly keep: string; readonly ids: Set<string> }[] = []
  for (const { keep, other } of pairs) {
    const touched = groups.filter((it) => it.ids.has(keep.id) || it.ids.has(other.id))
    const [first = { keep: keep.id, ids: new Set<string>() }, ...more] = touched
    if (touched.length === 0) groups.push(first)
    for (const it of [keep.id, other.id, ...more.flatMap((group) => [...group.ids])]) first.ids.add(it)
    for (const it of more) groups.splice(groups.indexOf(it), 1)
  }
  return groups.map(({ keep, ids }) => ({ keep, others: [...ids].filter((it) => it !== keep) }))
}
