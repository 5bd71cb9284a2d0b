import type { SchoolTx } from '../../db/index.ts'
import { readDirectory } from '../../directory/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../../kernel/index.ts'
import { type Alias, aliasOf, areTwoNames, contradictedBy, frequentNames, insertAliases, removeAlias } from '../../matching/index.ts'
import { assertMayDo } from '../../permission/index.ts'
import { type IdSource, lockSchool } from '../../schools/index.ts'
import { type Classroom, gather, schoolsOf } from './lessons.ts'
import { noteLearning } from './note-learning.ts'

/** Two spellings that a person says stand for one name here, of pupils and staff alike. */
export interface AliasRequest {
  readonly box: Alias['box']
  readonly one: string
  readonly other: string
  readonly ids: IdSource
}

const KINDS = ['pupil', 'staff'] as const

/** Adds an alias, in use at once. Refused for two names that are both frequent here, and where it goes against an earlier decision. */
export async function addAlias(tx: SchoolTx, { box, one, other, ids }: AliasRequest): Promise<Result<Alias, Problem>> {
  assertMayDo(tx.scope, 'learning.adopt')
  const alias = aliasOf(box, one, other)
  if (alias === null) return fail(problem('alias.one_name'))
  await lockSchool(tx)
  const { people } = await readDirectory(tx)
  if (areTwoNames(alias, frequentNames([[...people.values()].map((it) => it.fields)]))) return fail(problem('alias.both_frequent'))
  const classroom = await gather(tx)
  const contradicted = KINDS.flatMap((kind) => contradictions(kind, alias, classroom))
  if (contradicted.length > 0) return fail(problem('learning.contradicts', { params: { count: contradicted.length } }))
  for (const kind of KINDS) await insertAliases(tx, [{ ...alias, decisionIds: [] }], { kind, version: null, at: ids.clock() })
  await noteLearning(tx, ids, { action: 'alias.added', subject: alias.box, what: alias })
  return ok(alias)
}

/** Drops an alias, wherever it came from. */
export async function dropAlias(tx: SchoolTx, { box, one, other, ids }: AliasRequest): Promise<Result<Alias, Problem>> {
  assertMayDo(tx.scope, 'learning.adopt')
  const alias = aliasOf(box, one, other)
  if (alias === null) return fail(problem('alias.one_name'))
  await lockSchool(tx)
  const gone = await Promise.all(KINDS.map((kind) => removeAlias(tx, { kind, ...alias })))
  if (!gone.includes(true)) return fail(problem('alias.not_found'))
  await noteLearning(tx, ids, { action: 'alias.removed', subject: alias.box, what: alias })
  return ok(alias)
}

function contradictions(kind: (typeof KINDS)[number], alias: Alias, classroom: Classroom) {
  const before = classroom.inUse[kind]
  const after = { ...before, aliases: [...before.aliases, alias] }
  // what the engine goes against already is not the alias's doing
  return contradictedBy(schoolsOf(kind, classroom), { before, after }).filter((it) => it.before !== it.after)
}
