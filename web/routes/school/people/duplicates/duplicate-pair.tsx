import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Duplicate } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { CompareRecords } from './compare-records.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { WhyTheseTwo } from './why-these-two.tsx'

/** Two records that may be one person: side by side, why, and what can be said of them. */
export function DuplicatePair({
  pair,
  place,
  onTold,
}: {
  readonly pair: Duplicate
  /** In the whole list, from 1. */
  readonly place: number
  onTold(words: string): void
}) {
  const say = useSay()
  const { timeZone } = useSchool()
  const headingId = useId()
  const mayDecide = useMay('run.decide')
  const mayMerge = useMay('run.apply')
  const [isMerging, setMerging] = useState(false)
  const names = { one: pair.keep.name, other: pair.other.name }
  const answer = useAnswer(pair, (said) => onTold(say(said === 'open' ? 'duplicates.asked_again' : 'duplicates.not_same_done', names)))
  return (
    <section className="box duplicate" aria-labelledby={headingId}>
      <h2 id={headingId}>{say('duplicates.pair', { ...names, place })}</h2>
      <CompareRecords pair={pair} place={place} />
      {pair.answered === null ? (
        <WhyTheseTwo pair={pair} />
      ) : (
        <p>{say('duplicates.answered', { by: pair.answered.by, at: say.instant(pair.answered.at, timeZone) })}</p>
      )}
      {answer.isError && <ProblemView error={answer.error} />}
      {mayDecide && (
        <div className="buttons">
          {pair.answered === null && mayMerge && (
            <Button aria-describedby={headingId} onClick={() => setMerging(true)}>
              {say(`duplicates.merge_${pair.kind}`)}
            </Button>
          )}
          {pair.answered === null ? (
            <Button kind="secondary" isBusy={answer.isPending} aria-describedby={headingId} onClick={() => answer.mutate('not_same')}>
              {say(`duplicates.not_same_${pair.kind}`)}
            </Button>
          ) : (
            <Button kind="secondary" isBusy={answer.isPending} aria-describedby={headingId} onClick={() => answer.mutate('open')}>
              {say('duplicates.ask_again')}
            </Button>
          )}
        </div>
      )}
      {isMerging && (
        <MergeDialog
          pair={pair}
          onClose={() => setMerging(false)}
          onMerged={(name) => {
            setMerging(false)
            onTold(say('duplicates.merged', { name }))
          }}
        />
      )}
    </section>
  )
}

function useAnswer({ keep, other }: Duplicate, onDone: (said: 'not_same' | 'open') => void) {
  const { code: school } = useSchool()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (said: 'not_same' | 'open') =>
      call('duplicates.answer', {
        params: { school },
        body: { pairs: [{ one: keep.id, other: other.id }], answer: said },
        idempotencyKey: newKey(),
      }),
    onSuccess: async (_, said) => {
      onDone(said)
      await client.invalidateQueries({ queryKey: ['duplicates.list'] })
    },
  })
}
