import type { Say } from '../../src/wording/index.ts'
import type { FormError } from './error-summary.tsx'
import { problemOf } from './problem-words.ts'

/** A field of a form: the id of its input and its label. */
export interface FormField {
  readonly id: string
  readonly label: string
}

/**
 * What a form shows of an answer that refused it. `fieldOf` finds the field by its path in the request, such as
 * `account.email`; what belongs to no field is told above the form.
 */
export function formErrors(error: unknown, say: Say, fieldOf: (path: string) => FormField | undefined): readonly FormError[] {
  const problem = problemOf(error)
  if (problem === undefined) return [{ field: '', text: say('kit.unreachable_cure') }]
  const found = (problem.fields ?? []).flatMap(({ field, code }) => {
    const known = fieldOf(field)
    if (known === undefined) return []
    const text = code === problem.code ? problem.title : say.message('fault', { code, params: { label: known.label } })
    return [{ field: known.id, text: text ?? say('fault.other', { label: known.label }) }]
  })
  if (found.length > 0) return found
  return [{ field: '', text: problem.title === '' ? say('kit.service_problem') : `${problem.title}. ${problem.cure}` }]
}
