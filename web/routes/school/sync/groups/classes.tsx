import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClassesAnswer, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, call, queryClient } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ErrorSummary, type FormError } from '../../../../kit/error-summary.tsx'
import { ListTable } from '../../../../kit/list-table.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { useSay } from '../../../../words.tsx'
import { RunPage } from '../run/run-page.tsx'
import { saveLabel, useSavePanel } from '../run/save-panel.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import { type ClassChoices, chosen, clashes, setUpAll } from './class-choices.ts'
import { classColumns } from './class-columns.tsx'
import '../sync.css'

type Kind = 'registration' | 'subject'

/** The Registration classes step. */
export function RegistrationClasses() {
  return <RunPage step="registration_classes">{(run) => <Classes key={run.id} run={run} kind="registration" />}</RunPage>
}

/** The Subject classes step; it may be skipped (S-44). */
export function SubjectClasses() {
  return <RunPage step="subject_classes">{(run) => <Classes key={run.id} run={run} kind="subject" />}</RunPage>
}

function Classes({ run, kind }: { readonly run: RunDetails; readonly kind: Kind }) {
  const say = useSay()
  const { code: school } = useSchool()
  const query = useQuery({ ...apiQuery('runs.classes', { params: { school, run: run.id }, query: { kind } }), refetchOnWindowFocus: false })
  const rows = query.data?.rows ?? []
  const fresh = rows.filter((it) => it.effect === 'new').length
  const lead = query.data === undefined || rows.length === 0 ? undefined : say('sync.classes.lead', { count: rows.length, new: fresh })
  return (
    <StepFrame run={run} step={`${kind}_classes`} title={say(`sync.classes.${kind}`)} lead={lead}>
      <Answer query={query}>{(answer) => <ClassesForm run={run} kind={kind} answer={answer} />}</Answer>
    </StepFrame>
  )
}

function ClassesForm({ run, kind, answer }: { readonly run: RunDetails; readonly kind: Kind; readonly answer: ClassesAnswer }) {
  const say = useSay()
  const [said, setSaid] = useState<ClassChoices>({})
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [q, setQ] = useState('')
  const save = useSaveClasses(run, { kind, answer, said })
  const rows = answer.rows.map((row) => ({ ...row, ...chosen(row, said) }))
  const shown = rows.filter((it) => it.name.toLowerCase().includes(q.toLowerCase()))
  const submit = (): void => {
    const twice = clashes(rows).map(({ id, name }) => ({ field: `class-${id}`, text: say('sync.classes.taken_twice', { name }) }))
    setErrors(twice)
    if (twice.length === 0) save.mutate()
  }
  if (rows.length === 0)
    return (
      <>
        <EmptyState title={say(`sync.classes.empty_${kind}`)} />
        <SaveButton run={run} save={save} onSave={() => save.mutate()} />
      </>
    )
  return (
    <>
      <ErrorSummary errors={errors} />
      <div className="all-acts">
        <p>
          <span role="status">{say('sync.classes.selected', { count: rows.filter((it) => it.isSetUp).length })}</span>
          <Button kind="secondary" isSmall onClick={() => setSaid(setUpAll(rows, said, true))}>
            {say('sync.classes.all', { count: rows.length })}
          </Button>
          <Button kind="secondary" isSmall onClick={() => setSaid(setUpAll(rows, said, false))}>
            {say('sync.classes.none')}
          </Button>
        </p>
      </div>
      {rows.length > 20 && (
        <div className="tools">
          <SearchField id="class-search" label={say('sync.classes.search')} value={q} onSearch={setQ} />
        </div>
      )}
      {shown.length === 0 ? (
        <p>{say('sync.classes.no_match')}</p>
      ) : (
        <ListTable
          caption={say('sync.classes.caption')}
          columns={classColumns(say, answer.ours, (id, choice) => setSaid((now) => ({ ...now, [id]: choice })))}
          rows={shown}
          keyOf={(it) => it.id}
        />
      )}
      <SaveButton run={run} save={save} onSave={submit} />
    </>
  )
}

function useSaveClasses(
  run: RunDetails,
  { kind, answer, said }: { readonly kind: Kind; readonly answer: ClassesAnswer; readonly said: ClassChoices },
) {
  const { code: school } = useSchool()
  return useSavePanel(run, `${kind}_classes`, async () => {
    if (answer.rows.length === 0) return
    const params = { school, run: run.id }
    const rows = answer.rows
      .map((row) => ({ id: row.id, ...chosen(row, said) }))
      .map(({ id, isSetUp, target }) => ({ id, isSetUp, target }))
    const saved = await call('runs.saveClasses', { params, ifMatch: run.version, body: { kind, rows } })
    queryClient.setQueryData(apiQuery('runs.classes', { params, query: { kind } }).queryKey, saved)
  })
}

function SaveButton({ run, save, onSave }: { readonly run: RunDetails; readonly save: ReturnType<typeof useSavePanel>; onSave(): void }) {
  const say = useSay()
  return (
    <>
      {save.error !== null && <ProblemView error={save.error} />}
      <div className="buttons">
        <Button isBusy={save.isPending} onClick={onSave}>
          {save.isPending ? say('sync.saving') : saveLabel(say, run)}
        </Button>
      </div>
    </>
  )
}
