import type { DamageKind } from './damage-kind.ts'

/** What the school says about a pupil: it moves, and a system that was not updated still says the old thing. */
export const schoolDataKinds: readonly DamageKind[] = [
  {
    id: 'moved to another class',
    share: 60,
    part: 'school data',
    apply: ({ random, classes }, { yearGroup, registrationClass }) => {
      const others = (classes.get(yearGroup ?? '') ?? []).filter((it) => it !== registrationClass)
      return registrationClass === null || others.length === 0 ? null : { registrationClass: random.pick(others) }
    },
  },
  {
    id: 'a year behind',
    share: 25,
    part: 'school data',
    apply: ({ classes }, { yearGroup, registrationClass }) => {
      const years = [...classes.keys()]
      const before = years[years.indexOf(yearGroup ?? '') - 1]
      if (before === undefined || yearGroup === null) return null
      return { yearGroup: before, registrationClass: registrationClass?.replace(yearGroup, before) ?? null }
    },
  },
  {
    id: 'class missing',
    share: 20,
    part: 'school data',
    apply: (_, { registrationClass }) => (registrationClass === null ? null : { registrationClass: null }),
  },
  {
    id: 'sex missing',
    share: 15,
    part: 'school data',
    apply: (_, { sex }) => (sex === null ? null : { sex: null }),
  },
  {
    id: 'sex wrong',
    share: 8,
    part: 'school data',
    apply: (_, { sex }) => (sex === null ? null : { sex: sex === 'male' ? 'female' : 'male' }),
  },
]
