import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSyncedSchool, look, sha256 } from '../../test/support/school-in-memory.ts'
import { aClass, aPupil } from '../../test/support/stories.ts'
import { hashPlan } from './hash-plan.ts'
import type { Change } from './plan.ts'

const ADA = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }

/** One person who came back, changed and moved class, and one who is new. */
function aPlan(): readonly Change[] {
  const classes = [aClass('7A'), aClass('7B')]
  const school = aSyncedSchool({ source: [...classes, aPupil('p1', { ...ADA, classes: ['7A'] }), aPupil('p2', { classes: ['7B'] })] })
  const links = school.directory.links.map((it) =>
    it.recordId === 'our-p1' ? { ...it, endReason: 'left' as const, endedAt: '2025-01-01T00:00:00.000Z' } : it,
  )
  const back = aPupil('p1', { ...ADA, lastName: 'Okafor', classes: ['7B'] })
  const source = [...classes, back, aPupil('p2', { classes: ['7B'] }), aPupil('p3', { classes: ['7A'] })]
  return look({ ...school, directory: { ...school.directory, links }, source }).changes
}

const plan = aPlan()

/** Everything in a plan that has a value: where it stands, and the plan with another value there. */
function everyDifference(value: unknown, path: string): readonly { readonly path: string; readonly other: unknown }[] {
  if (value === null || typeof value !== 'object') return [{ path, other: typeof value === 'boolean' ? !value : `${String(value)}!` }]
  if (Array.isArray(value)) {
    const inside = value.flatMap((it, index) =>
      everyDifference(it, `${path}[${index}]`).map((found) => ({ path: found.path, other: value.with(index, found.other) })),
    )
    return [...inside, { path: `${path}[+]`, other: [...value, 'more'] }]
  }
  const inside = Object.entries(value).flatMap(([name, it]) =>
    everyDifference(it, `${path}.${name}`).map((found) => ({ path: found.path, other: { ...value, [name]: found.other } })),
  )
  return [...inside, { path: `${path}.+`, other: { ...value, more: 1 } }]
}

describe('the hash of a plan', () => {
  it('N-04 is another one for any difference in any change, but for times', () => {
    const hash = hashPlan(plan, sha256)
    const differences = everyDifference(plan, 'plan')
    expect(differences.length).toBeGreaterThan(60)
    // what everyDifference makes from a plan is a plan with one value replaced, whatever its type says
    const same = differences.filter(({ other }) => hashPlan(other as readonly Change[], sha256) === hash).map((it) => it.path)
    expect(same).toEqual([expect.stringMatching(/\.before\.link\.endedAt$/)])
  })

  it('N-04 is the same for the same changes, however their members are ordered', () => {
    const turned = JSON.parse(JSON.stringify(plan), (_name, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
    ) as readonly Change[] // parsed from changes
    expect(hashPlan(turned, sha256)).toBe(hashPlan(plan, sha256))
  })

  it('N-04 is another one when a change is missing, twice or elsewhere', () => {
    const hash = hashPlan(plan, sha256)
    fc.assert(
      fc.property(fc.nat(plan.length - 1), fc.nat(plan.length - 1), (one, other) => {
        expect(hashPlan(plan.toSpliced(one, 1), sha256)).not.toBe(hash)
        expect(hashPlan([...plan, ...plan.slice(one, one + 1)], sha256)).not.toBe(hash)
        const swapped = plan.with(one, plan[other] as Change).with(other, plan[one] as Change) // both are inside
        if (one !== other) expect(hashPlan(swapped, sha256)).not.toBe(hash)
      }),
    )
  })

  it('N-04 is SHA-256 over the canonical JSON of the changes', () => {
    expect(hashPlan([], sha256)).toBe(sha256('[]'))
    expect(hashPlan(plan, (text) => text.slice(0, 10))).toBe('[{"after":')
  })
})
