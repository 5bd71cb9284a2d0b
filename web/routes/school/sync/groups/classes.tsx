import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClassesAnswer, RunDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ErrorSummary, type FormError } from '../../../../kit/error-summary.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { RunPage } from '../run/run-page.tsx'
import { saveLabel, useSavePanel } from '../run/save-panel.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import {
  type ChosenClass,
  type ClassChoice,
  type ClassChoices,
  chosen,
  clashes,
  doubles,
  type Naming,
  setUpAll,
  shownClasses,
  withChoice,
} from './class-choices.ts'
import { EmptiedChoice, NamingChoice, patternError } from './class-rules.tsx'
import { ClassTable, pageOf } from './class-table.tsx'
import { ClassTools } from './class-tools.tsx'
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
  const form = useClassForm(answer)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [filter, setFilter] = useState({ q: '', subject: '' })
  const [page, setPage] = useState(1)
  const save = useSaveClasses(run, { kind, answer, form })
  const { rows } = form
  const shown = shownClasses(rows, filter.q, filter.subject)
  const submit = (): void => {
    const twice = clashes(rows).map(({ id, name }) => ({ field: `class-${id}`, text: say('sync.classes.taken_twice', { name }) }))
    const pattern = patternError(say, form.naming)
    const found = [...twice, ...(pattern === undefined ? [] : [{ field: 'class-pattern', text: pattern }])]
    setErrors(found)
    const first = shown.findIndex(({ id }) => twice[0]?.field === `class-${id}`)
    if (first >= 0) setPage(pageOf(first))
    if (found.length === 0) save.mutate()
  }
  const search = (wanted: typeof filter): void => {
    setFilter(wanted)
    setPage(1)
  }
  const doubled = rows.filter((it) => doubles(it).length > 0).length
  const patternFault = errors.find((it) => it.field === 'class-pattern')?.text
  const emptied =
    answer.emptied.names.length === 0 ? null : (
      <EmptiedChoice names={answer.emptied.names} isArchiving={form.isArchiving} onChange={form.setArchiving} />
    )
  if (rows.length === 0)
    return (
      <>
        <EmptyState title={say(`sync.classes.empty_${kind}`)} />
        {emptied}
        <SaveButton label={say('sync.classes.none_needed')} save={save} onSave={() => save.mutate()} />
      </>
    )
  return (
    <>
      <ErrorSummary errors={errors} />
      {doubled > 0 && (
        <div className="banner banner-notice" role="status">
          <p>{say('sync.classes.doubles', { count: doubled })}</p>
        </div>
      )}
      <NamingChoice naming={form.naming} error={patternFault} onChange={form.setNaming} />
      <ClassTools rows={rows} shown={shown} filter={filter} onFilter={search} onSetUp={form.setUp} />
      {shown.length === 0 ? (
        <p>{say('sync.classes.no_match')}</p>
      ) : (
        <ClassTable shown={shown} page={page} onPage={setPage} form={{ ours: answer.ours, naming: form.naming, choose: form.choose }} />
      )}
      {emptied}
      <SaveButton label={saveLabel(say, run)} save={save} onSave={submit} />
    </>
  )
}

/** What is chosen on the page and not saved yet. */
function useClassForm(answer: ClassesAnswer) {
  const [said, setSaid] = useState<ClassChoices>({})
  const [naming, setNaming] = useState<Naming>(answer.naming)
  const [isArchiving, setArchiving] = useState(answer.emptied.isArchiving)
  const rows = answer.rows.map((row) => ({ ...row, ...chosen(row, said) }))
  return {
    ...{ rows, naming, setNaming, isArchiving, setArchiving },
    choose: (row: ChosenClass, choice: Partial<ClassChoice>) =>
      setSaid((now) => ({ ...now, [row.id]: withChoice(now[row.id] ?? row, choice) })),
    setUp: (some: readonly ChosenClass[], isSetUp: boolean) => setSaid((now) => setUpAll(some, now, isSetUp)),
  }
}

function useSaveClasses(
  run: RunDetails,
  { kind, answer, form }: { readonly kind: Kind; readonly answer: ClassesAnswer; readonly form: ReturnType<typeof useClassForm> },
) {
  const { code: school } = useSchool()
  return useSavePanel(run, `${kind}_classes`, async () => {
    if (answer.rows.length === 0 && answer.emptied.names.length === 0) return
    const params = { school, run: run.id }
    const rows = form.rows.map(({ id, isSetUp, target, keepsName, described }) => ({
      ...{ id, isSetUp, target, keepsName },
      ...(described === null ? {} : { description: described }),
    }))
    const body = { kind, rows, naming: form.naming, archiveEmptied: form.isArchiving }
    const saved = await call('runs.saveClasses', { params, ifMatch: run.version, body })
    keepAnswer(apiQuery('runs.classes', { params, query: { kind } }), saved)
  })
}

function SaveButton({ label, save, onSave }: { readonly label: string; readonly save: ReturnType<typeof useSavePanel>; onSave(): void }) {
  const say = useSay()
  return (
    <>
      {save.error !== null && <ProblemView error={save.error} />}
      <div className="buttons">
        <Button isBusy={save.isPending} onClick={onSave}>
          {save.isPending ? say('sync.saving') : label}
        </Button>
      </div>
    </>
  )
}
