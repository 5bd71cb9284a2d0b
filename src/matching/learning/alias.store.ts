import { sql } from 'kysely'
import type { SchoolTx } from '../../db/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import type { Alias } from '../types.ts'
import type { ProposedAlias } from './learn-aliases.ts'

/** An alias that holds in a school, with where it came from. */
export interface KeptAlias extends Alias {
  readonly kind: PersonKind
  /** The version it came with; null where a person said so by itself. */
  readonly version: number | null
  readonly decisionIds: readonly string[]
  readonly actor: string
  readonly at: Date
}

/** The aliases that hold in the school. */
export async function readAliases(tx: SchoolTx): Promise<readonly KeptAlias[]> {
  return tx.rows(sql<KeptAlias>`
    select kind, box, left_name as "left", right_name as "right", version, decision_ids as "decisionIds", actor, decided_at as at
    from alias where school_id = ${tx.schoolId} order by kind, box, left_name collate "C", right_name collate "C"`)
}

/** Keeps aliases of one kind of people; one that is there already stays as it was. */
export async function insertAliases(
  tx: SchoolTx,
  aliases: readonly ProposedAlias[],
  about: { readonly kind: PersonKind; readonly version: number | null; readonly at: Date },
): Promise<void> {
  await tx.rows(sql`
    insert into alias (school_id, kind, box, left_name, right_name, version, decision_ids, actor, decided_at)
    select ${tx.schoolId}::uuid, ${about.kind}, box, "left", "right", ${about.version}::integer,
      array(select value::uuid from json_array_elements_text("decisionIds")), ${tx.scope.actor.id}, ${about.at}::timestamptz
    from json_to_recordset(${JSON.stringify(aliases)}::json) as n(box text, "left" text, "right" text, "decisionIds" json)
    on conflict do nothing`)
}

/** Drops the aliases that came with a version. */
export async function removeAliasesOf(tx: SchoolTx, version: number): Promise<void> {
  await tx.rows(sql`delete from alias where school_id = ${tx.schoolId} and version = ${version}`)
}

/** Drops one alias, wherever it came from. Gives whether there was one. */
export async function removeAlias(tx: SchoolTx, { kind, box, left, right }: Alias & { readonly kind: PersonKind }): Promise<boolean> {
  const gone = await tx.rows(sql`
    delete from alias where school_id = ${tx.schoolId} and kind = ${kind} and box = ${box} and left_name = ${left} and right_name = ${right}
    returning 1`)
  return gone.length > 0
}
