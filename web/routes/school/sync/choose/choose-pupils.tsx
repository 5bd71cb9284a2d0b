import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RunDetails, ScopeAnswer } from '../../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { RunPage } from '../run/run-page.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import { syncTarget } from '../run/sync-link.tsx'
import { choiceOf, cohortOf, isNobody, type PupilChoice } from './cohort.ts'
import { CohortCount } from './cohort-count.tsx'
import { CohortLists } from './cohort-lists.tsx'
import '../sync.css'

/** Which pupils, and whether their e-mail addresses are used (UX C7): before the table of the Pupils step. */
export function ChoosePupils() {
  return <RunPage step="pupils">{(run) => <Choose key={run.id} run={run} />}</RunPage>
}

function Choose({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const query = useQuery({ ...apiQuery('runs.scope', { params: { school, run: run.id } }), refetchOnWindowFocus: false })
  return (
    <StepFrame run={run} step="pupils" title={say('sync.choose.title')}>
      <Answer query={query}>{(scope) => <ChooseForm run={run} scope={scope} />}</Answer>
    </StepFrame>
  )
}

function ChooseForm({ run, scope }: { readonly run: RunDetails; readonly scope: ScopeAnswer }) {
  const say = useSay()
  const [choice, setChoice] = useState<PupilChoice>(() => choiceOf(scope))
  const [emails, setEmails] = useState<'chosen' | 'none'>(scope.pupilEmails === 'none' ? 'none' : 'chosen')
  const [isMissing, setMissing] = useState(false)
  const save = useSaveScope(run, scope, { choice, emails })
  const isEmpty = isNobody(choice, scope.kept)
  const submit = (): void => {
    setMissing(isEmpty)
    if (!isEmpty) save.mutate()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <RadioGroup
        id="which"
        isLarge
        label={say('sync.choose.who')}
        value={choice.kind}
        onChange={(kind) => setChoice({ ...choice, kind })}
        error={isMissing && isEmpty ? say('sync.choose.nobody') : undefined}
        choices={[
          { value: 'all', label: say('sync.choose.all', { count: scope.pupils }), detail: say('sync.choose.recommended') },
          ...listChoice('years', scope.yearGroups.length),
          ...listChoice('classes', scope.registrationClasses.length),
        ]}
      />
      <CohortCount run={run} choice={cohortOf(choice)} isNobody={isEmpty} />
      <RadioGroup
        id="emails"
        isLarge
        label={say('sync.choose.emails')}
        hint={say('sync.choose.emails_known', { count: scope.withEmail, of: scope.pupils })}
        value={emails}
        onChange={setEmails}
        choices={[
          { value: 'none', label: say('sync.choose.emails_none'), detail: say('sync.choose.emails_none_detail') },
          { value: 'chosen', label: say('sync.choose.emails_chosen'), detail: say('sync.choose.emails_chosen_detail') },
        ]}
      />
      {save.error !== null && <ProblemView error={save.error} />}
      <div className="buttons">
        <Button type="submit" isBusy={save.isPending}>
          {say(save.isPending ? 'sync.saving' : 'sync.save')}
        </Button>
      </div>
    </form>
  )

  function listChoice(kind: 'years' | 'classes', count: number) {
    const inside = <CohortLists kind={kind} scope={scope} choice={choice} onChange={setChoice} />
    return count === 0 ? [] : [{ value: kind, label: say(`sync.choose.${kind}`), inside }]
  }
}

function useSaveScope(
  run: RunDetails,
  scope: ScopeAnswer,
  { choice, emails }: { readonly choice: PupilChoice; readonly emails: 'chosen' | 'none' },
) {
  const { code: school } = useSchool()
  const navigate = useNavigate()
  const params = { school, run: run.id }
  const chosen = cohortOf(choice)
  const isSame = JSON.stringify(chosen.cohort) === JSON.stringify(scope.cohort) && !chosen.isOnly && emails === scope.pupilEmails
  return useMutation({
    mutationFn: () =>
      isSame ? Promise.resolve(scope) : call('runs.saveScope', { params, ifMatch: run.version, body: { ...chosen, pupilEmails: emails } }),
    onSuccess: (saved) => {
      keepAnswer(apiQuery('runs.scope', { params }), saved)
      void navigate(syncTarget(school, 'pupils', run.id))
    },
  })
}
