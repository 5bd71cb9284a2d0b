import { type AnyRoute, createRoute, redirect } from '@tanstack/react-router'
import { lazyPage } from '../lazy-page.ts'
import { readChangesSearch, readClassesSearch, readHistorySearch, readMessagesSearch, readPeopleSearch } from './list-search.ts'

/** The pages of a school but those of the sync, under its route. Each is loaded when it is opened. */
export function schoolPages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  return [
    createRoute({ getParentRoute, path: '/', component: lazyPage(() => import('./home/home-page.tsx'), 'HomePage') }),
    ...peoplePages(school),
    ...classPages(school),
    ...historyPages(school),
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
    createRoute({ ...list, path: 'people/pupils', component: lazyPage(lists, 'PupilsPage') }),
    createRoute({ ...list, path: 'people/teachers', component: lazyPage(lists, 'TeachersPage') }),
    createRoute({ ...list, path: 'people/leavers', component: lazyPage(lists, 'LeaversPage') }),
    createRoute({
      getParentRoute,
      path: 'people/$person',
      component: lazyPage(() => import('./people/person-page.tsx'), 'PersonPage'),
    }),
  ] as const
}

function classPages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const classes = lazyPage(() => import('./classes/classes-page.tsx'), 'ClassesPage')
  return [
    createRoute({ getParentRoute, path: 'classes', validateSearch: readClassesSearch, component: classes }),
    createRoute({
      getParentRoute,
      path: 'classes/$class',
      component: lazyPage(() => import('./classes/class-page.tsx'), 'ClassPage'),
    }),
  ] as const
}

function historyPages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const runs = lazyPage(() => import('./history/history-page.tsx'), 'HistoryPage')
  const run = lazyPage(() => import('./history/run-page.tsx'), 'RunPage')
  return [
    createRoute({ getParentRoute, path: 'history', validateSearch: readHistorySearch, component: runs }),
    createRoute({ getParentRoute, path: 'history/$run', validateSearch: readChangesSearch, component: run }),
  ] as const
}

function settingsPages<School extends AnyRoute>(school: School) {
  const getParentRoute = (): School => school
  const messages = lazyPage(() => import('./settings/messages-page.tsx'), 'MessagesPage')
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
      component: lazyPage(() => import('./settings/team-page.tsx'), 'TeamPage'),
    }),
    createRoute({
      getParentRoute,
      path: 'settings/school',
      component: lazyPage(() => import('./settings/school-page.tsx'), 'SchoolPage'),
    }),
    createRoute({ getParentRoute, path: 'settings/messages', validateSearch: readMessagesSearch, component: messages }),
  ] as const
}

function schoolOf(params: Readonly<Record<string, unknown>>): string {
  return String(params['school'])
}
