import { useMutation } from '@tanstack/react-query'
import { call, keepSession } from '../../../api/client.ts'
import type { FormError } from '../../../kit/error-summary.tsx'
import { formErrors } from '../../../kit/form-errors.ts'
import { problemOf } from '../../../kit/problem-words.ts'
import { useSay } from '../../../words.tsx'
import { placeOf, setUpBody, type TypedSetUp } from './set-up-form.ts'

const LABELS = {
  name: 'set_up.name',
  email: 'sign_in.email',
  password: 'sign_in.password',
  'group-name': 'set_up.group_name',
} as const

/** Sends everything that was typed. A refusal is told with the step at which it can be mended. */
export function useSetUp(code: string, told: { onRefused(errors: readonly FormError[], step: number | undefined): void }) {
  const say = useSay()
  const labelOf = (field: string): string => {
    const known = Object.entries(LABELS).find(([name]) => name === field)?.[1]
    if (known !== undefined) return say(known)
    return say(field.endsWith('externalId') ? 'school.external_id' : 'school.name')
  }
  return useMutation({
    mutationFn: (typed: TypedSetUp) => call('setUp.finish', { body: setUpBody(code, typed) }),
    onSuccess: ({ session }) => keepSession(session),
    onError: (error) => {
      const steps = (problemOf(error)?.fields ?? []).flatMap((it) => placeOf(it.field)?.step ?? [])
      const errors = formErrors(error, say, (path) => {
        const place = placeOf(path)
        return place === undefined ? undefined : { id: place.field, label: labelOf(place.field) }
      })
      told.onRefused(errors, steps.length === 0 ? undefined : Math.min(...steps))
    },
  })
}
