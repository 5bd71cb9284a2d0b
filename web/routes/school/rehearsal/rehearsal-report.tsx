import type { RehearsalDetails, RehearsalReportDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { useSchool } from '../../../api/school.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { ListTable } from '../../../kit/list-table.tsx'
import { SummaryList, type SummaryRow } from '../../../kit/summary-list.tsx'
import { useSay } from '../../../words.tsx'

/** What one rehearsal has shown. */
export function RehearsalReport({ rehearsal }: { readonly rehearsal: RehearsalDetails }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const { at, by, state, report, undecided, errors } = rehearsal
  return (
    <>
      <p className="muted">{say('rehearsal.made', { at: say.instant(at, timeZone), by })}</p>
      {state === 'waiting' && <p role="status">{say('rehearsal.waiting')}</p>}
      {state === 'failed' && (
        <Banner kind="problem" title={say('rehearsal.failed')}>
          {null}
        </Banner>
      )}
      {report !== null && (
        <>
          <Holds report={report} />
          <h3>{say('rehearsal.classes')}</h3>
          <SummaryList rows={classRows(say, report.classes)} />
          <h3>{say('rehearsal.pupils')}</h3>
          <SummaryList
            rows={[
              ...numberRows(say, [
                ['rehearsal.pupils.added', report.pupils.added],
                ['rehearsal.pupils.leave', report.pupils.leave],
                ['rehearsal.pupils.change_class', report.pupils.changeClass],
                ['rehearsal.pupils.without_class', report.pupils.withoutClass],
                ['rehearsal.undecided', undecided],
                ['rehearsal.errors', errors],
              ]),
            ]}
          />
          <Years years={report.years} />
          <h3>{say('rehearsal.staff')}</h3>
          <SummaryList
            rows={numberRows(say, [
              ['rehearsal.staff.added', report.staff.added],
              ['rehearsal.staff.leave', report.staff.leave],
              ['rehearsal.staff.without_class', report.staff.withoutClass],
            ])}
          />
        </>
      )}
    </>
  )
}

function Holds({ report: { holds, pupils, classes } }: { readonly report: RehearsalReportDetails }) {
  const say = useSay()
  if (holds.length === 0) return pupils.withoutClass + classes.withoutTeacher.length === 0 ? <p>{say('rehearsal.good')}</p> : null
  return (
    <Banner kind="notice" title={say('rehearsal.holds')}>
      <ul>
        {holds.map(({ code, population, count, linked }) => (
          <li key={`${code} ${population} ${count}`}>
            {say.message('history.population', { code: population, params: {} })}:{' '}
            {say.message('rehearsal.hold', { code, params: { count, linked } })}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function classRows(say: Say, classes: RehearsalReportDetails['classes']): readonly SummaryRow[] {
  const list = (names: readonly string[]): string =>
    names.length === 0 ? say('rehearsal.nobody') : `${say.number(names.length)}: ${names.join(', ')}`
  const reused = classes.reusedNames.length === 0 ? '' : ` ${say('rehearsal.reused_why')}`
  return [
    { key: 'kept', name: say('rehearsal.kept'), value: say.number(classes.kept) },
    { key: 'renamed', name: say('rehearsal.renamed'), value: list(classes.renamed.map((it) => say('rehearsal.rename', it))) },
    { key: 'added', name: say('rehearsal.added'), value: list(classes.added) },
    { key: 'ended', name: say('rehearsal.ended'), value: list(classes.ended) },
    { key: 'reused', name: say('rehearsal.reused'), value: `${list(classes.reusedNames)}${reused}` },
    { key: 'teacher', name: say('rehearsal.without_teacher'), value: list(classes.withoutTeacher) },
  ]
}

function numberRows(say: Say, rows: readonly (readonly [Parameters<Say>[0], number])[]): readonly SummaryRow[] {
  return rows.map(([words, count]) => ({ key: words, name: say(words), value: say.number(count) }))
}

function Years({ years: { moves, stay } }: { readonly years: RehearsalReportDetails['years'] }) {
  const say = useSay()
  return (
    <>
      <h3>{say('rehearsal.years')}</h3>
      {stay > 0 && <p>{say('rehearsal.stay', { count: stay })}</p>}
      {moves.length > 0 && (
        <ListTable
          caption={say('rehearsal.years_caption')}
          columns={[
            { key: 'from', heading: say('rehearsal.from'), cell: (it) => it.from ?? say('rehearsal.no_year') },
            { key: 'to', heading: say('rehearsal.to'), cell: (it) => it.to ?? say('rehearsal.no_year') },
            { key: 'pupils', heading: say('rehearsal.how_many'), isNumber: true, cell: (it) => say.number(it.pupils) },
          ]}
          rows={moves}
          keyOf={(it) => `${it.from} ${it.to}`}
        />
      )}
    </>
  )
}
