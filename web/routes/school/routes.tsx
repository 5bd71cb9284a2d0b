import { type AnyRoute, createRoute, redirect } from '@tanstack/react-router'
import { lazyPage } from '../lazy-page.ts'
import { readDifferenceSearch } from './as-of/difference-search.ts'
import { readAsOfSearch } from './as-of/use-as-of.ts'
import { holdPages } from './holds/routes.tsx'
import { readChangesSearch, readClassesSearch, readHistorySearch, readMessagesSearch, readPeopleSearch } from './list-search.ts'
import { readAccessSearch } from './people/access/access-search.ts'
import { readDeletedSearch } from './people/deleted/deleted-search.ts'
import { duplicatePages } from './people/duplicates/routes.tsx'
import { readLeaversSearch } from './people/leavers/leavers-search.ts'

/** The pages of a school but those of the sync, under its route. Each is loaded when it is opened. */
export function schoolPages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  return [
    createRoute({
      getParentRoute,
      path: '/',
      component: lazyPage(() => import('./home/home-page.tsx'), 'HomePage', ['history', 'homePage', 'homeStatus', 'schedule']),
    }),
    createRoute({
      getParentRoute,
      path: 'sanity-checks',
      component: lazyPage(() => import('./sanity/checks-page.tsx'), 'ChecksPage', ['homeStatus']),
    }),
    createRoute({
      getParentRoute,
      path: 'sanity-checks/$check',
      validateSearch: readMessagesSearch,
      component: lazyPage(() => import('./sanity/check-page.tsx'), 'CheckPage', ['homeStatus', 'people']),
    }),
    ...peoplePages(school),
    ...duplicatePages(school),
    ...classPages(school),
    ...historyPages(school),
    ...holdPages(school),
    createRoute({
      getParentRoute,
      path: 'rehearsal',
      component: lazyPage(() => import('./rehearsal/rehearsal-page.tsx'), 'RehearsalPage', ['rehearsal', 'sync', 'history']),
    }),
    ...settingsPages(school),
  ] as const
}

function peoplePages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const lists = () => import('./people/people-list.tsx')
  const list = { getParentRoute, validateSearch: readPeopleSearch }
  return [
    createRoute({
      getParentRoute,
      path: 'people',
      beforeLoad: ({ params }) => {
        throw redirect({ to: '/s/$school/people/pupils', params: { school: schoolOf(params) }, replace: true })
      },
    }),
    createRoute({ ...list, path: 'people/pupils', component: lazyPage(lists, 'PupilsPage', ['asOf', 'people']) }),
    createRoute({ ...list, path: 'people/teachers', component: lazyPage(lists, 'TeachersPage', ['asOf', 'people']) }),
    createRoute({
      getParentRoute,
      path: 'people/leavers',
      validateSearch: readLeaversSearch,
      component: lazyPage(() => import('./people/leavers/leavers-page.tsx'), 'LeaversPage', [
        'access',
        'asOf',
        'deletions',
        'leavers',
        'people',
      ]),
    }),
    createRoute({
      getParentRoute,
      path: 'people/access',
      validateSearch: readAccessSearch,
      component: lazyPage(() => import('./people/access/access-page.tsx'), 'AccessPage', ['access', 'people']),
    }),
    createRoute({
      getParentRoute,
      path: 'people/deleted',
      validateSearch: readDeletedSearch,
      component: lazyPage(() => import('./people/deleted/deleted-page.tsx'), 'DeletedPage', ['access', 'deletions', 'people']),
    }),
    createRoute({
      getParentRoute,
      path: 'people/missing',
      component: lazyPage(() => import('./people/missing-page.tsx'), 'MissingPage', ['people', 'why']),
    }),
    createRoute({
      getParentRoute,
      path: 'people/$person/why',
      component: lazyPage(() => import('./people/why-page.tsx'), 'WhyPage', ['explain', 'history', 'people', 'reviewTable', 'why']),
    }),
    createRoute({
      getParentRoute,
      path: 'people/$person',
      validateSearch: readAsOfSearch,
      component: lazyPage(() => import('./people/person-page.tsx'), 'PersonPage', [
        'asOf',
        'deletions',
        'duplicates',
        'history',
        'people',
        'undo',
      ]),
    }),
  ] as const
}

function classPages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const classes = lazyPage(() => import('./classes/classes-page.tsx'), 'ClassesPage', ['asOf', 'classes', 'people'])
  return [
    createRoute({
      getParentRoute,
      path: 'year-groups',
      component: lazyPage(() => import('./year-groups/year-groups-page.tsx'), 'YearGroupsPage', ['yearGroups']),
    }),
    createRoute({ getParentRoute, path: 'classes', validateSearch: readClassesSearch, component: classes }),
    createRoute({
      getParentRoute,
      path: 'classes/$class',
      validateSearch: readAsOfSearch,
      component: lazyPage(() => import('./classes/class-page.tsx'), 'ClassPage', ['classes', 'people', 'asOf']),
    }),
  ] as const
}

function historyPages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const runs = lazyPage(() => import('./history/history-page.tsx'), 'HistoryPage', ['history', 'uploads'])
  const run = lazyPage(() => import('./history/run-page.tsx'), 'RunPage', ['history', 'people', 'undo'])
  return [
    createRoute({ getParentRoute, path: 'history', validateSearch: readHistorySearch, component: runs }),
    createRoute({
      getParentRoute,
      path: 'history/compare',
      validateSearch: readDifferenceSearch,
      component: lazyPage(() => import('./as-of/difference-page.tsx'), 'DifferencePage', ['asOf', 'history', 'people']),
    }),
    createRoute({
      getParentRoute,
      path: 'history/uploads',
      validateSearch: readMessagesSearch,
      component: lazyPage(() => import('./history/uploads-page.tsx'), 'UploadsPage', ['history', 'uploads']),
    }),
    createRoute({ getParentRoute, path: 'history/$run', validateSearch: readChangesSearch, component: run }),
  ] as const
}

function settingsPages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const messages = lazyPage(() => import('./settings/messages-page.tsx'), 'MessagesPage', ['messages', 'settings'])
  return [
    createRoute({
      getParentRoute,
      path: 'settings',
      beforeLoad: ({ params }) => {
        throw redirect({ to: '/s/$school/settings/team', params: { school: schoolOf(params) }, replace: true })
      },
    }),
    createRoute({
      getParentRoute,
      path: 'settings/team',
      component: lazyPage(() => import('./settings/team-page.tsx'), 'TeamPage', ['outside', 'people', 'settings']),
    }),
    createRoute({
      getParentRoute,
      path: 'settings/school',
      component: lazyPage(() => import('./settings/school-page.tsx'), 'SchoolPage', ['settings']),
    }),
    createRoute({
      getParentRoute,
      path: 'settings/schedule',
      component: lazyPage(() => import('./settings/schedule/schedule-page.tsx'), 'SchedulePage', ['settings', 'schedule']),
    }),
    createRoute({
      getParentRoute,
      path: 'settings/calendar',
      component: lazyPage(() => import('./settings/schedule/calendar-page.tsx'), 'CalendarPage', ['settings', 'schedule']),
    }),
    createRoute({
      getParentRoute,
      path: 'settings/limits',
      component: lazyPage(() => import('./settings/limits/limits-page.tsx'), 'LimitsPage', ['settings', 'limits']),
    }),
    createRoute({
      getParentRoute,
      path: 'settings/matching',
      component: lazyPage(() => import('./settings/matching/matching-page.tsx'), 'MatchingPage', ['settings', 'rules', 'learning']),
    }),
    createRoute({ getParentRoute, path: 'settings/messages', validateSearch: readMessagesSearch, component: messages }),
  ] as const
}

function schoolOf(params: Readonly<Record<string, unknown>>): string {
  return String(params['school'])
}
