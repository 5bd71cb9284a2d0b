import type { Random } from '../../../fixtures/index.ts'
import type { MatchRecord } from '../../../src/matching/index.ts'
import type { DamagePlace } from './damage-kind.ts'
import { DAMAGE_KINDS } from './kinds.ts'

/** Of the damaged records, one in four is damaged twice, in two different parts. */
const TWICE = 0.25

export interface Damaged {
  readonly record: MatchRecord
  readonly damages: readonly string[]
}

/** Damages so many percent of records, each in one way or two, and says how. Ids stay. */
export function damagedAt(place: DamagePlace, record: MatchRecord, percent: number): Damaged {
  const { random } = place
  if (!random.chance(percent / 100)) return { record, damages: [] }
  const wanted = random.chance(TWICE) ? 2 : 1
  let done: Damaged = { record, damages: [] }
  const parts = new Set<string>()
  while (done.damages.length < wanted) {
    const possible = DAMAGE_KINDS.flatMap((kind) => {
      const fields = parts.has(kind.part) ? null : kind.apply(place, done.record)
      return fields === null ? [] : [{ kind, fields }]
    })
    const taken = drawByShare(random, possible)
    if (taken === null) break
    parts.add(taken.kind.part)
    done = { record: { ...done.record, ...taken.fields }, damages: [...done.damages, taken.kind.id] }
  }
  return done
}

function drawByShare<Possible extends { readonly kind: { readonly share: number } }>(
  random: Random,
  possible: readonly Possible[],
): Possible | null {
  let left = random.below(possible.reduce((sum, { kind }) => sum + kind.share, 0) || 1)
  for (const it of possible) {
    if (left < it.kind.share) return it
    left -= it.kind.share
  }
  return null
}
