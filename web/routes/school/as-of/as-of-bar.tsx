import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSchool } from '../../../api/school.tsx'
import { readDay } from '../../../api/search-params.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Field } from '../../../kit/field.tsx'
import { ListLink, useListAddress } from '../../../kit/list-address.tsx'
import { useSay } from '../../../words.tsx'
import { useAsOf } from './use-as-of.ts'
import { useToday } from './use-today.ts'

/** Lets somebody look at another day, and says so for as long as they do. */
export function AsOfBar({ about }: { readonly about?: { readonly class?: string; readonly person?: string } }) {
  const say = useSay()
  const { code: school } = useSchool()
  const asOf = useAsOf()
  const today = useToday()
  if (asOf === undefined) return <ChooseDay today={today} />
  return (
    <Banner kind="notice" title={say('as_of.shown', { day: say.date(asOf) })}>
      <p>{say('as_of.shown_why')}</p>
      <ul className="ways">
        <li>
          <ListLink changes={{ asOf: undefined }}>{say('as_of.today')}</ListLink>
        </li>
        <li>
          <Link to="/s/$school/history/compare" params={{ school }} search={{ ...about, from: asOf, to: today }}>
            {say('as_of.since')}
          </Link>
        </li>
      </ul>
    </Banner>
  )
}

function ChooseDay({ today }: { readonly today: string }) {
  const say = useSay()
  const change = useListAddress()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  return (
    <details className="as-of">
      <summary>{say('as_of.open')}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const day = readDay(typed)
          const isRight = day !== undefined && day <= today
          setWrong(!isRight)
          if (isRight) change({ asOf: day })
        }}
      >
        <Field
          id="as-of-day"
          type="date"
          isShort
          label={say('as_of.day')}
          error={isWrong ? say('as_of.not_a_day') : undefined}
          max={today}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        >
          <Button type="submit" kind="secondary">
            {say('as_of.show')}
          </Button>
        </Field>
      </form>
    </details>
  )
}
