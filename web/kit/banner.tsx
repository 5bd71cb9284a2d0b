import type { ReactNode } from 'react'

/** Something to know on this page: what was just done, what to look at, or a problem. */
export function Banner({
  kind,
  title,
  children,
}: {
  readonly kind: 'done' | 'notice' | 'problem'
  readonly title?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <div className={`banner banner-${kind}`}>
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </div>
  )
}
