import { useState } from 'react'
import type { PlanDetails, PlanLine, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { useSay } from '../../../../words.tsx'
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
/** What a line says: "180 pupils will be added". */
function lineWords(say: Say, { population, act, count }: Pick<PlanLine, 'population' | 'act' | 'count'>): string {
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
      {isOpen && <LineRecords id={id} run={run} line={line} words={words} />}
    </li>
  )
}

/** What a note says; of classes and year groups some say other things than of people. */
function noteWords(say: Say, { population }: PlanLine, note: PlanLine['notes'][number]): string | undefined {
  return say.message('plan.note', { ...note, code: `${population}.${note.code}` }) ?? say.message('plan.note', note)
}
