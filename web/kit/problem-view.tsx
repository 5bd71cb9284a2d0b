import type { ReactNode } from 'react'
import { ApiError, type ApiProblem } from '../../src/contract/index.ts'
import { useSchoolIfAny } from '../api/school.tsx'
import { useSay } from '../words.tsx'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { NamedPeople } from './named-people.tsx'

/** The problem that an error tells of; undefined: the API was not reached. */
export function problemOf(error: unknown): ApiProblem | undefined {
  return error instanceof ApiError ? error.problem : undefined
}

/** What happened, what it means, what to do. For who may not: who may (D18). */
export function ProblemView({
  error,
  onRetry,
  children,
}: {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
  readonly children?: ReactNode
}) {
  const say = useSay()
  const school = useSchoolIfAny()
  const problem = problemOf(error)
  if (problem?.status === 403 && problem.coordinators !== undefined) {
    return <NamedPeople school={school?.name ?? ''} names={problem.coordinators} />
  }
  return (
    <Banner kind="problem" title={titleOf(problem, say)}>
      <div role="alert">
        <p>{problem === undefined || problem.cure === '' ? say('kit.unreachable_cure') : problem.cure}</p>
      </div>
      {problem !== undefined && problem.status >= 500 && <p className="muted">{say('kit.reference', { code: problem.code })}</p>}
      {children}
      {onRetry !== undefined && (
        <Button kind="secondary" onClick={onRetry}>
          {say('kit.try_again')}
        </Button>
      )}
    </Banner>
  )
}

function titleOf(problem: ApiProblem | undefined, say: ReturnType<typeof useSay>): string {
  if (problem === undefined) return say('kit.unreachable')
  return problem.title === '' ? say('kit.service_problem') : problem.title
}
