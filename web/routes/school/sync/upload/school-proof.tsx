import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery, call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'

/** An upload whose pupils are mostly unknown here: is it this school's? A few of its pupils show it, and it can be taken away. */
export function SchoolProof({ upload, onTakenAway }: { readonly upload: string; onTakenAway(): void }) {
  const say = useSay()
  const { code: school, name } = useSchool()
  const params = { school, upload }
  const proof = useQuery({ ...apiQuery('uploads.proof', { params }), ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0 } })
  const [isOurs, setOurs] = useState(false)
  const takeAway = useMutation({ mutationFn: () => call('uploads.remove', { params }), onSuccess: onTakenAway })
  if (proof.error !== null) return <ProblemView error={proof.error} onRetry={() => void proof.refetch()} />
  if (proof.data === undefined || !proof.data.isAsked) return null
  if (isOurs) return <p role="status">{say('sync.proof.is_ours', { name })}</p>
  return (
    <section className="box" aria-labelledby="school-proof">
      <h2 id="school-proof">{say('sync.proof.title', { name })}</h2>
      <p>{say('sync.proof.why')}</p>
      <ul>
        {proof.data.samples.map(({ initials, yearGroup }) => (
          <li key={`${initials} ${yearGroup}`}>{[initials, yearGroup].filter((it) => it !== null).join(', ')}</li>
        ))}
      </ul>
      {takeAway.error !== null && <ProblemView error={takeAway.error} />}
      <div className="buttons">
        <Button kind="secondary" onClick={() => setOurs(true)}>
          {say('sync.proof.yes')}
        </Button>
        <Button kind="secondary" isBusy={takeAway.isPending} onClick={() => takeAway.mutate()}>
          {say('sync.proof.no')}
        </Button>
      </div>
    </section>
  )
}
