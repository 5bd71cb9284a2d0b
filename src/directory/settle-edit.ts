import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { FIELDS, type Vocabulary } from '../roster/index.ts'
import { findTaken, findYearGroup } from './one-person.store.ts'
import type { FieldFault, TypedFields } from './read-edit.ts'

/** Why an edit was not carried out, and which fields it is about. */
export interface EditRefused {
  readonly problem: Problem
  readonly fields?: readonly FieldFault[]
}

/** What only the school's tables know: its year groups, and whose ids are taken. */
export async function settle(tx: SchoolTx, personId: string, typed: TypedFields): Promise<Result<TypedFields, readonly FieldFault[]>> {
  const taken = await findTaken(tx, personId, typed)
  const faults: FieldFault[] = taken.map((field) => ({ field, code: 'taken' }))
  if (typeof typed.yearGroup !== 'string') return faults.length > 0 ? fail(faults) : ok(typed)
  const yearGroup = await findYearGroup(tx, typed.yearGroup)
  if (yearGroup === undefined) return fail([...faults, { field: 'yearGroup', code: 'not_a_choice' }])
  return faults.length > 0 ? fail(faults) : ok({ ...typed, yearGroup })
}

/** What is wrong with fields that somebody typed, in words. */
export function refuseFaults(faults: readonly FieldFault[], vocabulary: Vocabulary): EditRefused {
  const params = {
    details: labels(
      faults.map((it) => it.field),
      vocabulary,
    ),
    hints: [...new Set(faults.map((it) => HINTS[it.code]))].join('; '),
  }
  return { problem: problem('person.fields_wrong', { params }), fields: faults }
}

const HINTS: Readonly<Record<FieldFault['code'], string>> = {
  unknown: 'this kind of person has no such detail',
  locked: 'it is locked',
  too_long: 'use at most 200 characters on one line',
  not_a_date: 'write a day as 2016-09-03',
  not_an_address: 'write an address as name@school.example',
  not_a_choice: 'choose one of those that the school has',
  needed: 'it cannot be empty',
  taken: 'somebody else has this number',
}

/** Fields by the names that people read. */
export function labels(fields: readonly string[], vocabulary: Vocabulary): string {
  return fields.map((field) => FIELDS.find((it) => it.name === field)?.label[vocabulary] ?? field).join(', ')
}
