import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlanDetails, PlanLine, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'
import { SyncLink } from '../run/sync-link.tsx'
import { readReviewSearch } from '../search.ts'
import { LineRecords } from './line-records.tsx'

const SECTIONS = ['people', 'classes', 'left_out'] as const
// signs beside words, never instead of them
const SIGNS: Readonly<Record<string, string>> = {
  create: '+',
  link: '⇄',
  update: '~',
  unchanged: '=',
  desync: '∅',
  unlink: '∅',
  revert: '↶',
  remove: '−',
  may_match: '?',
  error: '!',
}
/** Lines of people whom the plan does not write: they stand in the table, under this filter. */
const ROWS_OF: Readonly<Record<string, string>> = {
  unchanged: 'synced',
  not_matched: 'not_matched',
  may_match: 'may_match',
  error: 'errors',
  left_out: 'left_out',
}

/** What a line says: "180 pupils will be added". */
export function lineWords(say: Say, { population, act, count }: Pick<PlanLine, 'population' | 'act' | 'count'>): string {
  return (
    say.message('plan.line', { code: `${population}.${act}`, params: { count } }) ??
    say('plan.line_other', { count, what: say(`plan.population.${population}`) })
  )
}

/** Every line of the plan, by section; each opens its records in place. */
export function PlanLines({ run, plan }: { readonly run: RunDetails; readonly plan: PlanDetails }) {
  const say = useSay()
  return (
    <>
      {SECTIONS.map((section) => {
        const lines = plan.lines.filter((it) => it.section === section && it.count > 0)
        return lines.length === 0 ? null : (
          <section key={section} className="plan-section">
            <h2>{say(`plan.section.${section}`)}</h2>
            <ul className="plan-lines">
              {lines.map((line) => (
                <Line key={line.id} run={run} line={line} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Line({ run, line }: { readonly run: RunDetails; readonly line: PlanLine }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const words = lineWords(say, line)
  const id = `line-${line.id.replace(/\W/g, '-')}`
  return (
    <li>
      <div className="plan-line">
        <span className="sign" aria-hidden="true">
          {SIGNS[line.act] ?? '·'}
        </span>
        <span className="plan-words">
          <b>{words}</b>
          {line.notes.map((note) => {
            const text = say.message('plan.note', note)
            return text === undefined ? null : (
              <span className="cell-more" key={note.code}>
                {text}
              </span>
            )
          })}
        </span>
        {line.act in ROWS_OF ? (
          <RowsLink run={run} line={line} words={words} />
        ) : (
          <button
            type="button"
            className="row-name no-print"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={say(isOpen ? 'plan.hide_line' : 'plan.show_line', { line: words })}
            onClick={() => setOpen(!isOpen)}
          >
            {say(isOpen ? 'plan.hide' : 'plan.show')}
          </button>
        )}
      </div>
      {isOpen && <LineRecords id={id} run={run} line={line} words={words} />}
    </li>
  )
}

/** To the table, where those whom the plan does not write stand. */
function RowsLink({ run, line, words }: { readonly run: RunDetails; readonly line: PlanLine; readonly words: string }) {
  const say = useSay()
  const { code } = useSchool()
  const label = say('plan.show_line', { line: words })
  if (line.population === 'class')
    return (
      <SyncLink to="registration" run={run.id}>
        {say('plan.show')}
      </SyncLink>
    )
  if (line.population === 'year_group') return null
  const to = line.population === 'staff' ? '/s/$school/sync/staff' : '/s/$school/sync/pupils'
  return (
    <Link
      to={to}
      params={{ school: code }}
      search={readReviewSearch({ run: run.id, show: ROWS_OF[line.act] })}
      className="no-print"
      aria-label={label}
    >
      {say('plan.show')}
    </Link>
  )
}
