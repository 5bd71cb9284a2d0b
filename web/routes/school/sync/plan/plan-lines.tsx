import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlanDetails, PlanLine, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'
import { LineRecords, type OnlyRecords } from './line-records.tsx'
import { lineWords } from './line-words.ts'

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
  double: '≈',
  once: '–',
}

/** Every line of the plan, by section; each opens its records in place. */
export function PlanLines({ run, plan, only }: { readonly run: RunDetails; readonly plan: PlanDetails; readonly only?: OnlyRecords }) {
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
                <Line key={line.id} run={run} line={line} only={only} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Line({ run, line, only }: { readonly run: RunDetails; readonly line: PlanLine; readonly only: OnlyRecords }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [isOpen, setOpen] = useState(false)
  const words = lineWords(say, line)
  const meaning = say.message('plan.meaning', { code: line.id, params: {} })
  const notes = line.notes
    .map((it) => noteWords(say, line, it))
    .filter((it) => it !== undefined)
    .join(' · ')
  const id = `line-${line.id.replace(/\W/g, '-')}`
  return (
    <li>
      <div className="plan-line">
        <span className="sign" aria-hidden="true">
          {SIGNS[line.act] ?? '·'}
        </span>
        <span className="plan-words">
          <b>{words}</b>
          {meaning !== undefined && <span className="cell-more">{meaning}</span>}
          {notes !== '' && <span className="cell-more">{notes}</span>}
          {line.act === 'double' && (
            <Link
              to={line.population === 'staff' ? '/s/$school/sync/staff' : '/s/$school/sync/pupils'}
              params={{ school }}
              search={{ run: run.id, show: 'needs_decision' }}
              aria-label={say('plan.resolve_line', { line: words })}
            >
              {say('plan.resolve')}
            </Link>
          )}
        </span>
        <Button
          kind="quiet"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={say(isOpen ? 'plan.hide_line' : 'plan.show_line', { line: words })}
          onClick={() => setOpen(!isOpen)}
        >
          {say(isOpen ? 'plan.hide' : 'plan.show')}
        </Button>
      </div>
      {isOpen && <LineRecords id={id} run={run} line={line} words={words} only={only} />}
    </li>
  )
}

/** What a note says; of classes and year groups some say other things than of people. */
function noteWords(say: Say, { population }: PlanLine, note: PlanLine['notes'][number]): string | undefined {
  return say.message('plan.note', { ...note, code: `${population}.${note.code}` }) ?? say.message('plan.note', note)
}
