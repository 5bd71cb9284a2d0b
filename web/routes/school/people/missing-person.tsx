import { Link } from '@tanstack/react-router'
import type { Missing } from '../../../../src/contract/index.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { useSay } from '../../../words.tsx'

/** Somebody whom a name fits: why they are here or not, and what to do. */
export function MissingPerson({ of: it }: { readonly of: Missing }) {
  const say = useSay()
  const { timeZone } = useSchool()
  const name = it.name || say('people.no_name')
  return (
    <li>
      <h2>
        {name}
        {it.detail !== null && <span className="muted"> {it.detail}</span>}
      </h2>
      <p>
        {say.message('missing.reason', it.reason)}{' '}
        {it.decided !== null && say('missing.decided', { by: it.decided.by, at: say.instant(it.decided.at, timeZone) })}{' '}
        {it.place !== null && say('missing.place', it.place)}
      </p>
      <p>
        <b>{say.message('missing.cure', it.reason)}</b>
      </p>
      <WayTo of={it} name={name} />
    </li>
  )
}

/** Where it can be put right: the record, the open sync, or the undo that took the record away. */
function WayTo({ of: it, name }: { readonly of: Missing; readonly name: string }) {
  const say = useSay()
  const { code: school } = useSchool()
  const maySync = useMay('run.read')
  const maySeeRuns = useMay('history.read')
  if (it.person !== null) {
    return (
      <Link className="timeline-link" to="/s/$school/people/$person" params={{ school, person: it.person }}>
        {say('missing.open_record', { name })}
      </Link>
    )
  }
  if (it.run === null) return null
  if (it.reason.code === 'removed') {
    return maySeeRuns ? (
      <Link className="timeline-link" to="/s/$school/history/$run" params={{ school, run: it.run }}>
        {say('missing.open_run', { name })}
      </Link>
    ) : null
  }
  return maySync ? (
    <Link
      className="timeline-link"
      to={it.kind === 'staff' ? '/s/$school/sync/staff' : '/s/$school/sync/pupils'}
      params={{ school }}
      search={{ show: 'all' }}
    >
      {say('missing.open_sync', { name })}
    </Link>
  ) : null
}
