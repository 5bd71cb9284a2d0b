import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../kit/button.tsx'
import { ErrorSummary, type FormError } from '../../../kit/error-summary.tsx'
import { Frame } from '../../../kit/frame.tsx'
import { Loading } from '../../../kit/loading.tsx'
import { Page } from '../../../kit/page.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { problemOf } from '../../../kit/problem-words.ts'
import { browserVocabulary, useSay } from '../../../words.tsx'
import { SetUpDone } from './set-up-done.tsx'
import { emptySetUp, faultsOfStep } from './set-up-form.ts'
import { SetUpStep } from './set-up-step.tsx'
import { useSetUp } from './use-set-up.ts'

const route = getRouteApi('/setup/$code')
const NO_ERRORS: readonly FormError[] = []

/** First set-up: how to start, the first account, the school or schools, and where to go next. */
export function SetUpPage() {
  const { code } = route.useParams()
  const say = useSay()
  const check = useQuery({
    queryKey: ['setUp.check', code],
    queryFn: async () => {
      await call('setUp.check', { body: { code } })
      return true
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Frame isWide>
      {check.data === true ? (
        <SetUpSteps code={code} />
      ) : (
        <Page title={say('set_up.title')}>
          {check.isError ? <CodeRefused error={check.error} onRetry={() => void check.refetch()} /> : <Loading />}
        </Page>
      )}
    </Frame>
  )
}

function CodeRefused({ error, onRetry }: { readonly error: unknown; onRetry(): void }) {
  const say = useSay()
  const isDone = problemOf(error)?.code === 'set_up.done'
  return (
    <ProblemView error={error} onRetry={problemOf(error) === undefined ? onRetry : undefined}>
      {isDone && (
        <p>
          <Link to="/sign-in" search={{}}>
            {say('sign_in.title')}
          </Link>
        </p>
      )}
    </ProblemView>
  )
}

function SetUpSteps({ code }: { readonly code: string }) {
  const say = useSay()
  const navigate = useNavigate()
  const asked = route.useSearch().step ?? 1
  const [typed, setTyped] = useState(() => emptySetUp(browserVocabulary()))
  const [told, setTold] = useState<{ readonly step: number; readonly errors: readonly FormError[] }>({ step: 1, errors: [] })
  // whoever loads step 3 again has typed nothing: what comes first is asked first
  const [reached, setReached] = useState(1)
  const step = Math.min(asked, reached)
  useEffect(() => {
    const search = reached === 1 ? {} : { step: reached }
    if (asked > reached) void navigate({ to: '/setup/$code', params: { code }, search, replace: true })
  }, [asked, reached, code, navigate])
  // errors of a step are not those of another to which the browser went back
  const errors = told.step === step ? told.errors : NO_ERRORS
  const goTo = (next: number): void => void navigate({ to: '/setup/$code', params: { code }, search: next === 1 ? {} : { step: next } })
  const setUp = useSetUp(code, {
    onRefused: (refused, at) => {
      setTold({ step: at ?? step, errors: refused })
      if (at !== undefined) goTo(at)
    },
  })
  if (setUp.data !== undefined) return <SetUpDone done={setUp.data} kind={typed.kind} />
  const goOn = (): void => {
    const faults = faultsOfStep(step, typed, say)
    setTold({ step, errors: faults })
    if (faults.length > 0) return
    if (step === 3) setUp.mutate(typed)
    else {
      setReached(Math.max(reached, step + 1))
      goTo(step + 1)
    }
  }
  return (
    <Page
      key={step}
      title={say(`set_up.step_${step === 1 ? 'start' : step === 2 ? 'account' : 'school'}`)}
      kicker={say('set_up.step_of', { step })}
    >
      <ErrorSummary errors={errors} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!setUp.isPending) goOn()
        }}
      >
        <SetUpStep step={step} typed={typed} errors={errors} onChange={setTyped} />
        {setUp.isPending && <Loading text={say(typed.kind === 'made_up' ? 'set_up.making' : 'set_up.saving')} />}
        <div className="buttons">
          <Button type="submit" isBusy={setUp.isPending}>
            {say(step === 3 ? 'set_up.finish' : 'set_up.continue')}
          </Button>
          {step > 1 && (
            <Button
              kind="secondary"
              onClick={() => {
                setTold({ step, errors: NO_ERRORS })
                goTo(step - 1)
              }}
            >
              {say('set_up.back')}
            </Button>
          )}
        </div>
      </form>
    </Page>
  )
}
