import { inSchool } from '../../../db/index.ts'
import { ok } from '../../../kernel/index.ts'
import { type MergeRequest, mergePeople } from '../../../runs/index.ts'
import type { Handler, RouteCall } from '../../handler.ts'
import { contextOf } from '../runs/in-run.ts'

/** `POST /v1/schools/:school/people/merges` */
export const mergeRecords: Handler<'people.merge'> = ({ scope, body }, services) =>
  inSchool(services.database, scope, async (tx) => {
    const merges = mergesOf(body.merges)
    const merged = await mergePeople(tx, { merges, planHash: body.planHash, context: contextOf(services) })
    return merged.ok ? ok({ run: merged.value }) : merged
  })

/** The merges that a body names. */
export function mergesOf(merges: RouteCall<'people.merge'>['body']['merges']): MergeRequest['merges'] {
  return merges.map(({ keep, others, take }) => ({ keep, others, ...(take === undefined ? {} : { take }) }))
}
