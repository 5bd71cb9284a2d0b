import type { ReactNode } from 'react'

/** Why there is nothing here, whether that is good, and one thing to do. */
export function EmptyState({
  title,
  isGood = false,
  children,
}: {
  readonly title: string
  readonly isGood?: boolean | undefined
  readonly children?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>
        {isGood && (
          <svg width="20" height="20" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M3 8.5l3.2 3.2L13 5" fill="none" stroke="currentColor" strokeWidth="2.4" />
          </svg>
        )}
        {title}
      </h2>
      {children}
    </div>
  )
}
