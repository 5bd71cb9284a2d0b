import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Duplicate, DuplicateSide, MergePlan } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { FieldChanges } from '../../history/field-changes.tsx'
import { useMerge } from './use-merge.ts'

interface MergeDialogProps {
  readonly pair: Duplicate
  onClose(): void
  onMerged(name: string): void
}

/** Which of two records is kept, and exactly what that does, before anything is done. */
export function MergeDialog({ pair, onClose, onMerged }: MergeDialogProps) {
  const say = useSay()
  const sides = [pair.keep, pair.other]
  const [keep, setKeep] = useState(pair.keep.id)
  const kept = sides.find((it) => it.id === keep) ?? pair.keep
  const plan = useMergePlan(
    keep,
    sides.filter((it) => it.id !== keep).map((it) => it.id),
  )
  const merge = useMerge(() => onMerged(kept.name))
  const details = (it: DuplicateSide): string =>
    [
      it.username,
      it.registrationClass ?? it.yearGroup ?? it.position,
      say(it.sync === 'synced' ? 'duplicates.from_mis' : 'duplicates.by_hand'),
    ]
      .filter((part) => part !== null)
      .join(', ')
  return (
    <Dialog title={say(`duplicates.merge_title_${pair.kind}`)} onClose={onClose} isWide>
      <RadioGroup
        id="keep"
        label={say('duplicates.which')}
        hint={say('duplicates.which_hint')}
        value={keep}
        choices={sides.map((it) => ({ value: it.id, label: say('duplicates.choice', { name: it.name, details: details(it) }) }))}
        onChange={setKeep}
      />
      <Answer query={plan} loading={say('duplicates.planning')}>
        {(it) => <PlanOfMerge plan={it} kind={pair.kind} />}
      </Answer>
      <p>{say('duplicates.merge_body')}</p>
      {merge.isError && <ProblemView error={merge.error} onRetry={() => void plan.refetch()} />}
      <div className="buttons">
        <Button
          isBusy={merge.isPending || plan.data === undefined || plan.isPlaceholderData}
          onClick={() => plan.data !== undefined && merge.mutate({ planHash: plan.data.planHash, merges: mergesOf(keep, sides) })}
        >
          {say('duplicates.merge_do')}
        </Button>
        <Button kind="secondary" data-first-focus onClick={onClose}>
          {say('duplicates.later')}
        </Button>
      </div>
    </Dialog>
  )
}

function mergesOf(keep: string, sides: readonly DuplicateSide[]) {
  return [{ keep, others: sides.filter((it) => it.id !== keep).map((it) => it.id) }]
}

/** What the merge does to the record that is kept, in words. */
function PlanOfMerge({ plan, kind }: { readonly plan: MergePlan; readonly kind: string }) {
  const say = useSay()
  return plan.people.map((it) => (
    <section key={it.id} aria-labelledby={`merge-${it.id}`}>
      <h3 id={`merge-${it.id}`}>{say('duplicates.will_change')}</h3>
      {it.fields.length === 0 ? <p>{say('duplicates.no_change')}</p> : <FieldChanges fields={it.fields} population={kind} />}
      <p>{say(`duplicates.link_${it.link}`)}</p>
      {it.secondRecords > 0 && <p>{say('duplicates.second_records', { count: it.secondRecords })}</p>}
    </section>
  ))
}

/** Planning changes nothing, so it is read like anything else; never from memory. */
function useMergePlan(keep: string, others: readonly string[]) {
  const { code: school } = useSchool()
  const body = { merges: [{ keep, others: [...others] }] }
  return useQuery({
    queryKey: ['people.planMerge', { params: { school } }, body],
    queryFn: () => call('people.planMerge', { params: { school }, body }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })
}
