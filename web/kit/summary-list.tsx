import type { ReactNode } from 'react'

/** One line: a name, its value, and what can be done about it. */
export interface SummaryRow {
  readonly key: string
  readonly name: ReactNode
  readonly value: ReactNode
  readonly action?: ReactNode
}

/** Names and their values. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary-list">
      {rows.map((row) => (
        <div className="summary-row" key={row.key}>
          <dt>{row.name}</dt>
          <dd>{row.value}</dd>
          {row.action !== undefined && <dd>{row.action}</dd>}
        </div>
      ))}
    </dl>
  )
}
