import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MatchingRulesDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../../kit/choice-group.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { Page } from '../../../../kit/page.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { SummaryList } from '../../../../kit/summary-list.tsx'
import { useSay } from '../../../../words.tsx'
import { OnlyCoordinators, SettingsFrame } from '../settings-frame.tsx'
import { LearningSection } from './learning-section.tsx'

type Rules = Omit<MatchingRulesDetails, 'suggestions'>

/** What happens to people who may match, who is ticked at first, and who syncs. */
export function MatchingPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const mayChange = useMay('school.configure')
  const maySeeLearning = useMay('learning.read')
  const rules = useQuery(apiQuery('rules.read', { params: { school } }))
  return (
    <Page title={say('settings.matching')} kicker={say('shell.settings')} lead={say('rules.lead')}>
      <SettingsFrame>
        <OnlyCoordinators action="school.configure" />
        <Answer query={rules} loading={say('rules.loading')}>
          {(it) => (mayChange ? <RulesForm rules={it} /> : <RulesSummary rules={it} />)}
        </Answer>
        {maySeeLearning && <LearningSection />}
      </SettingsFrame>
    </Page>
  )
}

function RulesSummary({ rules }: { readonly rules: MatchingRulesDetails }) {
  const say = useSay()
  const word = (isYes: boolean): string => say(isYes ? 'rules.yes' : 'rules.no')
  return (
    <SummaryList
      rows={[
        {
          key: 'may',
          name: say('rules.may_match'),
          value: say(rules.applyUnreviewedMayMatch ? 'rules.may_match.sync' : 'rules.may_match.ask'),
        },
        { key: 'pupils', name: say('rules.import.pupils'), value: word(rules.importNewPupils) },
        { key: 'staff', name: say('rules.import.staff'), value: word(rules.importNewStaff) },
        { key: 'deputy', name: say('rules.deputy'), value: word(rules.deputyMaySync) },
        { key: 'nursery', name: say('rules.nursery'), value: word(rules.includeNursery) },
        { key: 'pin', name: say('rules.pin'), value: word(rules.mayPin) },
      ]}
    />
  )
}

function RulesForm({ rules }: { readonly rules: MatchingRulesDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const { suggestions, ...before } = rules
  const [typed, setTyped] = useState<Rules>(before)
  const [isAsking, setAsking] = useState(false)
  const save = useMutation({
    mutationFn: (body: Rules) => call('rules.change', { params: { school }, body }),
    onSuccess: (now) => keepAnswer(apiQuery('rules.read', { params: { school } }), now),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (save.isPending) return
        if (typed.applyUnreviewedMayMatch && !before.applyUnreviewedMayMatch) setAsking(true)
        else save.mutate(typed)
      }}
    >
      {save.isError && <ProblemView error={save.error} />}
      <RuleFields typed={typed} onChange={setTyped} />
      <div role="status">{save.isSuccess && <p>{say('rules.saved')}</p>}</div>
      <Button type="submit" isBusy={save.isPending}>
        {say('rules.save')}
      </Button>
      {isAsking && (
        <AskUnseen
          suggestions={suggestions}
          onKeep={() => {
            setTyped({ ...typed, applyUnreviewedMayMatch: false })
            setAsking(false)
          }}
          onSync={() => {
            setAsking(false)
            save.mutate(typed)
          }}
        />
      )}
    </form>
  )
}

const IMPORTS = [
  { value: 'importNewPupils', words: 'rules.import.pupils' },
  { value: 'importNewStaff', words: 'rules.import.staff' },
] as const
const OF_SCHOOL = [
  { value: 'deputyMaySync', words: 'rules.deputy' },
  { value: 'includeNursery', words: 'rules.nursery' },
  { value: 'mayPin', words: 'rules.pin' },
] as const

function RuleFields({ typed, onChange }: { readonly typed: Rules; onChange(typed: Rules): void }) {
  const say = useSay()
  const set = (names: readonly (keyof Rules)[], chosen: readonly string[]): void =>
    onChange({ ...typed, ...Object.fromEntries(names.map((it) => [it, chosen.includes(it)])) })
  return (
    <>
      <RadioGroup
        id="rules-may"
        label={say('rules.may_match')}
        value={typed.applyUnreviewedMayMatch ? 'sync' : 'ask'}
        choices={(['ask', 'sync'] as const).map((it) => ({
          ...{ value: it, label: say(`rules.may_match.${it}`), detail: say(`rules.may_match.${it}.detail`) },
        }))}
        onChange={(it) => onChange({ ...typed, applyUnreviewedMayMatch: it === 'sync' })}
      />
      <CheckboxGroup
        id="rules-import"
        label={say('rules.import')}
        values={IMPORTS.map((it) => it.value).filter((it) => typed[it])}
        choices={IMPORTS.map(({ value, words }) => ({ value, label: say(words) }))}
        onChange={(chosen) => set(['importNewPupils', 'importNewStaff'], chosen)}
      />
      <CheckboxGroup
        id="rules-school"
        label={say('rules.school')}
        values={OF_SCHOOL.map((it) => it.value).filter((it) => typed[it])}
        choices={OF_SCHOOL.map(({ value, words }) => ({ value, label: say(words), detail: say(`${words}.detail`) }))}
        onChange={(chosen) =>
          set(
            OF_SCHOOL.map((it) => it.value),
            chosen,
          )
        }
      />
    </>
  )
}

/** Asks before records are synced that nobody has checked (D11). */
function AskUnseen({
  suggestions: { decided, changed },
  onKeep,
  onSync,
}: {
  readonly suggestions: MatchingRulesDetails['suggestions']
  onKeep(): void
  onSync(): void
}) {
  const say = useSay()
  return (
    <Dialog title={say('rules.unseen_title')} onClose={onKeep}>
      <p>
        {say('rules.unseen_body')} {decided > 0 && say('rules.unseen_count', { changed, decided })}
      </p>
      <div className="buttons">
        <Button data-first-focus onClick={onKeep}>
          {say('rules.may_match.ask')}
        </Button>
        <Button kind="secondary" onClick={onSync}>
          {say('rules.may_match.sync')}
        </Button>
      </div>
    </Dialog>
  )
}
