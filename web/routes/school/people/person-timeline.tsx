import { Link } from '@tanstack/react-router'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Timeline } from '../../../kit/timeline.tsx'
import { useSay } from '../../../words.tsx'
import { FieldChanges } from '../history/field-changes.tsx'
import { UndoPerson } from '../undo-person.tsx'

/** What was changed about a person, when, and by whom. */
export function PersonTimeline({ person }: { readonly person: PersonDetails }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const maySeeRuns = useMay('history.read')
  if (person.timeline.length === 0) return <p>{say('person.no_history')}</p>
  const entries = person.timeline.map((it, place) => ({
    key: `${it.at} ${place}`,
    title: say.message('person.operation', { code: it.operation, params: {} }) ?? it.operation,
    at: it.at,
    atWords: say.instant(it.at, timeZone),
    by: it.by,
    details: (
      <>
        <FieldChanges fields={it.fields} population={person.kind} />
        {it.run !== null && maySeeRuns && (
          <p>
            <Link className="timeline-link" to="/s/$school/history/$run" params={{ school, run: it.run }}>
              {say('person.see_run')}
            </Link>
          </p>
        )}
        {it.run !== null && <UndoPerson run={it.run} until={it.mayUndoUntil} person={person.id} name={person.name} />}
      </>
    ),
  }))
  return <Timeline entries={entries} />
}
