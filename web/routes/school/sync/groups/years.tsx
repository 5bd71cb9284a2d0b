import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RouteBody, RunDetails, YearGroupsAnswer } from '../../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { ErrorSummary, type FormError } from '../../../../kit/error-summary.tsx'
import { ListTable } from '../../../../kit/list-table.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { useSay } from '../../../../words.tsx'
import { RunPage } from '../run/run-page.tsx'
import { saveLabel, useSavePanel } from '../run/save-panel.tsx'
import { StepFrame } from '../run/step-frame.tsx'
import { SyncLink } from '../run/sync-link.tsx'
import { SchoolYearChoice } from './school-year-choice.tsx'
import { mayUnset, NONE, saidOf, UNKNOWN, waiting, wordsForSharing, type YearRow } from './year-choices.ts'
import { yearColumns } from './year-columns.tsx'
import '../sync.css'

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
  const { school, said, setSaid, includeNursery, setIncludeNursery, schoolYear, setSchoolYear } = useYearChoices(answer)
  const chosenFor = (row: YearRow): string => said[row.raw] ?? saidOf(row)
  const save = useSavePanel(run, 'year_groups', async () => {
    const rows = answer.rows.map((row) => ({ raw: row.raw, code: chosenFor(row) === NONE ? null : chosenFor(row) }))
    const body: RouteBody<'runs.saveYearGroups'> = { rows, schoolYear, ...(answer.nursery === null ? {} : { includeNursery }) }
    const params = { school, run: run.id }
    const saved = await call('runs.saveYearGroups', { params, ifMatch: run.version, body })
    keepAnswer(apiQuery('runs.yearGroups', { params }), saved)
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
  return (
    <>
      <ErrorSummary errors={errors} />
      {save.error !== null && <ProblemView error={save.error} />}
      {answer.rows.length === 0 ? (
        <EmptyState title={say('sync.years.empty')}>
          <SyncLink to="registration" run={run.id}>
            {say('sync.years.empty_go')}
          </SyncLink>
        </EmptyState>
      ) : (
        <>
          <Waiting rows={answer.rows} chosenFor={chosenFor} />
          <ListTable
            caption={say('sync.years.caption')}
            columns={yearColumns(say, { answer, errors, places, chosenFor, choose })}
            rows={answer.rows}
            keyOf={(it) => it.raw}
          />
        </>
      )}
      {wordsForSharing(say, answer, chosenFor).map((text) => (
        <p key={text} role="status">
          {text}
        </p>
      ))}
      {answer.rows.some((it) => !mayUnset(it)) && <InUse run={run} />}
      {answer.nursery !== null && <Nursery of={answer.nursery} value={includeNursery} onChange={setIncludeNursery} />}
      <SchoolYearChoice of={answer.schoolYear} value={schoolYear} onChange={setSchoolYear} />
      <div className="buttons">
        <Button isBusy={save.isPending} onClick={submit}>
          {save.isPending ? say('sync.saving') : saveLabel(say, run)}
        </Button>
      </div>
    </>
  )
}

function useYearChoices(answer: YearGroupsAnswer) {
  const { code: school } = useSchool()
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  const [includeNursery, setIncludeNursery] = useState(answer.nursery?.isIncluded ?? false)
  const [schoolYear, setSchoolYear] = useState(answer.schoolYear.start)
  return { school, said, setSaid, includeNursery, setIncludeNursery, schoolYear, setSchoolYear }
}

/** How many pupils wait for a word about their year group, and in which they are. */
function Waiting({ rows, chosenFor }: { readonly rows: readonly YearRow[]; chosenFor(row: YearRow): string }) {
  const say = useSay()
  const { count, groups } = waiting(say, rows, chosenFor)
  if (count === 0) return null
  return (
    <div className="banner banner-notice" role="status">
      <p>{say('sync.years.waiting', { count, groups })}</p>
    </div>
  )
}

/** Why a year group in use has no "do not sync" (S-88), and the way that there is. */
function InUse({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  return (
    <p>
      {say('sync.years.in_use')}{' '}
      <SyncLink to="pupils/choose" run={run.id}>
        {say('sync.years.in_use_go')}
      </SyncLink>
    </p>
  )
}

/** S-89: nursery is never left out without a word. */
function Nursery({
  of,
  value,
  onChange,
}: {
  readonly of: NonNullable<YearGroupsAnswer['nursery']>
  readonly value: boolean
  onChange(value: boolean): void
}) {
  const say = useSay()
  const isFixed = of.isInUse && of.isIncluded
  return (
    <RadioGroup
      id="nursery"
      label={say('sync.years.nursery_title', { count: of.pupils })}
      hint={isFixed ? say('sync.years.nursery_in_use') : undefined}
      value={value ? 'yes' : 'no'}
      onChange={(it) => onChange(it === 'yes')}
      choices={[
        { value: 'yes', label: say('sync.years.nursery_yes') },
        ...(isFixed ? [] : [{ value: 'no', label: say('sync.years.nursery_no') } as const]),
      ]}
    />
  )
}
