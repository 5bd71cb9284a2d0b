import { describe, expect, it } from 'vitest'
import { allScenarios, type Count, type ExpectedPeople, isWithin, type ScenarioStep } from '../../fixtures/index.ts'
import type { SchoolReport } from '../../src/runs/index.ts'
import { testDatabase } from '../support/database.ts'
import { planText } from './plan-text.ts'
import { type StepOutcome, syncStep } from './sync-step.ts'

const SCENARIOS = (['uk', 'us'] as const).flatMap((country) =>
  allScenarios({ seed: 'scenario', pupils: 120, country }).map((it) => ({ ...it, country })),
)

describe.each(SCENARIOS)('the scenario $title ($country)', ({ id, country, steps }) => {
  it('S-54 S-55 S-57 S-66 S-190: every step does what the truth says', async () => {
    const { database } = await testDatabase()
    for (const [index, step] of steps.entries()) {
      const outcome = await syncStep(database, step)
      for (const expected of step.expected) {
        const report = outcome.reports.find((it) => it.school.externalId === expected.externalId)
        if (report === undefined) throw new Error(`no report of ${expected.externalId}`)
        expect(report.failure).toBeNull()
        expect(report.rows).toEqual(expected.rows)
        expect(report.absence === 'proven' ? 'proven' : 'not_proven').toBe(expected.absence)
        expectStatuses(report.statuses?.pupils, expected.pupils)
        expectStatuses(report.statuses?.staff, expected.staff)
        expectChanges(report, [expected.pupils, expected.staff])
        expect(report.state, JSON.stringify(report.holds)).toBe('applied')
      }
      expect(outcome.noSchool.rows).toEqual(step.rowsOfNoSchool)
      expectProblems(outcome, step)
      expectPairs(outcome, step)
      // every scenario begins with the same first year: its plan is kept once, as that of First sync
      if (index < steps.length - 1) continue
      const text = outcome.plans.map(({ school, changes }) => `# ${school}\n${planText(changes)}`).join('')
      await expect(text).toMatchFileSnapshot(`golden/${id}-${country}.txt`)
    }
  })
})

function expectStatuses(found: Readonly<Record<string, number>> | undefined, { statuses }: ExpectedPeople): void {
  for (const [status, count] of Object.entries(found ?? {})) expectCount(statuses[status as keyof typeof statuses] ?? 0, count, status)
}

function expectChanges(report: SchoolReport, kinds: readonly ExpectedPeople[]): void {
  for (const [operation, found] of Object.entries(report.changes ?? {})) {
    const counts = kinds.map((it) => it.changes[operation as keyof ExpectedPeople['changes']])
    const sum = (bound: 'atLeast' | 'atMost', open: number): number =>
      counts.reduce<number>((total, it) => total + (typeof it === 'number' ? it : (it[bound] ?? open)), 0)
    expectCount({ atLeast: sum('atLeast', 0), atMost: sum('atMost', Number.POSITIVE_INFINITY) }, found, operation)
  }
}

function expectCount(expected: Count, found: number, what: string): void {
  expect(isWithin(expected, found), `${what}: ${found} is not ${JSON.stringify(expected)}`).toBe(true)
}

function expectProblems({ reports, noSchool }: StepOutcome, step: ScenarioStep): void {
  const found = [...reports.flatMap((it) => it.problems), ...noSchool.problems]
  for (const { code, file, count } of step.expected.flatMap((it) => it.problems))
    expect(found.filter((it) => it.code === code && it.file === file).length, code).toBe(count)
}

/** Nobody may be linked to somebody else, and nobody may be created who was there before. */
function expectPairs({ plans }: StepOutcome, { pairs }: ScenarioStep): void {
  if (pairs.length === 0) return
  const afterOf = new Map(pairs.map((it) => [`${it.kind} ${it.before}`, it.after]))
  const old = new Map(
    plans.flatMap((it) =>
      it.changes
        .filter((change) => change.operation === 'unlink' && change.recordKind === 'person')
        .map((change) => [change.recordId, change.source]),
    ),
  )
  for (const change of plans.flatMap((it) => it.changes)) {
    const before = change.operation === 'link' && change.recordKind === 'person' ? old.get(change.recordId) : undefined
    if (before) expect(change.source?.id).toBe(afterOf.get(`${before.kind} ${before.id}`))
  }
}
