import type { Directory } from '../../directory/index.ts'

/** How pupils who stay go from year group to year group. Names of year groups; null: none. */
export interface YearGroupMoves {
  /** Those who stay in their year group. */
  readonly stay: number
  readonly moves: readonly { readonly from: string | null; readonly to: string | null; readonly pupils: number }[]
}

/** Counts the moves of pupils who are synced before and after, from the youngest year group up. */
export function yearMoves(before: Directory, after: Directory, { isLive }: { isLive(id: string): boolean }): YearGroupMoves {
  const nameOf = (code: string | null): string | null =>
    code === null ? null : ((after.yearGroups.get(code) ?? before.yearGroups.get(code))?.fields.name ?? code)
  const placeOf = (code: string | null): number =>
    code === null ? -1 : ((before.yearGroups.get(code) ?? after.yearGroups.get(code))?.fields.position ?? -1)
  const counts = new Map<string, { readonly from: string | null; readonly to: string | null; pupils: number }>()
  let stay = 0
  for (const person of after.people.values()) {
    const was = before.people.get(person.id)
    if (person.kind !== 'pupil' || was === undefined || !isLive(person.id)) continue
    const [from, to] = [was.fields.yearGroup ?? null, person.fields.yearGroup ?? null]
    if (from === to) {
      stay += 1
      continue
    }
    const move = counts.get(`${from} ${to}`) ?? { from, to, pupils: 0 }
    counts.set(`${from} ${to}`, move)
    move.pupils += 1
  }
  const moves = [...counts.values()].toSorted((a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to))
  return { stay, moves: moves.map(({ from, to, pupils }) => ({ from: nameOf(from), to: nameOf(to), pupils })) }
}
