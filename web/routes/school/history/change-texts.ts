import type { ChangeDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { fieldName, fieldValue } from '../../../kit/field-words.ts'

/** The columns of a file of changes. */
export function changeHeading(say: Say): readonly string[] {
  return [
    say('people.name'),
    say('history.record'),
    say('history.operation'),
    say('history.details'),
    say('history.before'),
    say('history.after'),
  ]
}

/** One line for each detail that a change changed; a change without details is one line. */
export function changeTexts(change: ChangeDetails, say: Say): readonly (readonly (string | null)[])[] {
  const { name, population, operation, fields } = change
  const kind = say.message('history.population', { code: population, params: {} }) ?? population
  const record = [name, kind, say.message('person.operation', { code: operation, params: {} }) ?? operation]
  if (fields.length === 0) return [[...record, null, null, null]]
  return fields.map(({ field, before, after }) => [
    ...record,
    fieldName(say, field, population),
    fieldValue(say, field, before),
    fieldValue(say, field, after),
  ])
}
