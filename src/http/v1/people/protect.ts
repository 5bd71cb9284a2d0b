import { fail, type Problem, type Result } from '../../../kernel/index.ts'
import { protectPerson, unprotectPerson } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { contextOf } from '../runs/in-run.ts'
import { inRecord } from './in-record.ts'

/** `POST /v1/schools/:school/people/:person/protection` */
export const protectOnePerson: Handler<'people.protect'> = (it, services) =>
  inRecord(it, services, async (tx, seen) => refused(await protectPerson(tx, contextOf(services), { ...it.body, ...seen })))

/** `POST /v1/schools/:school/people/:person/protection/end` */
export const unprotectOnePerson: Handler<'people.unprotect'> = (it, services) =>
  inRecord(it, services, async (tx, seen) => refused(await unprotectPerson(tx, contextOf(services), seen)))

function refused(done: Result<null, Problem>): Result<null, { readonly problem: Problem }> {
  return done.ok ? done : fail({ problem: done.failure })
}
