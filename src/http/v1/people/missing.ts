import { inSchool } from '../../../db/index.ts'
import { findMissing } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import type { Handler } from '../../handler.ts'

/** `POST /v1/schools/:school/people/missing`: a POST, so that a typed name stands in no address. */
export const findMissingPeople: Handler<'people.missing'> = async ({ scope, body }, { database }) =>
  ok(await inSchool(database, scope, (tx) => findMissing(tx, body.q)))
