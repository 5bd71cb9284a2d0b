import { useState } from 'react'
import { readDay } from '../../../api/search-params.ts'
import { Button } from '../../../kit/button.tsx'
import { ErrorSummary, type FormError } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { useListAddress } from '../../../kit/list-address.tsx'
import { Select } from '../../../kit/select.tsx'
import { useSay } from '../../../words.tsx'
import { POPULATIONS } from './difference-search.ts'

interface Days {
  readonly from: string
  readonly to: string
}

/** The two days that are compared, and what of them is shown. */
export function DifferenceTools({
  days,
  today,
  population,
}: {
  readonly days: Days
  readonly today: string
  readonly population: string | undefined
}) {
  const say = useSay()
  const change = useListAddress()
  const [typed, setTyped] = useState(days)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const day = (name: keyof Days) => (
    <Field
      id={`difference-${name}`}
      type="date"
      isShort
      label={say(`difference.${name}`)}
      error={errors.find((it) => it.field === `difference-${name}`)?.text}
      max={today}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  )
  return (
    <>
      <ErrorSummary errors={errors} />
      <form
        className="days"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const wrong = (['from', 'to'] as const).filter((name) => readDay(typed[name]) === undefined)
          setErrors(wrong.map((name) => ({ field: `difference-${name}`, text: say(`difference.wrong_${name}`) })))
          if (wrong.length === 0) change({ ...typed })
        }}
      >
        {day('from')}
        {day('to')}
        <Button type="submit" kind="secondary">
          {say('difference.compare')}
        </Button>
      </form>
      <div className="tools">
        <Select
          id="population"
          isTool
          label={say('difference.population')}
          value={population ?? ''}
          options={[
            { value: '', label: say('difference.everything') },
            ...POPULATIONS.map((it) => ({ value: it, label: say(`difference.population.${it}`) })),
          ]}
          onChange={(event) => change({ population: event.target.value })}
        />
      </div>
    </>
  )
}
