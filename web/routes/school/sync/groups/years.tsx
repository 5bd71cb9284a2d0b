import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RunDetails, YearGroupsAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { apiQuery, call, queryClient } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ErrorSummary, type FormError } from '../../../../kit/error-summary.tsx'
import { type Column, ListTable } from '../../../../kit/list-table.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { Tag } from '../../../../kit/tag.tsx'
import { useSay } from '../../../../words.tsx'
import { RunPage } from '../run/run-page.tsx'
import { saveLabel, useSavePanel } from '../run/save-panel.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import { NONE, NOT_SYNCED, saidOf, UNKNOWN, wordsForSharing } from './year-choices.ts'
import '../sync.css'

type YearRow = YearGroupsAnswer['rows'][number]

/** The Year groups step: what each spelling of the MIS means here; remembered (S-85). */
export function YearGroups() {
  return <RunPage step="year_groups">{(run) => <YearGroupsOf key={run.id} run={run} />}</RunPage>
}

function YearGroupsOf({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const query = useQuery({ ...apiQuery('runs.yearGroups', { params: { school, run: run.id } }), refetchOnWindowFocus: false })
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const known = query.data?.rows.filter((it) => !it.isUnknown).length ?? 0
  const lead = query.data === undefined ? undefined : say('sync.years.lead', { count: known, of: query.data.rows.length })
  return (
    <StepFrame run={run} step="year_groups" title={say('sync.years.title')} lead={lead} hasErrors={errors.length > 0}>
      <Answer query={query}>{(answer) => <YearsForm run={run} answer={answer} errors={errors} onErrors={setErrors} />}</Answer>
    </StepFrame>
  )
}

function YearsForm({
  run,
  answer,
  errors,
  onErrors,
}: {
  readonly run: RunDetails
  readonly answer: YearGroupsAnswer
  readonly errors: readonly FormError[]
  onErrors(errors: readonly FormError[]): void
}) {
  const say = useSay()
  const { code: school } = useSchool()
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  const chosenFor = (row: YearRow): string => said[row.raw] ?? saidOf(row)
  const save = useSavePanel(run, 'year_groups', async () => {
    const rows = answer.rows.map((row) => ({ raw: row.raw, code: chosenFor(row) === NONE ? null : chosenFor(row) }))
    const params = { school, run: run.id }
    const saved = await call('runs.saveYearGroups', { params, ifMatch: run.version, body: { rows } })
    queryClient.setQueryData(apiQuery('runs.yearGroups', { params }).queryKey, saved)
  })
  const submit = (): void => {
    const missing = answer.rows.flatMap((row, place) =>
      chosenFor(row) === UNKNOWN ? [{ field: `year-${place}`, text: say('sync.years.choose_for', { name: row.raw }) }] : [],
    )
    onErrors(missing)
    if (missing.length === 0) save.mutate()
  }
  const places = new Map(answer.rows.map((row, place) => [row.raw, place]))
  const choose = (row: YearRow, value: string): void => setSaid((now) => ({ ...now, [row.raw]: value }))
  const columns = columnsOf(say, { answer, errors, places, said, chosenFor, choose })
  return (
    <>
      <ErrorSummary errors={errors} />
      {save.error !== null && <ProblemView error={save.error} />}
      {answer.rows.length === 0 ? (
        <EmptyState title={say('sync.years.empty')} />
      ) : (
        <ListTable caption={say('sync.years.caption')} columns={columns} rows={answer.rows} keyOf={(it) => it.raw} />
      )}
      {wordsForSharing(say, answer, chosenFor).map((text) => (
        <p key={text} role="status">
          {text}
        </p>
      ))}
      <div className="buttons">
        <Button isBusy={save.isPending} onClick={submit}>
          {save.isPending ? say('sync.saving') : saveLabel(say, run)}
        </Button>
      </div>
    </>
  )
}

interface YearForm {
  readonly answer: YearGroupsAnswer
  readonly errors: readonly FormError[]
  readonly places: ReadonlyMap<string, number>
  readonly said: Readonly<Record<string, string>>
  chosenFor(row: YearRow): string
  choose(row: YearRow, value: string): void
}

function columnsOf(say: Say, form: YearForm): readonly Column<YearRow>[] {
  return [
    { key: 'raw', heading: say('sync.years.raw'), cell: (it) => it.raw },
    { key: 'pupils', heading: say('sync.step.pupils'), isNumber: true, cell: (it) => say.number(it.pupils) },
    { key: 'here', heading: say('sync.years.here'), cell: (it) => <YearSelect row={it} form={form} /> },
    {
      key: 'how',
      heading: say('sync.years.how'),
      cell: (it) => (
        <Tag>
          {say(form.said[it.raw] !== undefined && form.said[it.raw] !== saidOf(it) ? 'sync.years.changed' : `sync.years.${it.source}`)}
        </Tag>
      ),
    },
  ]
}

function YearSelect({ row, form }: { readonly row: YearRow; readonly form: YearForm }) {
  const say = useSay()
  const id = `year-${form.places.get(row.raw) ?? 0}`
  const error = form.errors.find((it) => it.field === id)?.text
  return (
    <span className={error === undefined ? undefined : 'has-error'}>
      {error !== undefined && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <select
        id={id}
        className="input input-short"
        aria-label={say('sync.years.select_for', { name: row.raw })}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        aria-invalid={error === undefined ? undefined : true}
        value={form.chosenFor(row)}
        onChange={(event) => form.choose(row, event.target.value)}
      >
        {row.isUnknown && <option value={UNKNOWN}>{say('sync.years.choose')}</option>}
        {form.answer.choices.map((it) => (
          <option key={it.code} value={it.code}>
            {it.name}
          </option>
        ))}
        <option value={NONE}>{say('sync.years.without')}</option>
        <option value={NOT_SYNCED}>{say('sync.years.none')}</option>
      </select>
    </span>
  )
}
