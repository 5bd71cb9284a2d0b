import { useState } from 'react'
import type { ReviewRowDetails, TypedHere } from '../../../../../src/contract/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../../kit/error-summary.tsx'
import { Field } from '../../../../kit/field.tsx'
import { useSay } from '../../../../words.tsx'
import { nameOf } from './paint.ts'
import type { RowDecision } from './queue-state.ts'

/** A detail that can be typed where the MIS has none. */
export type TypedDetail = ReviewRowDetails['missing'][number]

const FIELDS = { email: ['email'], name: ['firstName', 'lastName'], birth_date: ['birthDate'] } as const satisfies Readonly<
  Record<TypedDetail, readonly (keyof TypedHere)[]>
>

/** Types a detail of one record that the MIS does not say. It is a decision like others: until Sync nothing is written. */
export function TypeHereDialog({
  row,
  detail,
  onDecide,
  onClose,
}: {
  readonly row: ReviewRowDetails
  readonly detail: TypedDetail
  onDecide(decision: RowDecision): void
  onClose(): void
}) {
  const say = useSay()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const today = new Date().toISOString().slice(0, 10)
  const save = (): void => {
    const values: TypedHere = Object.fromEntries(
      FIELDS[detail].flatMap((field) => (typed[field]?.trim() ? [[field, typed[field].trim()]] : [])),
    )
    const isUsable = {
      email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email ?? ''),
      name: values.lastName !== undefined,
      birth_date: values.birthDate !== undefined && values.birthDate <= today,
    }[detail]
    const field = detail === 'name' ? 'lastName' : FIELDS[detail][0]
    if (isUsable) onDecide({ row: row.id, act: 'type_here', typed: values })
    else setErrors([{ field: `typed-${field}`, text: say(`review.type.wrong.${detail}`) }])
  }
  return (
    <Dialog title={say(`review.type.title.${detail}`, { name: nameOf(row) })} onClose={onClose}>
      <ErrorSummary errors={errors} />
      <p>{say('review.type.lead')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {FIELDS[detail].map((field, index) => (
          <Field
            key={field}
            id={`typed-${field}`}
            label={say(`review.type.field.${field}`)}
            type={field === 'birthDate' ? 'date' : field === 'email' ? 'email' : 'text'}
            max={field === 'birthDate' ? today : undefined}
            autoComplete="off"
            value={typed[field] ?? ''}
            error={errorAt(errors, `typed-${field}`)}
            data-first-focus={index === 0 ? true : undefined}
            onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
          />
        ))}
        <div className="buttons">
          <Button type="submit">{say('review.type.do')}</Button>
          <Button kind="secondary" onClick={onClose}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
