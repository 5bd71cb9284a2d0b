import { acrossSchools, type Database, inInstallation, inSchool, type SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { type Action, allow, type SchoolScope } from '../permission/index.ts'
import { findRuns } from '../runs/index.ts'
import { findByAnyId, type School } from '../schools/index.ts'
import { commandActor } from './actor.ts'

/** A run that somebody named, and the right to do with it what was asked. */
export interface NamedRun {
  readonly runId: string
  readonly scope: SchoolScope
}

/** Finds a run by its id, or by the beginning of it where that fits one run only. */
export async function findRun(database: Database, typed: string, action: Action): Promise<Result<NamedRun, Problem>> {
  const found = await acrossSchools(database, 'the school of a run that an operator named', (tx) => findRuns(tx, typed.toLowerCase()))
  const [run, second] = found
  if (run === undefined || second !== undefined) return fail(problem('run.not_found'))
  const scope = allow(commandActor(), action, run.schoolId)
  return scope.ok ? ok({ runId: run.id, scope: scope.value }) : fail(problem('run.not_found'))
}

/** Work in the school that somebody named by id, external id or code. */
export async function inNamedSchool<Value>(
  database: Database,
  { typed, action }: { readonly typed: string; readonly action: Action },
  work: (tx: SchoolTx, school: School) => Promise<Value>,
): Promise<Result<Value, Problem>> {
  const school = await inInstallation(database, (tx) => findByAnyId(tx, typed))
  const scope = school === undefined ? undefined : allow(commandActor(), action, school.id)
  if (school === undefined || !scope?.ok) return fail(problem('school.not_found', { value: typed }))
  return ok(await inSchool(database, scope.value, (tx) => work(tx, school)))
}
