import type { SchoolTx } from '../db/index.ts'
import { fail, ok, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import type { PersonFields, PersonKind } from '../roster/index.ts'
import { type IdSource, lockSchool, newId } from '../schools/index.ts'
import { addPeople } from './add-people.ts'
import { findAlike, hasRegistrationClass } from './one-person.store.ts'
import { readEdit } from './read-edit.ts'
import { type EditRefused, refuseFaults, settle } from './settle-edit.ts'

/** Somebody whom a person types in. */
export interface NewPerson {
  readonly kind: PersonKind
  readonly fields: Readonly<Record<string, string | null>>
  /** Pupils: the name of a registration class, if they are in one. */
  readonly registrationClass: string | null
  /** Also where somebody of the kind has this name already, and no other birth date. */
  readonly evenIfAlike: boolean
}

/**
 * Adds somebody by hand, and gives their id (S-206, S-207). Refused where a detail is wrong, an id is taken, or somebody like that
 * is here already: a second record of one person is what the next sync would have to ask about.
 */
export async function addPerson(tx: SchoolTx, ids: IdSource, person: NewPerson): Promise<Result<string, EditRefused>> {
  assertMayDo(tx.scope, 'people.add')
  const { kind, registrationClass, evenIfAlike } = person
  const { vocabulary } = await lockSchool(tx)
  const read = readEdit(kind, { lastName: null, ...person.fields })
  if (!read.ok) return fail(refuseFaults(read.failure, vocabulary))
  const wanted = await settle(tx, newId(ids), read.value)
  if (!wanted.ok) return fail(refuseFaults(wanted.failure, vocabulary))
  if (registrationClass !== null && (kind !== 'pupil' || !(await hasRegistrationClass(tx, registrationClass))))
    return fail({ problem: problem('person.class_unknown') })
  if (!evenIfAlike && (await findAlike(tx, kind, wanted.value))) return fail({ problem: problem('person.looks_known') })
  // readEdit has made sure of each value
  const fields = wanted.value as Partial<PersonFields>
  const [added = ''] = await addPeople(tx, ids, [{ kind, fields, registrationClass }])
  return ok(added)
}
