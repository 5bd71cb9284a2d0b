import { useMay, useSchool } from '../../../api/school.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link-button.tsx'
import { ListLink } from '../../../kit/list-address.tsx'
import { useSay } from '../../../words.tsx'
import type { PeopleSearch } from '../list-search.ts'
import type { PeopleKind } from './people-columns.tsx'

/** Why a list of people is empty. */
export function NobodyHere({ kind, search }: { readonly kind: PeopleKind; readonly search: PeopleSearch }) {
  const say = useSay()
  const { code: school } = useSchool()
  const maySync = useMay('run.start')
  const isFiltered = [search.q, search.sync, search.year, search.class].some((it) => it !== undefined)
  if (isFiltered) {
    return (
      <EmptyState title={say('people.none_match')}>
        <p>
          <ListLink changes={{ q: undefined, sync: undefined, year: undefined, class: undefined }}>{say('people.clear_filters')}</ListLink>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={say(`people.no_${kind}`)}>
      {maySync && (
        <LinkButton to="/s/$school/sync/connect" params={{ school }}>
          {say('people.upload')}
        </LinkButton>
      )}
    </EmptyState>
  )
}
