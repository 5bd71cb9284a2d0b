import type { Random } from '../../../fixtures/index.ts'
import type { DamageKind } from './damage-kind.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** Birth dates: the digits of a tired typist, and the habits of forms and spreadsheets. */
export const birthDateKinds: readonly DamageKind[] = [
  { ...dateKind('birth date missing', 35, () => ''), apply: (_, { birthDate }) => (birthDate === null ? null : { birthDate: null }) },
  dateKind('day and month swapped', 35, (_, { year, month, day }) =>
    day > 12 || day === month ? null : `${year}-${two(day)}-${two(month)}`,
  ),
  dateKind('digit of the day', 25, (random, { year, month, day }) => dated(year, month, withOtherDigit(random, day, 28))),
  dateKind('digits of the day changed about', 10, (_, { year, month, day }) => dated(year, month, (day % 10) * 10 + Math.floor(day / 10))),
  dateKind('another month', 20, (random, { year, month, day }) => dated(year, ((month - 1 + random.pick([1, 11, 2, 10])) % 12) + 1, day)),
  dateKind('year before or after', 15, (random, { year, month, day }) => dated(year + random.pick([1, -1]), month, day)),
  dateKind('digit of the year', 8, (random, { year, month, day }) => dated(year + random.pick([10, -10, 2, -2, 3, -3]), month, day)),
  dateKind('first of the month', 8, (_, { year, month }) => dated(year, month, 1)),
]

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function dateKind(id: string, share: number, change: (random: Random, parts: Parts) => string | null): DamageKind {
  return {
    id,
    share,
    part: 'birth date',
    apply: ({ random }, { birthDate }) => {
      if (birthDate === null) return null
      const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number)
      const after = change(random, { year, month, day })
      return after === null || after === birthDate ? null : { birthDate: after }
    },
  }
}

/** Null for a day that the month does not have. */
function dated(year: number, month: number, day: number): string | null {
  const isDay = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  return isDay ? `${year}-${two(month)}-${two(day)}` : null
}

function withOtherDigit(random: Random, number: number, max: number): number {
  const digits = [...two(number)]
  const at = random.chance(0.75) ? 1 : 0
  const other = Number(digits.with(at, String(random.below(at === 0 ? 3 : 10))).join(''))
  return other < 1 || other > max ? number : other
}
