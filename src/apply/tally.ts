import type { Change, Population } from '../plans/index.ts'

/** How many records of a kind are written, of those that are to be. */
export interface Written {
  readonly population: Population
  readonly done: number
  readonly of: number
}

/** In the order in which they are written. */
const ORDER: readonly Population[] = ['year_group', 'class', 'staff', 'pupil']

/** Counts what is written of a plan. */
export function newTally(changes: readonly Pick<Change, 'population'>[]): {
  add(populations: readonly Population[]): void
  written(): readonly Written[]
} {
  const of = count(changes.map((it) => it.population))
  const done = new Map<Population, number>()
  return {
    add: (populations) => {
      for (const [population, more] of count(populations)) done.set(population, (done.get(population) ?? 0) + more)
    },
    written: () =>
      ORDER.flatMap((population) => {
        const all = of.get(population) ?? 0
        return all === 0 ? [] : [{ population, done: Math.min(all, done.get(population) ?? 0), of: all }]
      }),
  }
}

function count(populations: readonly Population[]): ReadonlyMap<Population, number> {
  const counts = new Map<Population, number>()
  for (const it of populations) counts.set(it, (counts.get(it) ?? 0) + 1)
  return counts
}
