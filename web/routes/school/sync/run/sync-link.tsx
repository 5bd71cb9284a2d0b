import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSchool } from '../../../../api/school.tsx'
import { type ButtonKind, buttonClass } from '../../../../kit/button.tsx'
import type { STEP_PATHS } from '../steps.ts'

/** A page of the wizard, under the school's `sync`; empty: the overview. */
export type SyncPath = '' | (typeof STEP_PATHS)[keyof typeof STEP_PATHS] | 'pupils' | 'first' | 'progress' | 'done'

/** Where a page of the wizard is, for links and for going there. */
export function syncTarget(school: string, to: SyncPath, run?: string) {
  // each of these is a route of `syncRoutes`
  const path = `/s/$school/sync${to === '' ? '' : `/${to}`}` as '/s/$school/sync'
  return { to: path, params: { school }, search: run === undefined ? {} : { run } } satisfies LinkProps
}

/** A link to a page of the wizard, about the run of `run` or the open one; with `kind` it looks like a button. */
export function SyncLink({
  to,
  run,
  kind,
  children,
}: {
  readonly to: SyncPath
  readonly run?: string | undefined
  readonly kind?: ButtonKind | undefined
  readonly children: ReactNode
}) {
  const { code } = useSchool()
  return (
    <Link {...syncTarget(code, to, run)} {...(kind === undefined ? {} : { className: buttonClass(kind) })}>
      {children}
    </Link>
  )
}
