import type { CaseResult, CaseRow } from './case-result.ts'
import type { Case } from './cases.ts'

/**
 * The row of an engine that was asked for fewer people only: its time, as many times longer as there are more schools.
 * That is fair where every school is matched by itself; without schools work grows with the square, and nothing is said.
 */
export function extrapolatedRow(engine: string, it: Case, earlier: readonly CaseResult[]): CaseRow | null {
  const { people, schoolSize } = it.size
  const smaller = earlier.find(({ case: { size, hasSchools } }) => hasSchools && size.schoolSize === schoolSize && size.people < people)
  const usage = smaller?.rows.find((row) => row.engine === engine)?.usage
  if (!it.hasSchools || smaller === undefined || !usage) return null
  const times = people / smaller.case.size.people
  const cpuSeconds = usage.cpuSeconds === null ? null : usage.cpuSeconds * times
  const note = `extrapolated from ${smaller.case.size.people.toLocaleString('en-GB')}`
  return { engine, usage: { seconds: usage.seconds * times, cpuSeconds, peakMb: null }, accuracy: null, note }
}
