import { noteAct } from '../../audit/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { noteEvent } from '../../events/index.ts'
import { canonicalJson, fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { forgetNotSame, noteNotSame } from '../../review/index.ts'
import { type IdSource, lockSchool, newId } from '../../schools/index.ts'
import { sha256 } from '../sha256.ts'
import { kindsOfPeople } from './people-kinds.store.ts'

/** What a person says of pairs: they are two people each, or, taking that back, that the question is open. */
export interface DuplicateAnswer {
  readonly pairs: readonly { readonly one: string; readonly other: string }[]
  readonly answer: 'not_same' | 'open'
  readonly ids: IdSource
}

/** Notes an answer about pairs of our people. "Not the same person" holds until somebody takes it back (S-80). */
export async function answerDuplicates(tx: SchoolTx, { pairs, answer, ids }: DuplicateAnswer): Promise<Result<null, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  await lockSchool(tx)
  const kinds = await kindsOfPeople(
    tx,
    pairs.flatMap(({ one, other }) => [one, other]),
  )
  const named = pairs.flatMap(({ one, other }) => {
    const kind = kinds.get(one)
    if (kind === undefined || kind !== kinds.get(other) || one === other) return []
    return [one < other ? { kind, one, other } : { kind, one: other, other: one }]
  })
  if (named.length < pairs.length) return fail(problem('people.not_a_pair'))
  const at = ids.clock()
  if (answer === 'not_same') await noteNotSame(tx, named, at)
  else await forgetNotSame(tx, named)
  const digest = sha256(canonicalJson({ answer, pairs: named.map((it) => ({ ...it })) }))
  await noteAct(tx, { id: newId(ids), action: 'people.told_apart', subject: named[0]?.one ?? '', payloadDigest: digest, at })
  await noteEvent(tx, { type: 'directory', runId: null, version: null, at })
  return ok(null)
}
