import { type AnyRoute, createRoute } from '@tanstack/react-router'
import { lazyPage } from '../../../lazy-page.ts'
import { readDuplicatesSearch } from '../../list-search.ts'

/** The pages of people who may be here twice. */
export function duplicatePages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const page = lazyPage(() => import('./duplicates-page.tsx'), 'DuplicatesPage', ['duplicates', 'history', 'people'])
  return [createRoute({ getParentRoute, path: 'people/duplicates', validateSearch: readDuplicatesSearch, component: page })] as const
}
