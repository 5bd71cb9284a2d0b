import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { RouteAnswer } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { ErrorSummary, type FormError } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { LinkButton } from '../../../kit/link-button.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { Page } from '../../../kit/page.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'
import { MissingPerson } from './missing-person.tsx'
import { PeopleTabs } from './people-tabs.tsx'

/** Why somebody is missing: a name, and for everybody whom it fits why they are here or not, and what to do (N-18). */
export function MissingPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const [typed, setTyped] = useState('')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  // the name goes in the body of a request: it stands in no address and is kept nowhere
  const search = useMutation({ mutationFn: (q: string) => call('people.missing', { params: { school }, body: { q } }) })
  return (
    <Page title={say('missing.title')} lead={say('missing.lead')}>
      <PeopleTabs />
      <ErrorSummary errors={errors} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const q = typed.trim()
          setErrors(q === '' ? [{ field: 'missing-name', text: say('missing.too_short') }] : [])
          if (q !== '' && !search.isPending) search.mutate(q)
        }}
      >
        <Field
          id="missing-name"
          label={say('missing.name')}
          error={errors[0]?.text}
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="buttons">
          <Button type="submit" isBusy={search.isPending}>
            {say('missing.search')}
          </Button>
        </div>
      </form>
      {search.isPending && <Loading text={say('missing.searching')} />}
      {search.isError && <ProblemView error={search.error} onRetry={() => search.mutate(search.variables)} />}
      {search.isSuccess && <Answer found={search.data} />}
    </Page>
  )
}

function Answer({ found }: { readonly found: RouteAnswer<'people.missing'> }) {
  const say = useSay()
  const { items, total } = found
  return (
    <>
      <p role="status">
        {total > items.length ? say('missing.first', { shown: items.length, count: total }) : say('missing.found', { count: total })}
      </p>
      {total === 0 && <NobodyFound found={found} />}
      <ul className="answers">
        {items.map((it) => (
          <MissingPerson key={it.key} of={it} />
        ))}
      </ul>
      <UnusableRows count={found.unusableRows} />
    </>
  )
}

function NobodyFound({ found: { lastReadAt } }: { readonly found: RouteAnswer<'people.missing'> }) {
  const say = useSay()
  const { timeZone } = useSchool()
  return (
    <EmptyState title={say('missing.none')}>
      <p>{lastReadAt === null ? say('missing.none_yet') : say('missing.none_why', { at: say.instant(lastReadAt, timeZone) })}</p>
      <p>{say('missing.none_cure')}</p>
    </EmptyState>
  )
}

function UnusableRows({ count }: { readonly count: number }) {
  const say = useSay()
  const { code: school } = useSchool()
  const mayRead = useMay('history.read')
  if (count === 0) return null
  return (
    <>
      <p>{say('missing.unusable', { count })}</p>
      {mayRead && (
        <LinkButton kind="secondary" to="/s/$school/history" params={{ school }}>
          {say('missing.see_runs')}
        </LinkButton>
      )}
    </>
  )
}
