import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlannedChange, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { apiQuery } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { CheckboxGroup } from '../../../../kit/choice-group.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { useSay } from '../../../../words.tsx'

const FOUND_MAX = 20

/** Somebody with what they are and the class that tells them from a namesake. */
function labelOf({ population, name, registrationClass }: PlannedChange, say: Say): string {
  const key = population === 'staff' ? 'first.staff' : 'first.pupil'
  return registrationClass === null ? say(key, { name }) : say(`${key}_in`, { name, class: registrationClass })
}

/** People of a plan, found by their names: the keys of their changes, with what they are called. */
export function PeopleChoice({
  run,
  chosen,
  onChange,
}: {
  readonly run: RunDetails
  readonly chosen: ReadonlyMap<string, string>
  onChange(chosen: ReadonlyMap<string, string>): void
}) {
  const say = useSay()
  const { code: school } = useSchool()
  const [q, setQ] = useState('')
  const found = useQuery({
    ...apiQuery('runs.planChanges', { params: { school, run: run.id }, query: { q, recordKind: 'person', limit: FOUND_MAX } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    ...{ staleTime: 0, gcTime: 0 },
  })
  // whoever was ticked once keeps their place, so that the focus has one too
  const [ticked, setTicked] = useState(chosen)
  const items = q === '' ? [] : (found.data?.items ?? [])
  const named = new Map([...items.map((it) => [it.key, labelOf(it, say)] as const), ...ticked])
  const choose = (keys: readonly string[]): void => {
    const next = new Map(keys.map((key) => [key, named.get(key) ?? '']))
    setTicked(new Map([...ticked, ...next]))
    onChange(next)
  }
  return (
    <>
      <SearchField id="first-search" label={say('first.search')} value={q} onSearch={setQ} />
      {found.error !== null && <ProblemView error={found.error} onRetry={() => void found.refetch()} />}
      <p role="status">{q === '' ? say('first.type_name') : foundWords()}</p>
      {named.size > 0 && (
        <CheckboxGroup
          id="first-people"
          label={say('first.found')}
          values={[...chosen.keys()]}
          onChange={choose}
          choices={[...named].map(([value, label]) => ({ value, label }))}
        />
      )}
    </>
  )

  function foundWords(): string {
    if (found.data === undefined) return ''
    const { total } = found.data
    return total === 0
      ? say('first.nobody')
      : say(total > FOUND_MAX ? 'first.found_more' : 'first.found_all', { count: total, shown: FOUND_MAX })
  }
}
