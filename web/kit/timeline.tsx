import type { ReactNode } from 'react'

/** Something that happened, when and by whom. */
export interface TimelineEntry {
  readonly key: string
  readonly title: string
  readonly at: string
  readonly atWords: string
  readonly by: string
  readonly details?: ReactNode
}

/** What happened, newest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <h3>{entry.title}</h3>
          <p className="muted">
            <time dateTime={entry.at}>{entry.atWords}</time> · {entry.by}
          </p>
          {entry.details}
        </li>
      ))}
    </ol>
  )
}
