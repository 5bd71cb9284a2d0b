import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'

const line = { fill: 'none', stroke: 'currentColor' } as const

// each shape differs, so that no status is told by its colour alone
const ICONS = {
  not_matched: <circle cx="8" cy="8" r="5" strokeWidth="2" {...line} />,
  new: <path d="M8 3v10M3 8h10" strokeWidth="2.4" {...line} />,
  matched: <path d="M3 8.5l3.2 3.2L13 5" strokeWidth="2.4" {...line} />,
  may_match: (
    <>
      <path d="M5.2 6a2.8 2.8 0 115 1.6c-.9.7-2.2 1-2.2 2.4" strokeWidth="2" {...line} />
      <circle cx="8" cy="13" r="1.3" fill="currentColor" />
    </>
  ),
  synced: (
    <path d="M6.5 9.5l3-3M7 5l1.5-1.5a2.5 2.5 0 013.5 3.5L10.5 8.5M9 11l-1.5 1.5A2.5 2.5 0 014 9l1.5-1.5" strokeWidth="1.8" {...line} />
  ),
  desynced: (
    <path d="M7 5l1.5-1.5a2.5 2.5 0 013.5 3.5L10.5 8.5M9 11l-1.5 1.5A2.5 2.5 0 014 9l1.5-1.5M3 3l10 10" strokeWidth="1.8" {...line} />
  ),
  error: (
    <>
      <path d="M8 2.2L14.2 13.4H1.8z" strokeWidth="1.7" strokeLinejoin="round" {...line} />
      <path d="M8 6.2v3.4" strokeWidth="1.8" {...line} />
      <circle cx="8" cy="11.6" r="0.9" fill="currentColor" />
    </>
  ),
} as const satisfies Record<string, ReactNode>

/** The six statuses and the marker of an error. */
export type TagStatus = keyof typeof ICONS

/** A status as word, icon and border. Never a button. */
export function StatusTag({ status }: { readonly status: TagStatus }) {
  const say = useSay()
  return (
    <span className={`tag tag-${status}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {ICONS[status]}
      </svg>
      {say(`status.${status}`)}
    </span>
  )
}
