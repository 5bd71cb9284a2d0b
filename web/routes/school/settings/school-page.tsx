import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SchoolDetails } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { formErrors } from '../../../kit/form-errors.ts'
import { Page } from '../../../kit/page.tsx'
import { problemOf } from '../../../kit/problem-words.ts'
import { Select } from '../../../kit/select.tsx'
import { SummaryList } from '../../../kit/summary-list.tsx'
import { useSay } from '../../../words.tsx'
import { OnlyCoordinators, SettingsFrame } from './settings-frame.tsx'

const VOCABULARIES = ['en-GB', 'en-US'] as const

/** Name, ID, words and time zone of the school. */
export function SchoolPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const mayChange = useMay('school.configure')
  const details = useQuery(apiQuery('school.read', { params: { school } }))
  return (
    <Page title={say('settings.school')} kicker={say('shell.settings')}>
      <SettingsFrame>
        <OnlyCoordinators action="school.configure" />
        <Answer query={details} loading={say('school.loading')}>
          {(it) => (mayChange ? <SchoolForm details={it} /> : <SchoolSummary details={it} />)}
        </Answer>
      </SettingsFrame>
    </Page>
  )
}

function SchoolSummary({ details }: { readonly details: SchoolDetails }) {
  const say = useSay()
  return (
    <SummaryList
      rows={[
        { key: 'name', name: say('school.name'), value: details.name },
        { key: 'id', name: say('school.external_id'), value: details.externalId },
        { key: 'words', name: say('school.words'), value: say(`school.words.${details.vocabulary}`) },
        { key: 'zone', name: say('school.time_zone'), value: details.timeZone },
      ]}
    />
  )
}

type Typed = Pick<SchoolDetails, 'name' | 'externalId' | 'vocabulary' | 'timeZone'>

function whatIsTyped({ name, externalId, vocabulary, timeZone }: SchoolDetails): Typed {
  return { name, externalId, vocabulary, timeZone }
}

function SchoolForm({ details }: { readonly details: SchoolDetails }) {
  const say = useSay()
  const [typed, setTyped] = useState<Typed>(() => whatIsTyped(details))
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [isSaved, setSaved] = useState(false)
  const save = useSaving(details, {
    onErrors: setErrors,
    onSaved: () => setSaved(true),
    onConflict: (it) => setTyped(whatIsTyped(it)),
  })
  const submit = (): void => {
    const missing = [
      ...(typed.name.trim() === '' ? [{ field: 'school-name', text: say('school.name_missing') }] : []),
      ...(typed.externalId.trim() === '' ? [{ field: 'school-externalId', text: say('school.external_id_missing') }] : []),
    ]
    setErrors(missing)
    setSaved(false)
    if (missing.length === 0) save.mutate(typed)
  }
  const zones = [...new Set([details.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <Field
        id="school-name"
        label={say('school.name')}
        value={typed.name}
        maxLength={120}
        error={errorAt(errors, 'school-name')}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
      />
      <Field
        id="school-externalId"
        label={say('school.external_id')}
        hint={say('school.external_id_hint')}
        isShort
        value={typed.externalId}
        maxLength={100}
        error={errorAt(errors, 'school-externalId')}
        onChange={(event) => setTyped({ ...typed, externalId: event.target.value })}
      />
      <Select
        id="school-vocabulary"
        label={say('school.words')}
        hint={say('school.words_hint')}
        value={typed.vocabulary}
        options={VOCABULARIES.map((it) => ({ value: it, label: say(`school.words.${it}`) }))}
        onChange={(event) => setTyped({ ...typed, vocabulary: event.target.value === 'en-US' ? 'en-US' : 'en-GB' })}
      />
      <Select
        id="school-timeZone"
        label={say('school.time_zone')}
        error={errorAt(errors, 'school-timeZone')}
        value={typed.timeZone}
        options={zones.map((it) => ({ value: it, label: it.replaceAll('_', ' ') }))}
        onChange={(event) => setTyped({ ...typed, timeZone: event.target.value })}
      />
      <div role="status">{isSaved && <p>{say('school.saved')}</p>}</div>
      <Button type="submit" isBusy={save.isPending}>
        {say('school.save')}
      </Button>
    </form>
  )
}

interface Told {
  onErrors(errors: readonly FormError[]): void
  onSaved(): void
  /** Somebody else changed the school: this is what stands there now. */
  onConflict(now: SchoolDetails): void
}

function useSaving(details: SchoolDetails, told: Told) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const params = { school }
  return useMutation({
    mutationFn: (body: Typed) => call('school.change', { params, ifMatch: details.version, body }),
    onSuccess: (saved) => {
      keepAnswer(apiQuery('school.read', { params }), saved)
      void client.invalidateQueries({ queryKey: ['session.read'] })
      told.onSaved()
    },
    onError: (error) => {
      const read = apiQuery('school.read', { params })
      if (problemOf(error)?.status === 412) void client.fetchQuery({ ...read, staleTime: 0 }).then(told.onConflict, () => undefined)
      told.onErrors(
        formErrors(error, say, (path) => {
          if (path === 'name') return { id: 'school-name', label: say('school.name') }
          if (path === 'externalId') return { id: 'school-externalId', label: say('school.external_id') }
          return path === 'timeZone' ? { id: 'school-timeZone', label: say('school.time_zone') } : undefined
        }),
      )
    },
  })
}
