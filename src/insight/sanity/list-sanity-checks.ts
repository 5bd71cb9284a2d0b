import { CHECKS, type Check, type Checked, type RouteAnswer } from '../../contract/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { type Clock, dateIn } from '../../kernel/index.ts'
import { readSchool } from '../../schools/index.ts'
import { readClasses } from '../classes.store.ts'
import type { Part } from '../history.store.ts'
import { readPeople } from '../people.store.ts'
import { sanityChecks } from './sanity-checks.ts'

/** Every check, and how many it found (S-145). */
export async function listChecks(tx: SchoolTx, clock: Clock): Promise<RouteAnswer<'sanity.list'>> {
  const found = await checkSchool(tx, clock)
  return { checks: CHECKS.map((check) => ({ check, count: found[check].length })) }
}

/** Whom or what one check found. */
export async function readCheck(
  tx: SchoolTx,
  { check, offset, limit }: Part & { readonly check: Check },
  clock: Clock,
): Promise<{ readonly items: readonly Checked[]; readonly total: number }> {
  const found = (await checkSchool(tx, clock))[check]
  return { items: found.slice(offset, offset + limit), total: found.length }
}

async function checkSchool(tx: SchoolTx, clock: Clock): Promise<ReturnType<typeof sanityChecks>> {
  const { timeZone, vocabulary, yearStart } = await readSchool(tx)
  const today = dateIn(timeZone, clock())
  const thisYear = `${today.slice(0, 4)}-${yearStart}`
  const yearBegan = thisYear <= today ? thisYear : `${Number(today.slice(0, 4)) - 1}-${yearStart}`
  const people = await readPeople(tx, { kind: null, ids: null })
  return sanityChecks({ people, classes: await readClasses(tx, null), vocabulary, yearBegan })
}
