import { inSchool } from '../../../db/index.ts'
import { presentMergePlan } from '../../../insight/index.ts'
import { ok } from '../../../kernel/index.ts'
import { planMerge } from '../../../runs/index.ts'
import type { Handler } from '../../handler.ts'
import { mergesOf } from './merge.ts'

/** `POST /v1/schools/:school/people/merges/plan` */
export const planMergeOfRecords: Handler<'people.planMerge'> = ({ scope, body }, { database }) =>
  inSchool(database, scope, async (tx) => {
    const planned = await planMerge(tx, mergesOf(body.merges))
    return planned.ok ? ok(await presentMergePlan(tx, planned.value)) : planned
  })
