import type { ChangeDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { fieldName, fieldValue } from '../../../../kit/field-words.ts'

/** What a plan writes, as rows of a table of texts with its headings: a row for each detail that changes, or one for the record. */
export function planRows(say: Say, changes: readonly ChangeDetails[]): readonly (readonly string[])[] {
  const headings = [
    say('plan.change_name'),
    say('plan.csv.record'),
    say('plan.csv.act'),
    say('plan.csv.detail'),
    say('plan.csv.before'),
    say('plan.csv.after'),
    say('plan.change_why'),
  ]
  return [headings, ...changes.flatMap((it) => rowsOf(say, it))]
}

function rowsOf(say: Say, { name, population, operation, fields, reason }: ChangeDetails): readonly (readonly string[])[] {
  const message = (prefix: string, code: string): string => say.message(prefix, { code, params: {} }) ?? code
  const record = [name, message('plan.csv.population', population), message('plan.csv.operation', operation)]
  const why = say.message('plan.why', reason) ?? ''
  if (fields.length === 0) return [[...record, '', '', '', why]]
  return fields.map(({ field, before, after }) => [
    ...record,
    fieldName(say, field, population),
    textOf(fieldValue(say, field, before)),
    textOf(fieldValue(say, field, after)),
    why,
  ])
}

function textOf(value: string | null): string {
  return value ?? ''
}
