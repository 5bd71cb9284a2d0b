import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ErrorCause, RunDetails } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { CopyButton } from '../../../kit/copy-button.tsx'
import { useSay } from '../../../words.tsx'
import { causeWords, officeNote, peopleOf } from './office-note.ts'

/** Whom a sync cannot take in, each cause once with its cure, and a note for the office (UX C10). Nobody: nothing is shown. */
export function ErrorsByCause({ run }: { readonly run: RunDetails }) {
  const say = useSay()
  const { code: school, name } = useSchool()
  const { data } = useQuery(apiQuery('runs.errors', { params: { school, run: run.id } }))
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className="plan-section" aria-labelledby="errors-title">
      <h2 id="errors-title">{say('errors.title')}</h2>
      <p>{say('errors.lead')}</p>
      <ul className="plan-lines">
        {data.items.map((it) => (
          <Cause key={`${it.code} ${it.population}`} cause={it} run={run} />
        ))}
      </ul>
      <CopyButton text={officeNote(say, name, data.items)} label={say('errors.copy')} />
    </section>
  )
}

/** What can be typed here for one record at a time (UX C10); of other causes only the MIS can be put right. */
const TYPED_HERE: readonly string[] = ['staff.without_email']

function Cause({ cause, run }: { readonly cause: ErrorCause; readonly run: RunDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const mayType = TYPED_HERE.includes(cause.code) && (run.state === 'reviewing' || run.state === 'ready')
  return (
    <li>
      <b>{causeWords(say, cause)}</b>
      <span className="cell-more">{cause.cure}</span>
      {mayType && (
        <Link to="/s/$school/sync/staff" params={{ school }} search={{ run: run.id, show: 'errors' }}>
          {say('errors.type_here')}
        </Link>
      )}
      <details>
        <summary>{say('errors.who', { count: cause.count })}</summary>
        <ul>
          {peopleOf(say, cause).map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </details>
    </li>
  )
}
