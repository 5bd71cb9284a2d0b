import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { apiQuery, keepAnswer } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { focusHeadingIfLost } from '../../../kit/focus-heading.ts'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { problemOf } from '../../../kit/problem-words.ts'
import { useSay } from '../../../words.tsx'

/** Why an act on a record was refused. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const say = useSay()
  if (error === null) return null
  return problemOf(error)?.status === 412 ? <p role="alert">{say('person.conflict')}</p> : <ProblemView error={error} />
}

/** The record as it is after an act; one that somebody else changed meanwhile is read again. */
export function useRecordAct(person: PersonDetails, act: (said: string) => Promise<PersonDetails>, onDone?: () => void) {
  const { code: school } = useSchool()
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (now) => {
      keepAnswer(apiQuery('people.read', { params: { school, person: person.id } }), now)
      onDone?.()
      // what was pressed goes with the state it belonged to
      focusHeadingIfLost()
    },
    onError: (error) => {
      if (problemOf(error)?.status === 412) void client.invalidateQueries({ queryKey: ['people.read'] })
    },
  })
}
