import type { ReactNode } from 'react'

/** Steps in their order, numbered. What is done has no colour, so that the eye goes to what is left. */
export function StepList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol className="step-list" aria-label={label}>
      {children}
    </ol>
  )
}

/** One step: its name (a link fills the whole line), what there is about it, and how far it is in words. */
export function StepLine({
  state,
  words,
  detail,
  children,
}: {
  readonly state: 'done' | 'open' | 'closed' | 'ready'
  readonly words: string
  readonly detail?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <li className={`step-line step-${state}`}>
      <span className="step-name">{children}</span>
      <span className="step-detail">{detail}</span>
      <span className="step-state">{words}</span>
    </li>
  )
}
