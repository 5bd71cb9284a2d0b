import type { ReactNode } from 'react'
import { useSchoolIfAny } from '../api/school.tsx'
import { useSay } from '../words.tsx'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { NamedPeople } from './named-people.tsx'
import { problemOf, problemWords } from './problem-words.ts'

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
  const { title, cure } = problemWords(error, say)
  return (
    <Banner kind="problem" title={title}>
      <div role="alert">
        <p>{cure}</p>
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
