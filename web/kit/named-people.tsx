import { Link } from '@tanstack/react-router'
import { useSchoolIfAny } from '../api/school.tsx'
import { useSay } from '../words.tsx'
import { EmptyState } from './empty-state.tsx'
import { listOf } from './list-of.ts'

/** For who may not see a page: who may, by name, so that it is no dead end. */
export function NamedPeople({ school, names }: { readonly school: string; readonly names: readonly string[] }) {
  const say = useSay()
  const code = useSchoolIfAny()?.code
  return (
    <EmptyState title={say('kit.needs_coordinator')}>
      <p>
        {names.length === 0
          ? say('kit.no_coordinators', { school })
          : say('kit.coordinators_are', { school, names: listOf(say.vocabulary, names), count: names.length })}
      </p>
      {code !== undefined && (
        <p>
          <Link to="/s/$school" params={{ school: code }}>
            {say('kit.go_home')}
          </Link>
        </p>
      )}
    </EmptyState>
  )
}
