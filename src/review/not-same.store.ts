import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import type { PersonKind } from '../roster/index.ts'

/** Two of our people; the lesser id first. */
export interface PersonPair {
  readonly kind: PersonKind
  readonly one: string
  readonly other: string
}

/** A pair that somebody said is two people. */
export interface NotSame extends PersonPair {
  readonly actor: string
  readonly at: Date
}

/** Every pair of the school that somebody said is two people, the last first. */
export async function readNotSame(tx: SchoolTx): Promise<readonly NotSame[]> {
  return tx.rows(sql<NotSame>`
    select kind, one, other, actor, decided_at as at from not_same where school_id = ${tx.schoolId} order by decided_at desc, one, other`)
}

/** Notes for ever that these are two people each; who said so first stays. */
export async function noteNotSame(tx: SchoolTx, pairs: readonly PersonPair[], at: Date): Promise<void> {
  await tx.rows(sql`
    insert into not_same (school_id, kind, one, other, actor, decided_at)
    select ${tx.schoolId}::uuid, kind, one, other, ${tx.scope.actor.id}, ${at}
    from json_to_recordset(${JSON.stringify(pairs)}::json) as n(kind text, one uuid, other uuid) on conflict do nothing`)
}

/** Takes it back: whoever may be one person is asked about again. */
export async function forgetNotSame(tx: SchoolTx, pairs: readonly PersonPair[]): Promise<void> {
  await tx.rows(sql`
    delete from not_same s using json_to_recordset(${JSON.stringify(pairs)}::json) as n(kind text, one uuid, other uuid)
    where s.school_id = ${tx.schoolId} and s.kind = n.kind and s.one = n.one and s.other = n.other`)
}
