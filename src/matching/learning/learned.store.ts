import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import type { Learned } from '../types.ts'
import { WEIGHTS, type Weights } from '../weights/index.ts'
import { readAliases } from './alias.store.ts'
import type { ProposedAlias } from './learn-aliases.ts'
import type { ReplayReport } from './replay-report.ts'

export type LearnedState = 'proposed' | 'adopted' | 'retired'

/** One version of what decisions have taught: proposed, adopted by a person, or retired again. */
export interface LearnedVersion {
  readonly version: number
  readonly kind: PersonKind
  /** The shipped weights that it was learnt from. */
  readonly base: string
  readonly weights: Weights
  readonly aliases: readonly ProposedAlias[]
  readonly decisions: number
  readonly report: ReplayReport
  readonly state: LearnedState
  readonly replaces: number | null
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly adoptedBy: string | null
  readonly adoptedAt: Date | null
}

const COLUMNS = sql`version, kind, base, weights, aliases, decisions, report, state, replaces, proposed_by as "proposedBy",
  proposed_at as "proposedAt", adopted_by as "adoptedBy", adopted_at as "adoptedAt"`

/** All versions of the school, newest first. */
export async function listLearned(tx: SchoolTx): Promise<readonly LearnedVersion[]> {
  return tx.rows(sql<LearnedVersion>`select ${COLUMNS} from learned_weights where school_id = ${tx.schoolId} order by version desc`)
}

/** What the school's matching goes by: the shipped weights and no aliases for a kind of people that nobody has adopted anything for. */
export async function readLearned(tx: SchoolTx): Promise<Readonly<Record<PersonKind, Learned>>> {
  const adopted = await tx.rows(sql<Pick<LearnedVersion, 'kind' | 'base' | 'weights'>>`
    select kind, base, weights from learned_weights where school_id = ${tx.schoolId} and state = 'adopted'`)
  const aliases = await readAliases(tx)
  const of = (kind: PersonKind): Learned => {
    // weights that were learnt from others than are shipped now do not fit this engine: they wait to be learnt anew
    const weights = adopted.find((it) => it.kind === kind && it.base === WEIGHTS[kind].version)?.weights ?? WEIGHTS[kind]
    return { weights, aliases: aliases.filter((it) => it.kind === kind).map(({ box, left, right }) => ({ box, left, right })) }
  }
  return { pupil: of('pupil'), staff: of('staff') }
}

/** What is kept of a proposal. */
export type NewLearned = Pick<LearnedVersion, 'kind' | 'base' | 'weights' | 'aliases' | 'decisions' | 'report'> & { readonly at: Date }

/** Keeps a proposal under the school's next version; one of the same kind that nobody adopted gives way. The school's row is locked. */
export async function insertProposal(tx: SchoolTx, it: NewLearned): Promise<number> {
  const { actor } = tx.scope
  await tx.rows(sql`
    update learned_weights set state = 'retired', retired_by = ${actor.id}, retired_at = ${it.at}
    where school_id = ${tx.schoolId} and kind = ${it.kind} and state = 'proposed'`)
  const [row] = await tx.rows(sql<{ version: number }>`
    insert into learned_weights (school_id, version, kind, base, weights, aliases, decisions, report, state, proposed_by, proposed_at)
    select ${tx.schoolId}, coalesce(max(version), 0) + 1, ${it.kind}, ${it.base}, ${JSON.stringify(it.weights)}::jsonb,
      ${JSON.stringify(it.aliases)}::jsonb, ${it.decisions}::integer, ${JSON.stringify(it.report)}::jsonb, 'proposed', ${actor.id}, ${it.at}::timestamptz
    from learned_weights where school_id = ${tx.schoolId} returning version`)
  if (row === undefined) throw new Error('A proposal that was just kept is gone.')
  return row.version
}

/**
 * Puts a version in the place of another of its kind, or of the shipped weights. What had come after it before comes after what it
 * had replaced, so that going back never goes round.
 */
export async function adoptVersion(
  tx: SchoolTx,
  it: { readonly version: number; readonly replaces: number | null; readonly at: Date },
): Promise<void> {
  await tx.rows(sql`
    update learned_weights later set replaces = own.replaces from learned_weights own
    where own.school_id = ${tx.schoolId} and own.version = ${it.version} and later.school_id = own.school_id and later.replaces = own.version`)
  if (it.replaces !== null) await retireVersion(tx, { version: it.replaces, at: it.at })
  await tx.rows(sql`
    update learned_weights set state = 'adopted', replaces = ${it.replaces}, adopted_by = ${tx.scope.actor.id}, adopted_at = ${it.at},
      retired_by = null, retired_at = null
    where school_id = ${tx.schoolId} and version = ${it.version}`)
}

/** Takes a version out of use; what it replaced is not touched. */
export async function retireVersion(tx: SchoolTx, it: { readonly version: number; readonly at: Date }): Promise<void> {
  await tx.rows(sql`
    update learned_weights set state = 'retired', retired_by = ${tx.scope.actor.id}, retired_at = ${it.at}
    where school_id = ${tx.schoolId} and version = ${it.version}`)
}

/** Puts the version back that another had replaced. */
export async function readoptVersion(tx: SchoolTx, it: { readonly version: number; readonly at: Date }): Promise<void> {
  await tx.rows(sql`
    update learned_weights set state = 'adopted', adopted_by = ${tx.scope.actor.id}, adopted_at = ${it.at}, retired_by = null, retired_at = null
    where school_id = ${tx.schoolId} and version = ${it.version}`)
}
