import type { ReactNode } from 'react'

/** Only for who listens. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}
