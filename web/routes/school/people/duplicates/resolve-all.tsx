import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Duplicate } from '../../../../../src/contract/index.ts'
import { apiQuery, call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { CheckboxGroup } from '../../../../kit/choice-group.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { mergeGroups } from './merge-groups.ts'
import { useMerge } from './use-merge.ts'

/** So many pairs are resolved in one go at most. */
const PAIRS_MAX = 100

interface ResolveAllProps {
  onClose(): void
  onMerged(count: number): void
}

/**
 * All pairs with one button, after a look (C27): those with the same number are ticked, every other one says why it is not. What
 * is merged is what was planned for exactly these ticks.
 */
export function ResolveAll({ onClose, onMerged }: ResolveAllProps) {
  const say = useSay()
  const { code: school } = useSchool()
  const list = useQuery({ ...apiQuery('duplicates.list', { params: { school }, query: { limit: PAIRS_MAX } }), staleTime: 0 })
  return (
    <Dialog title={say('duplicates.all_title')} onClose={onClose} isWide>
      <Answer query={list} loading={say('duplicates.loading')}>
        {({ items }) => <Ticks pairs={items} onClose={onClose} onMerged={onMerged} />}
      </Answer>
    </Dialog>
  )
}

function Ticks({ pairs, onClose, onMerged }: ResolveAllProps & { readonly pairs: readonly Duplicate[] }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [ticked, setTicked] = useState<readonly string[]>(() => pairs.filter((it) => it.isSure).map(keyOf))
  const merge = useMerge(() => onMerged(ticked.length))
  const merges = mergeGroups(pairs.filter((it) => ticked.includes(keyOf(it))))
  const plan = useQuery({
    queryKey: ['people.planMerge', { params: { school } }, merges],
    queryFn: () => call('people.planMerge', { params: { school }, body: { merges } }),
    enabled: merges.length > 0,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })
  const why = (it: Duplicate): string => {
    const doubts = it.doubts.flatMap((one) => say.message('duplicates.doubt', one) ?? [])
    return [say(`duplicates.basis.${it.basis}`), ...(it.isSure ? [] : [doubts[0] ?? say('duplicates.look_first')])].join(' ')
  }
  const changed = plan.data?.people.reduce((sum, it) => sum + it.fields.length, 0) ?? 0
  return (
    <>
      <p>{say('duplicates.all_lead')}</p>
      <CheckboxGroup
        id="pairs"
        label={say('duplicates.all_pairs')}
        values={ticked}
        choices={pairs.map((it) => ({
          value: keyOf(it),
          label: say('duplicates.all_pair', { keep: nameOf(it.keep), other: nameOf(it.other) }),
          detail: why(it),
        }))}
        onChange={setTicked}
      />
      <p role="status">
        {ticked.length === 0 ? say('duplicates.all_none') : plan.data === undefined ? '' : say('duplicates.all_effect', { count: changed })}
      </p>
      <p>{say('duplicates.merge_body')}</p>
      {plan.isError && <ProblemView error={plan.error} onRetry={() => void plan.refetch()} />}
      {merge.isError && <ProblemView error={merge.error} onRetry={() => void plan.refetch()} />}
      <div className="buttons">
        <Button
          isBusy={merge.isPending || (merges.length > 0 && plan.data === undefined)}
          aria-disabled={merges.length === 0 ? true : undefined}
          onClick={() => plan.data !== undefined && merge.mutate({ merges, planHash: plan.data.planHash })}
        >
          {say('duplicates.all_do', { count: ticked.length })}
        </Button>
        <Button kind="secondary" data-first-focus onClick={onClose}>
          {say('common.cancel')}
        </Button>
      </div>
    </>
  )
}

function keyOf({ keep, other }: Duplicate): string {
  return `${keep.id} ${other.id}`
}

function nameOf({ name, registrationClass, yearGroup, position }: Duplicate['keep']): string {
  const place = registrationClass ?? yearGroup ?? position
  return place === null ? name : `${name} (${place})`
}
